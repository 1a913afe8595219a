package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.sohoa.common.Folding;

/**
 * A printed label where it was found.
 *
 * @param wanted what was looked for
 * @param row its place among the rows
 * @param from its first token in the row
 * @param to the token after its last
 * @param left of its first token, in pixels
 * @param colon it has its colon
 * @param exactness 0 to 1
 */
record Label(Wanted wanted, int row, int from, int to, int left, boolean colon, double exactness) {
    private static final int SHORT = 4;
    private static final int LONG_ENOUGH = 6;
    private static final int LONG_REST = 8;
    private static final double MISREAD = 0.4;
    private static final double GAP = 1.5;
    private static final double ERROR_WEIGHT = 4;
    private static final int NUMBERING = 3;
    private static final int MORE_THAN_A_HEADING = 6;

    FieldRule rule() {
        return wanted.rule();
    }

    int length() {
        return wanted.letters().length();
    }

    /** The longer label says more, unless it was made fit by errors: «người mẹ» is no misread «người cha». */
    private double weight() {
        return length() * (1 - ERROR_WEIGHT * (1 - exactness));
    }

    private boolean isSameLabel(Label other) {
        return rule() != other.rule() && wanted.letters().equals(other.wanted.letters());
    }

    boolean isBefore(Label other) {
        return row < other.row || row == other.row && from < other.from;
    }

    boolean isSamePrint(Label other) {
        return row == other.row && from == other.from && to == other.to;
    }

    /** The labels of a row from left to right; where several would overlap, the longest stays. */
    static List<Label> in(List<Row> rows, int at, List<Wanted> wanted) {
        Row row = rows.get(at);
        List<Label> candidates = new ArrayList<>();
        for (Wanted label : wanted) {
            for (int from = 0; from < row.tokens().size(); from++) {
                match(label, row, at, from, false).ifPresent(candidates::add);
            }
        }
        candidates.sort(Comparator.comparingDouble(Label::weight).reversed());
        List<Label> kept = new ArrayList<>();
        for (Label candidate : candidates) {
            boolean free = kept.stream()
                    .allMatch(other -> candidate.to <= other.from
                            || candidate.from >= other.to
                            || candidate.isSamePrint(other) && candidate.isSameLabel(other));
            if (free
                    && kept.stream()
                            .noneMatch(other -> other.rule() == candidate.rule() && other.from == candidate.from)) {
                kept.add(candidate);
            }
        }
        kept.sort(Comparator.comparingInt(Label::from));
        return kept.stream().map(label -> label.stretched(row, wanted)).toList();
    }

    /** Over the words after it that begin what a longer variant of it adds, when the rest of that variant was not read. */
    private Label stretched(Row row, List<Wanted> all) {
        int end = to;
        for (Wanted variant : all) {
            if (variant.rule() == rule()
                    && rule() != Form.OTHER
                    && variant.letters().startsWith(wanted.letters())) {
                end = Math.max(end, end(row, variant.letters().substring(length())));
            }
        }
        return end == to ? this : new Label(wanted, this.row, from, end, left, colonAfter(row, end), exactness);
    }

    private int end(Row row, String rest) {
        StringBuilder letters = new StringBuilder();
        int end = to;
        while (end < row.tokens().size()
                && !row.tokens().get(end - 1).colon()
                && rest.startsWith(letters + row.tokens().get(end).letters())) {
            letters.append(row.tokens().get(end).letters());
            end++;
        }
        return letters.length() >= LONG_ENOUGH ? end : misreadEnd(row, rest);
    }

    /** All that follows in the row is the rest of the label, read badly: «Quê quán / Piace of». */
    private int misreadEnd(Row row, String rest) {
        List<Token> left = row.tokens().subList(to, row.tokens().size());
        if (rest.length() < LONG_REST
                || left.isEmpty()
                || row.tokens().get(to - 1).colon()) {
            return to;
        }
        StringBuilder letters = new StringBuilder();
        left.forEach(token -> letters.append(token.letters()));
        String all = letters.toString();
        String begun = rest.substring(0, Math.min(rest.length(), all.length()));
        boolean whole = Folding.distance(all, rest, (int) (MISREAD * rest.length())) <= MISREAD * rest.length();
        boolean beginning = all.length() >= LONG_ENOUGH
                && Folding.distance(all, begun, all.length() / LONG_ENOUGH) <= all.length() / LONG_ENOUGH;
        return whole || beginning ? row.tokens().size() : to;
    }

    /** The headings of a row from left to right; the longest where several begin at the same place. */
    static List<Label> headings(List<Row> rows, int at, List<Wanted> wanted) {
        Row row = rows.get(at);
        List<Label> found = new ArrayList<>();
        for (int from = 0; from < row.tokens().size(); from++) {
            int start = from;
            wanted.stream()
                    .flatMap(heading -> match(heading, row, at, start, true).stream())
                    .max(Comparator.comparingInt(Label::length))
                    .ifPresent(found::add);
        }
        if (found.size() == 1) {
            shortHeadingBeside(found.get(0), row, wanted).ifPresent(found::add);
            found.sort(Comparator.comparingInt(Label::from));
        }
        return found;
    }

    /**
     * A heading of few letters may have none of them wrong, or any word would do; but beside a heading that was read it may: «Vự» left
     * of «Chồng». Else the data of both persons would be those of the one whose heading was read.
     */
    private static Optional<Label> shortHeadingBeside(Label known, Row row, List<Wanted> wanted) {
        int from = 0;
        for (List<Token> part : row.parts()) {
            int begin = from;
            from += part.size();
            String read = part.stream().map(Token::letters).collect(Collectors.joining());
            boolean beside = from <= known.from || begin >= known.to;
            Optional<Wanted> other = wanted.stream()
                    .filter(heading -> beside
                            && heading.letters().length() <= SHORT
                            && !heading.rule().code().equals(known.rule().code())
                            && heading.letters().length() == read.length()
                            && heading.letters().charAt(0) == read.charAt(0)
                            && Folding.distance(read, heading.letters(), 1) <= 1)
                    .findFirst();
            if (other.isPresent()) {
                return Optional.of(new Label(
                        other.get(),
                        known.row,
                        begin,
                        from,
                        part.get(0).box().x(),
                        colonAfter(row, from),
                        1 - 1.0 / read.length()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Label> match(Wanted wanted, Row row, int at, int from, boolean heading) {
        StringBuilder letters = new StringBuilder();
        int bag = 0;
        Optional<Label> best = Optional.empty();
        for (int to = from + 1; to <= row.tokens().size(); to++) {
            Token last = row.tokens().get(to - 1);
            letters.append(last.letters());
            bag |= last.bag();
            if (letters.length() > wanted.letters().length() + wanted.most()) {
                break;
            }
            int errors = wanted.errors(letters, bag);
            boolean stands = errors <= wanted.most()
                    && (errors == 0 || !isOfAnAddress(row, from, letters.toString()))
                    && (heading ? standsAsHeading(wanted, row, from, to) : stands(wanted, row, from, to));
            if (stands) {
                int length = wanted.letters().length();
                Label found = new Label(
                        wanted,
                        at,
                        from,
                        to,
                        row.tokens().get(from).box().x(),
                        colonAfter(row, to),
                        1 - (double) errors / Math.max(1, length));
                if (best.filter(b -> b.exactness >= found.exactness).isEmpty()) {
                    best = Optional.of(found);
                }
            }
            if (last.colon()) {
                break; // no label goes on after its colon
            }
        }
        return best;
    }

    /** «Nam Định» is no misread «Năm sinh», «tỉnh Nam» no «Sinh năm». */
    private static boolean isOfAnAddress(Row row, int from, String letters) {
        return Provinces.isName(letters)
                || Addresses.isUnit(row.tokens().get(from).text());
    }

    /** A label has a colon, or stands first or apart, or its number follows; a short one has its colon, or is unlike any word. */
    private static boolean stands(Wanted wanted, Row row, int from, int to) {
        boolean colon = colonAfter(row, to);
        if (wanted.letters().length() <= SHORT) {
            String first = row.tokens().get(from).text().replace("(", "");
            return colon && first.equalsIgnoreCase(wanted.label().split(" ")[0])
                    || first.equalsIgnoreCase(wanted.label()) && wanted.label().indexOf('/') > 0;
        }
        if (colon) {
            return true;
        }
        if (goesOn(row, to)) {
            return false;
        }
        return isFirst(row, from) || isApart(row, from) || leadsToItsNumber(wanted, row, to);
    }

    private static boolean standsAsHeading(Wanted wanted, Row row, int from, int to) {
        if (!isFirst(row, from) && !isApart(row, from)) {
            return false;
        }
        if (colonAfter(row, to)) {
            return true;
        }
        int end = to;
        int more = 0;
        while (end < row.tokens().size() && !isApart(row, end)) {
            more += row.tokens().get(end).letters().length();
            end++;
        }
        return more < MORE_THAN_A_HEADING && wanted.letters().length() > SHORT || more == 0;
    }

    private static boolean colonAfter(Row row, int to) {
        return row.tokens().get(to - 1).colon()
                || to < row.tokens().size()
                        && row.tokens().get(to).text().isEmpty()
                        && row.tokens().get(to).colon();
    }

    /** Nothing stands before it but the form's numbering or a speck. */
    private static boolean isFirst(Row row, int from) {
        int before = 0;
        for (int at = 0; at < from; at++) {
            before += row.tokens().get(at).letters().length();
            if (row.tokens().get(at).colon()) {
                return false;
            }
        }
        return before < NUMBERING;
    }

    private static boolean isApart(Row row, int from) {
        return from > 0
                && row.tokens().get(from).box().x()
                                - row.tokens().get(from - 1).box().right()
                        > GAP * row.height();
    }

    /** «…, quyển số 01/2001»: a number follows at once. */
    private static boolean leadsToItsNumber(Wanted wanted, Row row, int to) {
        return wanted.letters().length() >= LONG_ENOUGH
                && (wanted.rule() == Form.OTHER || wanted.rule().kind().isNumber())
                && to < row.tokens().size()
                && !row.tokens().get(to).text().isEmpty()
                && Character.isDigit(row.tokens().get(to).text().charAt(0));
    }

    /** It is the beginning of a longer label: small letters up to the colon. */
    private static boolean goesOn(Row row, int to) {
        for (int at = to; at < row.tokens().size(); at++) {
            String text = row.tokens().get(at).text();
            if (text.isEmpty() || !Character.isLowerCase(text.codePointAt(0))) {
                return false;
            }
            if (row.tokens().get(at).colon()) {
                return true;
            }
        }
        return false;
    }
}
