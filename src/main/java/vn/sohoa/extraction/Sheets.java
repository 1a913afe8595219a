package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.sohoa.page.PageText;

/**
 * The rows of a document with the labels and headings that stand in them.
 *
 * @param labels by row, from left to right
 * @param headings of sections, from the top down
 * @param margins where the lines of a page end on the right, by page
 */
record Sheets(List<Row> rows, List<List<Label>> labels, List<Label> headings, Form form, List<Integer> margins) {
    private static final double MARGIN_OF_ROWS = 0.9;

    static Sheets of(List<PageText> pages, Form form) {
        List<Row> rows = new ArrayList<>();
        List<Integer> margins = new ArrayList<>();
        for (int page = 0; page < pages.size(); page++) {
            List<Row> some = Row.of(pages.get(page), page);
            int[] rights = some.stream().mapToInt(Row::right).sorted().toArray();
            margins.add(rights.length == 0 ? 0 : rights[(int) ((rights.length - 1) * MARGIN_OF_ROWS)]);
            rows.addAll(some);
        }
        List<Wanted> wanted = form.labels();
        List<Wanted> headings = form.headings();
        return new Sheets(
                List.copyOf(rows),
                IntStream.range(0, rows.size())
                        .mapToObj(at -> Label.in(rows, at, wanted))
                        .toList(),
                headings.isEmpty()
                        ? List.of()
                        : IntStream.range(0, rows.size())
                                .mapToObj(at -> Label.headings(rows, at, headings))
                                .flatMap(List::stream)
                                .toList(),
                form,
                margins);
    }

    Row row(Label label) {
        return rows.get(label.row());
    }

    int margin(Row row) {
        return margins.get(row.page());
    }

    /** Where the value of a label ends in its row: at the next label of another field. */
    int end(Label label) {
        List<Label> all = labels.get(label.row());
        return all.stream()
                .filter(other -> other.from() >= label.to()
                        && all.stream().noneMatch(own -> own.rule() == label.rule() && own.isSamePrint(other)))
                .mapToInt(Label::from)
                .min()
                .orElse(row(label).tokens().size());
    }

    /** Whether the row below stands near enough to go on with what this one began. */
    boolean isNear(int at, double heights) {
        return at + 1 < rows.size()
                && rows.get(at + 1).page() == rows.get(at).page()
                && rows.get(at + 1).top() - rows.get(at).top()
                        < heights * rows.get(at).height();
    }

    /** What stands right of a label and in the rows below it. */
    List<Token> around(Label label, int below) {
        List<Token> tokens = new ArrayList<>(
                row(label).tokens().subList(label.to(), row(label).tokens().size()));
        for (int at = label.row() + 1; at <= label.row() + below && at < rows.size(); at++) {
            if (rows.get(at).page() == row(label).page()) {
                tokens.addAll(rows.get(at).tokens());
            }
        }
        return tokens;
    }
}
