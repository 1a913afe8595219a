package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Table;

/**
 * The rows of a document's table, a case each: of a register above all. A table may go on over pages without its head, and
 * stand on the two halves of a double page with other columns on each.
 */
final class TableRows {
    /** A register's «as above». */
    private static final Pattern AS_ABOVE =
            Pattern.compile("(?i)[-–\"”'.\\s]*(nt|n/t|như trên|nhu tren)[-–\"”'.\\s]*|[\"”〃]+");

    private static final double WIDE = 0.5;
    private static final double LIFT = 0.35;

    private final Form form;
    /** Of the head that holds: rows of a left half wait here for their right half. */
    private Optional<Columns> columns = Optional.empty();

    private int width;
    private List<Map<String, Found>> open = List.of();
    private final List<Map<String, Found>> rows = new ArrayList<>();

    private TableRows(Form form) {
        this.form = form;
    }

    /** @return each row's values in the order of the form; a row without any is none */
    static List<List<Found>> of(List<PageText> pages, Form form) {
        if (form.columns().isEmpty()) {
            return List.of();
        }
        TableRows reading = new TableRows(form);
        for (int page = 0; page < pages.size(); page++) {
            for (Table table : pages.get(page).tables()) {
                reading.take(TableWords.of(pages.get(page), page, table));
            }
        }
        return reading.rows.stream()
                .map(row -> form.columns().stream()
                        .flatMap(rule -> Optional.ofNullable(row.get(rule.code())).stream())
                        .toList())
                .filter(row -> !row.isEmpty())
                .toList();
    }

    private void take(TableWords words) {
        Optional<Columns> head = Columns.of(words, form.wantedColumns());
        if (head.isEmpty()) {
            if (columns.isEmpty() || words.table().columns() != width) {
                return; // some other table
            }
            head = columns.map(Columns::goingOn);
        }
        List<Map<String, Found>> found = rows(words, head.get());
        boolean otherHalf = columns.isPresent()
                && found.size() == open.size()
                && head.get().rules().values().stream().noneMatch(columns.get().rules()::containsValue);
        if (otherHalf) {
            IntStream.range(0, found.size()).forEach(i -> open.get(i).putAll(found.get(i)));
            return;
        }
        columns = head;
        width = words.table().columns();
        open = found;
        rows.addAll(found);
    }

    private List<Map<String, Found>> rows(TableWords words, Columns head) {
        List<Map<String, Found>> found = new ArrayList<>();
        for (int row = head.first(); row < words.table().rows(); row++) {
            for (Band band : bands(words, row, head)) {
                Map<String, Found> values = values(words, row, band, head, found);
                if (!values.isEmpty()) {
                    found.add(values);
                }
            }
        }
        return found;
    }

    /** What lies between two heights. */
    private record Band(double top, double bottom) {
        boolean holds(TableWords.CellLine line) {
            return line.middle() >= top && line.middle() < bottom;
        }
    }

    /** Registers without lines between their cases: each begins where its number stands. */
    private List<Band> bands(TableWords words, int row, Columns head) {
        Optional<Integer> numbers = head.rules().entrySet().stream()
                .filter(entry -> entry.getValue().kind() == FieldKind.ORDINAL)
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder());
        List<Double> tops = numbers.map(column -> words.in(words.cell(row, column)).stream()
                        .filter(line -> Values.of(FieldKind.ORDINAL, Tokens.text(line.tokens()))
                                .isPresent())
                        .map(line -> line.middle() - line.height() / 2 - LIFT * line.height())
                        .sorted()
                        .toList())
                .orElse(List.of());
        if (tops.size() < 2) {
            return List.of(new Band(0, Double.MAX_VALUE));
        }
        return IntStream.range(0, tops.size())
                .mapToObj(i ->
                        new Band(i == 0 ? 0 : tops.get(i), i + 1 < tops.size() ? tops.get(i + 1) : Double.MAX_VALUE))
                .toList();
    }

    private Map<String, Found> values(
            TableWords words, int row, Band band, Columns head, List<Map<String, Found>> before) {
        Map<String, Found> values = new LinkedHashMap<>();
        head.rules().forEach((column, rule) -> {
            Table.Cell cell = words.cell(row, column);
            boolean own = cell.row() == row
                    && cell.columnSpan() < Math.max(2, WIDE * words.table().columns());
            List<Token> tokens = !own
                    ? List.of()
                    : words.in(cell).stream()
                            .filter(band::holds)
                            .flatMap(line -> line.tokens().stream())
                            .toList();
            if (!tokens.isEmpty()) {
                value(rule, Reach.of(tokens, words.page(), 1), cell.box(), before)
                        .ifPresent(found -> values.put(rule.code(), found));
            }
        });
        return values;
    }

    private static Optional<Found> value(FieldRule rule, Reach reach, Box cell, List<Map<String, Found>> before) {
        if (AS_ABOVE.matcher(reach.text()).matches()) {
            Map<String, Found> above = before.isEmpty() ? Map.of() : before.get(before.size() - 1);
            return Optional.ofNullable(above.get(rule.code()))
                    .map(found -> found(
                            rule,
                            reach,
                            cell,
                            found.value(),
                            Optional.of("«" + reach.text() + "»: lấy theo dòng trên.")));
        }
        return Extraction.found(rule, reach)
                .map(found -> found(rule, reach, cell, found.value(), found.rule()))
                .or(() -> Optional.of(Values.clean(reach.text()))
                        .filter(text -> text.codePoints().anyMatch(Character::isLetterOrDigit))
                        .map(text ->
                                found(rule, reach, cell, text, Optional.of("Không đọc được thành giá trị của cột."))));
    }

    private static Found found(FieldRule rule, Reach reach, Box cell, String value, Optional<String> doubt) {
        return new Found(
                rule.code(),
                value,
                reach.text(),
                reach.confidence(),
                Found.Source.OCR,
                reach.page(),
                cell,
                true,
                doubt);
    }
}
