package vn.sohoa.papers;

import java.awt.Font;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sohoa.papers.Style.Fill;
import vn.sohoa.papers.Style.Leader;

/** A form under way: what is said next goes below what was said before. */
final class Sheet {
    /** @param label with its colon, or empty */
    record Blank(String label, String value) {}

    final Canvas canvas;
    final Style style;
    final Dice dice;
    final double left;
    final double right;
    final Map<String, Object> truth = new LinkedHashMap<>();
    double y;

    Sheet(Canvas canvas, Style style, Dice dice) {
        this.canvas = canvas;
        this.style = style;
        this.dice = dice;
        left = style.margin();
        right = canvas.width - style.margin() * dice.between(0.75, 1.0);
        y = dice.between(46.0, 66.0);
    }

    /** What a field's value is, as a person would confirm it. */
    void is(String field, Object value) {
        truth.put(field, value);
    }

    double step() {
        return style.size() * style.spacing();
    }

    void down(double lines) {
        y += lines * step();
    }

    void centered(String text, Font font, double middle) {
        canvas.line(text, font, style.ink(), "print", middle - canvas.widthOf(text, font) / 2, y);
    }

    void centered(String text, Font font) {
        centered(text, font, canvas.width / 2);
        y += font.getSize2D() * 1.42;
    }

    /** Text of the form itself, broken into lines, with its first line set in. */
    void paragraph(String text, Font font) {
        wrap(text, font, "print", left + style.size() * 2.2, left, right);
    }

    void plain(String text, Font font) {
        wrap(text, font, "print", left, left, right);
    }

    private void wrap(String text, Font font, String kind, double first, double rest, double end) {
        double start = first;
        for (String line : broken(text, font, end - first, end - rest)) {
            canvas.line(line, font, style.ink(), kind, start, y);
            y += step();
            start = rest;
        }
    }

    List<String> broken(String text, Font font, double first, double rest) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            double room = lines.isEmpty() ? first : rest;
            if (!line.isEmpty() && canvas.widthOf(longer, font) > room) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** A row of blanks; one that does not fit beside the others gets rows of its own. */
    void row(Blank... blanks) {
        double wide = (right - left) / blanks.length;
        boolean fits = true;
        for (Blank blank : blanks) {
            fits &= length(blank) < wide - 6;
        }
        if (blanks.length > 1 && fits) {
            for (int i = 0; i < blanks.length; i++) {
                blank(blanks[i], left + i * wide, left + i * wide, left + (i + 1) * wide - 6);
                y -= i + 1 < blanks.length ? step() : 0;
            }
        } else {
            for (Blank blank : blanks) {
                blank(blank, left, left, right);
            }
        }
    }

    void row(String label, String value) {
        row(new Blank(label, value));
    }

    private double length(Blank blank) {
        return canvas.widthOf(blank.label + " ", style.plain()) + canvas.widthOf(blank.value, style.filled());
    }

    private void blank(Blank blank, double start, double rest, double end) {
        Font plain = style.plain();
        Font filled = style.filled();
        double from = start + canvas.widthOf(blank.label + " ", plain);
        List<String> lines = broken(blank.value, filled, end - from, end - rest);
        Rectangle2D label = canvas.text(blank.label, plain, style.ink(), start, y);
        for (int i = 0; i < lines.size(); i++) {
            double x = i == 0 ? from : rest;
            double lift = style.fill() == Fill.HAND ? dice.between(-1.2, 1.0) : 0;
            Rectangle2D value = canvas.text(lines.get(i), filled, style.fillInk(), x, y + lift);
            boolean first = i == 0 && !blank.label.isEmpty();
            canvas.keep(
                    first ? blank.label + " " + lines.get(i) : lines.get(i),
                    first ? style.mixed() : style.filledAlone(),
                    first ? label.createUnion(value) : value);
            boolean under = style.fill() == Fill.HAND || style.leader() == Leader.DOTTED;
            leader(under ? x : x + canvas.widthOf(lines.get(i), filled) + 2, end, x);
            y += step();
        }
    }

    private void leader(double from, double to, double start) {
        if (to - from < 4) {
            return;
        }
        double line = y + 1.6;
        switch (style.leader()) {
            case DOTS -> {
                double one = canvas.widthOf(".", style.plain());
                String dots = ".".repeat((int) ((to - Math.max(from, start)) / one));
                canvas.text(dots, style.plain(), style.ink(), from, y + (style.fill() == Fill.HAND ? 1 : 0));
            }
            case DOTTED -> canvas.draw(new Line2D.Double(from, line, to, line), style.ink(), 0.6f, 1f, 2f);
            case LINE -> canvas.draw(new Line2D.Double(from, line, to, line), style.ink(), 0.4);
            case NONE -> {}
        }
    }

    /**
     * A ruled table.
     *
     * @param shares of the width, a column
     * @param head as print; empty for none
     * @param labels whether the first column is the form's own
     */
    void table(double[] shares, List<String> head, List<List<String>> rows, boolean labels) {
        table(left, right, shares, head, rows, labels, style.size() * 0.92);
    }

    void table(
            double from,
            double to,
            double[] shares,
            List<String> head,
            List<List<String>> rows,
            boolean labels,
            double size) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        double[] edges = new double[shares.length + 1];
        edges[0] = from;
        for (int i = 0; i < shares.length; i++) {
            edges[i + 1] = edges[i] + (to - from) * shares[i] / sum;
        }
        double top = y - step() * 0.75;
        y = top;
        rule(edges[0], edges[shares.length], y);
        if (!head.isEmpty()) {
            cells(edges, head, style.bold().deriveFont((float) size), "print", -1, size);
        }
        for (List<String> row : rows) {
            cells(edges, row, style.filled().deriveFont((float) size), style.filledAlone(), labels ? 0 : -1, size);
        }
        for (double edge : edges) {
            canvas.draw(new Line2D.Double(edge, top, edge, y), style.ink(), 0.7);
        }
        y += step() * 1.3;
    }

    private void cells(double[] edges, List<String> row, Font font, String kind, int printed, double size) {
        double top = y;
        double bottom = top + size * 1.9;
        for (int i = 0; i < row.size(); i++) {
            boolean own = i == printed;
            Font face = own ? style.plain().deriveFont((float) size) : font;
            double room = edges[i + 1] - edges[i] - 7;
            double at = top + size * 1.3;
            for (String line : row.get(i).isEmpty() ? List.<String>of() : broken(row.get(i), face, room, room)) {
                canvas.line(line, face, own ? style.ink() : style.fillInk(), own ? "print" : kind, edges[i] + 3.5, at);
                at += size * 1.25;
            }
            bottom = Math.max(bottom, at - size * 0.65);
        }
        y = bottom;
        rule(edges[0], edges[edges.length - 1], y);
    }

    private void rule(double from, double to, double at) {
        canvas.draw(new Line2D.Double(from, at, to, at), style.ink(), 0.7);
    }
}
