package vn.sohoa.extraction;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A paper was made, and people were born, before it was scanned: a later day or year is misread. */
final class ToCome {
    private ToCome() {}

    static List<Found> doubted(List<Found> found, List<FieldRule> rules, LocalDate today) {
        return found.stream()
                .map(value -> value.rule().isEmpty() && isPast(value, rules) && isAfter(value.value(), today)
                        ? value.doubted("Ngày hoặc năm này chưa tới: xem lại từng chữ số.")
                        : value)
                .toList();
    }

    /** Of other days nothing can be said: one may be that until which a paper is valid. */
    private static boolean isPast(Found found, List<FieldRule> rules) {
        return rules.stream()
                .anyMatch(rule -> rule.code().equals(found.code())
                        && (rule.kind() == FieldKind.YEAR
                                || rule.kind() == FieldKind.PAPER_DATE
                                || rule.kind() == FieldKind.DATE && rule.where() == FieldRule.Where.DATE_LINE));
    }

    private static boolean isAfter(String value, LocalDate today) {
        String[] parts = value.split("/");
        int year = Integer.parseInt(parts[parts.length - 1]);
        Optional<LocalDate> day = parts.length == 3
                ? Optional.of(LocalDate.of(year, Integer.parseInt(parts[1]), Integer.parseInt(parts[0])))
                : Optional.empty();
        return year > today.getYear()
                || day.filter(date -> date.isAfter(today.plusDays(1))).isPresent();
    }
}
