package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/**
 * What stands on one height of a page, left to right, whichever block the recognizer took it for.
 *
 * @param page its place in the document, from 0
 * @param top of the row, the page's skew undone
 */
record Row(int page, double top, double height, List<Token> tokens) {
    private static final int LONG = 4;
    private static final double SAME_ROW = 0.5;
    private static final double WIDE = 1.5;

    /** The rows of a page from the top down. */
    static List<Row> of(PageText text, int page) {
        double slope = slope(text);
        List<Line> lines = text.lines()
                .sorted(Comparator.comparingDouble(line -> middle(line, slope)))
                .toList();
        List<Row> rows = new ArrayList<>();
        List<Line> same = new ArrayList<>();
        double middle = 0;
        for (Line line : lines) {
            double here = middle(line, slope);
            double height = height(line);
            if (!same.isEmpty() && here - middle > SAME_ROW * Math.min(height, height(same.get(0)))) {
                rows.add(row(same, page, slope));
                same.clear();
            }
            middle = same.isEmpty() ? here : middle;
            same.add(line);
        }
        if (!same.isEmpty()) {
            rows.add(row(same, page, slope));
        }
        rows.removeIf(row -> row.tokens.isEmpty());
        return rows;
    }

    private static Row row(List<Line> lines, int page, double slope) {
        List<Token> tokens = lines.stream()
                .flatMap(line -> line.words().stream())
                .sorted(Comparator.comparingInt(word -> word.box().x()))
                .flatMap(word -> Token.of(word).stream())
                .filter(token -> !token.text().isEmpty() || token.colon())
                .toList();
        double top = lines.stream()
                .mapToDouble(line -> middle(line, slope) - height(line) / 2)
                .min()
                .orElse(0);
        double height = lines.stream().mapToDouble(Row::height).average().orElse(0);
        return new Row(page, top, height, tokens);
    }

    /** How much a line sinks for each pixel to the right: the middle one of the long lines. */
    private static double slope(PageText text) {
        double[] slopes = text.lines()
                .filter(line -> line.words().size() >= LONG)
                .mapToDouble(line -> {
                    Box first = line.words().get(0).box();
                    Box last = line.words().get(line.words().size() - 1).box();
                    double across = Math.max(1, last.x() + last.width() / 2.0 - first.x() - first.width() / 2.0);
                    return (last.bottom() - first.bottom()) / across;
                })
                .sorted()
                .toArray();
        return slopes.length == 0 ? 0 : slopes[slopes.length / 2];
    }

    private static double middle(Line line, double slope) {
        return line.words().stream()
                .map(Word::box)
                .mapToDouble(box -> box.y() + box.height() / 2.0 - slope * (box.x() + box.width() / 2.0))
                .average()
                .orElse(0);
    }

    /** The usual height of its words, which skew does not stretch. */
    private static double height(Line line) {
        double[] heights = line.words().stream()
                .mapToDouble(word -> word.box().height())
                .sorted()
                .toArray();
        return heights[heights.length / 2];
    }

    /** What stands together, cut at wide gaps. */
    List<List<Token>> parts() {
        List<List<Token>> parts = new ArrayList<>();
        int from = 0;
        for (int at = 1; at < tokens.size(); at++) {
            int gap = tokens.get(at).box().x() - tokens.get(at - 1).box().right();
            if (gap > WIDE * height) {
                parts.add(tokens.subList(from, at));
                from = at;
            }
        }
        parts.add(tokens.subList(from, tokens.size()));
        return parts;
    }

    int right() {
        return tokens.get(tokens.size() - 1).box().right();
    }

    int left() {
        return tokens.get(0).box().x();
    }

    boolean hasColon() {
        return tokens.stream().anyMatch(Token::colon);
    }

    String text() {
        return Tokens.text(tokens);
    }
}
