package vn.sohoa.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sohoa.catalog.Field;
import vn.sohoa.page.Box;
import vn.sohoa.scan.FieldValue;
import vn.sohoa.scan.FieldView;
import vn.sohoa.scan.PageView;

/**
 * What the documents of one page say, and where on the page: a status page's look, which changes nothing.
 *
 * @param width of the page as scanned, in pixels, in which all boxes are
 */
record FoundPage(int width, int height, List<Paper> papers) {
    private static final int LEAST_LETTER = 12;
    private static final int LETTERS_A_PAGE = 60;

    /**
     * A document that this page belongs to.
     *
     * @param cases of its table that stand on this page; none on papers without one
     */
    record Paper(String type, List<Line> lines, Cases cases) {}

    /**
     * The rows of a table.
     *
     * @param heads of the columns that have a value anywhere
     */
    record Cases(List<String> heads, List<List<Cell>> rows) {
        static final Cases NONE = new Cases(List.of(), List.of());

        /** @param rows by column code */
        static Cases of(List<Map<String, FieldValue>> rows, List<Field> columns, boolean vietnamese) {
            List<Field> used = columns.stream()
                    .filter(column -> rows.stream().anyMatch(row -> row.containsKey(column.code())))
                    .toList();
            return new Cases(
                    used.stream()
                            .map(column -> vietnamese ? column.vi() : column.en())
                            .toList(),
                    rows.stream()
                            .map(row -> used.stream()
                                    .map(column -> Cell.of(row.get(column.code())))
                                    .toList())
                            .toList());
        }
    }

    /** @param rule what doubts it; empty when nothing does */
    record Cell(String value, String rule) {
        static Cell of(@Nullable FieldValue found) {
            return found == null ? new Cell("", "") : new Cell(Label.of(found.value()), Label.of(found.rule()));
        }
    }

    /**
     * A field that has a value or waits for one.
     *
     * @param number by which it is found on the image; 0 where it is not on this page
     * @param style of its standing
     * @param rule what doubts it; empty when nothing does
     * @param box on this page
     */
    record Line(
            int number,
            String label,
            String value,
            String standing,
            String style,
            String source,
            String rule,
            @Nullable Box box) {
        static Line of(int number, FieldView view, List<Field> form, PageView page, Words words, boolean vietnamese) {
            Box box = view.found()
                    .page()
                    .filter(page.id()::equals)
                    .flatMap(here -> view.found().box())
                    .orElse(null);
            return new Line(
                    box == null ? 0 : number,
                    form.stream()
                            .filter(field -> field.code().equals(view.code()))
                            .findFirst()
                            .map(field -> vietnamese ? field.vi() : field.en())
                            .orElse(view.code()),
                    Label.of(view.value()),
                    words.text("review.standing." + view.standing()),
                    view.standing().name().toLowerCase(java.util.Locale.ROOT),
                    view.found().value().isEmpty()
                            ? ""
                            : words.text("review.source." + view.found().source()),
                    Label.of(view.found().rule()),
                    box);
        }
    }

    /** What is drawn over the image. */
    public List<Line> marks() {
        return papers.stream()
                .flatMap(paper -> paper.lines().stream())
                .filter(line -> line.box() != null)
                .toList();
    }

    /** Height of a number beside its box, in pixels of the page. */
    public int letter() {
        return Math.max(LEAST_LETTER, height / LETTERS_A_PAGE);
    }
}
