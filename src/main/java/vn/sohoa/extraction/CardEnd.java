package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The day on which an identity card ends, where its tiny label could not be read: it ends on a birthday of its holder (Law on
 * Identity 26/2023/QH15, article 21: at 14, 25, 40 and 60), and the day stands alone.
 */
final class CardEnd {
    private static final int DAY_AND_MONTH = "dd/MM".length();
    private static final int FIRST_END = 14;
    private static final int LAST_END = 60;
    private static final double SURENESS = 0.6;

    private CardEnd() {}

    /** The fields, with the end of the card where the form asks for it and none was found. */
    static List<Found> told(List<Found> found, Sheets sheets) {
        Optional<FieldRule> end = asked(sheets, CardPart.EXPIRY);
        Optional<String> birth = asked(sheets, CardPart.BIRTH).flatMap(rule -> value(found, rule));
        if (end.isEmpty() || birth.isEmpty() || value(found, end.get()).isPresent()) {
            return found;
        }
        List<Found> all = new ArrayList<>(found);
        sheets.rows().stream()
                .flatMap(row -> row.parts().stream().flatMap(part -> day(part, row, birth.get(), end.get()).stream()))
                .findFirst()
                .ifPresent(all::add);
        return all;
    }

    private static Optional<FieldRule> asked(Sheets sheets, CardPart part) {
        return sheets.form().fields().stream()
                .filter(rule -> rule.card().filter(part::equals).isPresent())
                .findFirst();
    }

    private static Optional<String> value(List<Found> found, FieldRule rule) {
        return found.stream()
                .filter(one -> one.code().equals(rule.code()))
                .map(Found::value)
                .findFirst();
    }

    private static Optional<Found> day(List<Token> part, Row row, String birth, FieldRule rule) {
        Reach reach = Reach.of(part, row.page(), SURENESS);
        return Dates.alone(reach.text())
                .filter(day -> isBirthday(day, birth))
                .map(day -> Extraction.found(
                        rule,
                        reach,
                        day,
                        Optional.of("Không đọc được nhãn; đã lấy ngày đứng riêng trùng với ngày sinh.")));
    }

    private static boolean isBirthday(String day, String birth) {
        if (birth.length() != day.length()
                || !day.substring(0, DAY_AND_MONTH).equals(birth.substring(0, DAY_AND_MONTH))) {
            return false;
        }
        int age = Integer.parseInt(day.substring(DAY_AND_MONTH + 1))
                - Integer.parseInt(birth.substring(DAY_AND_MONTH + 1));
        return age >= FIRST_END && age <= LAST_END;
    }
}
