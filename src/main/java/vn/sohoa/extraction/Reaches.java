package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.sohoa.extraction.Scopes.Column;

/** What stands right of a label, below it, and goes on in the rows that follow. */
final class Reaches {
    private static final double NEXT_ROW = 2.8;
    private static final double WRAPPED_ROW = 2.3;
    /** A line is full when the next word would not have fitted; margins are never quite even. */
    private static final double ROOM = 1.3;

    private static final double GAP = 1.2;
    /** Beyond this is another column, not the same value. */
    private static final double WIDE_GAP = 5;

    /** A paragraph begins further right than a line that goes on. */
    private static final double INDENT = 1.2;

    private static final int MOST_WRAPS = 3;

    private final Sheets sheets;

    Reaches(Sheets sheets) {
        this.sheets = sheets;
    }

    /** The likeliest first. */
    List<Reach> of(Label label, FieldRule rule, Column column) {
        Row row = sheets.row(label);
        List<Token> found = row.tokens().subList(label.to(), sheets.end(label)).stream()
                .filter(token -> column.has(token) || token.text().isEmpty())
                .toList();
        List<Token> own = upToNextLabel(found, row.height());
        List<Token> beside = upToGap(own, row.height());
        boolean runsOn = rule.kind().runsOn();
        List<Reach> reaches = new ArrayList<>();
        if (!beside.isEmpty()) {
            boolean last = (!column.isAll() || sheets.end(label) == row.tokens().size())
                    && own.get(own.size() - 1) == found.get(found.size() - 1);
            reaches.add(reach(
                    beside, label, runsOn && last ? wrapped(label, rule, label.row(), beside, column) : List.of()));
        }
        if (beside.size() < own.size() && rule.kind().isDate()) {
            reaches.add(reach(own, label, List.of())); // words between the hour and the day were not read
        }
        if (beside.isEmpty() || !runsOn && rule.kind() != FieldKind.PERSON_NAME) {
            List<Token> below = below(label, column);
            if (!below.isEmpty()) {
                reaches.add(
                        reach(below, label, runsOn ? wrapped(label, rule, label.row() + 1, below, column) : List.of()));
            }
        }
        return reaches;
    }

    private Reach reach(List<Token> value, Label label, List<Token> more) {
        List<Token> all = new ArrayList<>(value);
        all.addAll(more);
        return Reach.of(all, sheets.row(label).page(), label.exactness());
    }

    /** A colon tells of a label that nobody asks for: it reaches back to a gap, to a capital, or to what is no word. */
    static List<Token> upToNextLabel(List<Token> tokens, double height) {
        int start = 0;
        while (start < tokens.size() && tokens.get(start).text().isEmpty()) {
            start++;
        }
        List<Token> value = tokens.subList(start, tokens.size());
        for (int at = 0; at < value.size(); at++) {
            if (value.get(at).colon()) {
                return value.subList(0, beginning(value, at, height));
            }
        }
        return value;
    }

    private static int beginning(List<Token> value, int colon, double height) {
        for (int at = colon; at > 0; at--) {
            int gap = value.get(at).box().x() - value.get(at - 1).box().right();
            if (gap > GAP * height) {
                return at;
            }
        }
        int at = colon;
        while (at > 0 && Character.isLowerCase(first(value.get(at))) && Character.isLetter(first(value.get(at - 1)))) {
            at--;
        }
        return at;
    }

    private static int first(Token token) {
        return token.text().isEmpty() ? ' ' : token.text().codePointAt(0);
    }

    private static List<Token> upToGap(List<Token> tokens, double height) {
        for (int at = 1; at < tokens.size(); at++) {
            if (tokens.get(at).box().x() - tokens.get(at - 1).box().right() > WIDE_GAP * height) {
                return tokens.subList(0, at);
            }
        }
        return tokens;
    }

    private List<Token> below(Label label, Column column) {
        if (!sheets.isNear(label.row(), NEXT_ROW)) {
            return List.of();
        }
        Row row = sheets.row(label);
        Row next = sheets.rows().get(label.row() + 1);
        int left = (int) Math.max(column.left(), label.left() - row.height());
        Column under = new Column(left, column.right());
        List<Token> tokens = next.tokens().stream().filter(under::has).toList();
        boolean taken = sheets.labels().get(label.row() + 1).stream()
                .anyMatch(other -> under.has(next.tokens().get(other.from())));
        return taken || tokens.stream().anyMatch(Token::colon) || !begins(tokens, label.row() + 1)
                ? List.of()
                : upToGap(tokens, row.height());
    }

    /** «Quốc tịch: Việt [Nam]» under «Giới tính:» is no answer to it: what stands below has to begin there, and after no label. */
    private boolean begins(List<Token> below, int at) {
        Row row = sheets.rows().get(at);
        int first = below.isEmpty() ? 0 : row.tokens().indexOf(below.get(0));
        if (first <= 0) {
            return true;
        }
        Token before = row.tokens().get(first - 1);
        return !before.colon()
                && sheets.labels().get(at).stream().noneMatch(label -> label.to() == first)
                && below.get(0).box().x() - before.box().right() > GAP * row.height();
    }

    /**
     * A value that runs to the right margin, or fills its cell, goes on at the beginning of the next row; so does an address
     * that cannot end as it does.
     */
    private List<Token> wrapped(Label label, FieldRule rule, int from, List<Token> begun, Column column) {
        double indent = label.left() + INDENT * sheets.row(label).height();
        List<Token> more = new ArrayList<>();
        Token last = begun.get(begun.size() - 1);
        for (int at = from; at + 1 < sheets.rows().size() && at - from < MOST_WRAPS; at++) {
            Row row = sheets.rows().get(at);
            Row next = sheets.rows().get(at + 1);
            List<Token> there = next.tokens().stream().filter(column::has).toList();
            boolean address = rule.kind() == FieldKind.PLACE && !there.isEmpty();
            List<Token> so = more.isEmpty() ? begun : more;
            if (there.isEmpty()
                    || !(isFull(row, there, column)
                                    && (!isEnd(last) || address && isSpeck(last) && Addresses.isOpen(Tokens.text(so)))
                            || address && Addresses.goesOn(Tokens.text(so), Tokens.text(there)))
                    || !goesOn(at, there, column)
                    || column.isAll() && there.get(0).box().x() > indent) {
                break;
            }
            more.addAll(there);
            last = there.get(there.size() - 1);
        }
        return more;
    }

    private boolean isFull(Row row, List<Token> next, Column column) {
        return !column.isAll()
                || sheets.margin(row) - row.right() < ROOM * next.get(0).box().width();
    }

    private static boolean isEnd(Token last) {
        return last.text().endsWith(")") || isSpeck(last);
    }

    /** A stop, or what a leader left of itself. */
    private static boolean isSpeck(Token last) {
        return last.text().endsWith(".");
    }

    private boolean goesOn(int at, List<Token> next, Column column) {
        String text = Tokens.text(next);
        List<Token> tokens = sheets.rows().get(at + 1).tokens();
        return sheets.isNear(at, WRAPPED_ROW)
                && sheets.labels().get(at + 1).stream()
                        .noneMatch(label ->
                                column.isAll() || column.has(tokens.get(label.from())) || label.left() < column.left())
                && next.stream().noneMatch(Token::colon)
                && !text.equals(text.toUpperCase(Locale.ROOT));
    }

    /** The lines that begin with the label of a field; the label is part of the value. */
    List<Reach> lines(FieldRule rule) {
        List<Wanted> beginnings =
                rule.labels().stream().map(label -> Wanted.of(rule, label)).toList();
        List<Reach> found = new ArrayList<>();
        for (int at = 0; at < sheets.rows().size(); at++) {
            Row row = sheets.rows().get(at);
            for (List<Token> part : row.parts()) {
                if (beginnings.stream().anyMatch(wanted -> begins(part, wanted))) {
                    List<Token> line = upToLabelIn(at, part);
                    List<Token> all = new ArrayList<>(line);
                    for (int next = at;
                            line.size() == part.size()
                                    && next - at < MOST_WRAPS
                                    && next + 1 < sheets.rows().size()
                                    && goesOn(next, sheets.rows().get(next + 1).tokens(), Column.ALL)
                                    && !all.get(all.size() - 1).text().matches(".*[.)]");
                            next++) {
                        all.addAll(sheets.rows().get(next + 1).tokens());
                    }
                    found.add(Reach.of(all, row.page(), 1));
                }
            }
        }
        return found;
    }

    private List<Token> upToLabelIn(int at, List<Token> part) {
        List<Token> tokens = sheets.rows().get(at).tokens();
        for (Label label : sheets.labels().get(at)) {
            int place = part.indexOf(tokens.get(label.from()));
            if (place > 0) {
                return part.subList(0, place);
            }
        }
        return part;
    }

    private static boolean begins(List<Token> part, Wanted wanted) {
        StringBuilder letters = new StringBuilder();
        int bag = 0;
        for (Token token : part) {
            letters.append(token.letters());
            bag |= token.bag();
            if (letters.length() > wanted.letters().length() + wanted.most()) {
                return false;
            }
            if (wanted.errors(letters, bag) <= wanted.most()) {
                return true;
            }
        }
        return false;
    }
}
