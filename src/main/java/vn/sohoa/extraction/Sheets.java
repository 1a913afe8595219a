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
 * @param pitches how far below one another the rows of a page mostly stand, by page; 0 where there are too few to tell
 */
record Sheets(
        List<Row> rows,
        List<List<Label>> labels,
        List<Label> headings,
        Form form,
        List<Integer> margins,
        List<Double> pitches) {
    private static final double MARGIN_OF_ROWS = 0.9;
    private static final int ENOUGH_ROWS = 8;
    /** Rows of one paragraph are never quite even. */
    private static final double EVEN = 1.1;
    /** A page whose rows mostly stand farther apart, in their heights, is no running text. */
    private static final double WIDEST = 3.2;

    static Sheets of(List<PageText> pages, Form form) {
        List<Row> rows = new ArrayList<>();
        List<Integer> margins = new ArrayList<>();
        List<Double> pitches = new ArrayList<>();
        for (int page = 0; page < pages.size(); page++) {
            List<Row> some = Row.of(pages.get(page), page);
            int[] rights = some.stream().mapToInt(Row::right).sorted().toArray();
            margins.add(rights.length == 0 ? 0 : rights[(int) ((rights.length - 1) * MARGIN_OF_ROWS)]);
            pitches.add(pitch(some));
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
                margins,
                pitches);
    }

    private static double pitch(List<Row> rows) {
        double[] steps = IntStream.range(1, rows.size())
                .mapToDouble(at -> rows.get(at).top() - rows.get(at - 1).top())
                .sorted()
                .toArray();
        return rows.size() < ENOUGH_ROWS ? 0 : steps[steps.length / 2];
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

    /** Whether the row below stands near enough to go on with what this one began: in heights, or as the rows of the page mostly do. */
    boolean isNear(int at, double heights) {
        if (at + 1 >= rows.size() || rows.get(at + 1).page() != rows.get(at).page()) {
            return false;
        }
        Row row = rows.get(at);
        double step = rows.get(at + 1).top() - row.top();
        return step < heights * row.height() || step < EVEN * pitches.get(row.page()) && step < WIDEST * row.height();
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
