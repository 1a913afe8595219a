package vn.sohoa.dossier;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sohoa.common.DossierCode;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/** One row of a list as it stands there, and what it says when it is right. */
final class ListRow {
    private static final Pattern PROCEDURE = Pattern.compile("([1-3]\\.\\d{6})(\\..*)?");
    private static final Pattern NUMBER = Pattern.compile("\\d{12}|\\d{9}|\\d{10}(-\\d{3})?");
    private static final int LONGEST_NAME = 200;
    private static final List<DateTimeFormatter> DATES = List.of(
            strict("d/M/uuuu"), strict("d-M-uuuu"), strict("uuuu-M-d"), strict("uuuuMMddHHmmss"), strict("uuuuMMdd"));

    private final long line;
    private final Map<ListColumn, String> headings;
    private final Map<ListColumn, String> cells = new EnumMap<>(ListColumn.class);
    private final List<RowError> errors = new ArrayList<>();

    /**
     * @param headings what the list calls its columns
     */
    ListRow(long line, Map<ListColumn, String> headings) {
        this.line = line;
        this.headings = headings;
    }

    /** What nobody sees in a cell is no part of its text: some programs pad with it, and no database takes all of it. */
    void put(ListColumn column, String text) {
        String seen = text.replaceAll("\\p{Cc}", " ");
        cells.put(column, Normalizer.normalize(seen, Normalizer.Form.NFC).strip());
    }

    boolean isEmpty() {
        return cells.values().stream().allMatch(String::isEmpty);
    }

    /** The dossier; nothing when the row has {@link #errors()}. */
    Optional<DossierLine> read() {
        Optional<DossierCode> code = DossierCode.parse(cell(ListColumn.CODE));
        if (code.isEmpty()) {
            wrong(ListColumn.CODE, ReasonCode.LIST_CODE);
        }
        String name = cell(ListColumn.HOLDER_NAME).replaceAll("\\s+", " ");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            wrong(ListColumn.HOLDER_NAME, ReasonCode.LIST_HOLDER);
        }
        String procedure = procedure();
        String number = number();
        Optional<LocalDate> received = received();
        return errors.isEmpty()
                ? code.map(known -> new DossierLine(known, procedure, name, number, received))
                : Optional.empty();
    }

    List<RowError> errors() {
        return errors;
    }

    private String procedure() {
        String text = cell(ListColumn.PROCEDURE);
        Matcher shape = PROCEDURE.matcher(text);
        if (shape.matches()) {
            return shape.group(1);
        }
        if (!text.isEmpty()) {
            wrong(ListColumn.PROCEDURE, ReasonCode.LIST_PROCEDURE);
        }
        return "";
    }

    private String number() {
        String text = cell(ListColumn.HOLDER_NUMBER).replace(" ", "");
        if (!text.isEmpty() && !NUMBER.matcher(text).matches()) {
            wrong(ListColumn.HOLDER_NUMBER, ReasonCode.LIST_NUMBER);
        }
        return text;
    }

    private Optional<LocalDate> received() {
        String text = cell(ListColumn.RECEIVED);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String day = text.split("[ T]", 2)[0];
        for (DateTimeFormatter shape : DATES) {
            try {
                return Optional.of(LocalDate.parse(day, shape));
            } catch (DateTimeException e) {
                continue; // another shape may fit
            }
        }
        wrong(ListColumn.RECEIVED, ReasonCode.LIST_DATE);
        return Optional.empty();
    }

    private String cell(ListColumn column) {
        return cells.getOrDefault(column, "");
    }

    /** What stands in the cell is somebody's data and is not repeated. */
    private void wrong(ListColumn column, ReasonCode why) {
        errors.add(new RowError(line, headings.getOrDefault(column, column.name()), Reason.of(why)));
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
