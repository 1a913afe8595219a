package vn.sohoa.extraction;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An age beside a date of birth, held against the day on which the paper was made. It can only doubt: an age fits two years
 * of birth, and people also count the year before birth.
 */
final class Ages {
    private static final Pattern AGE = Pattern.compile("(?iU)\\btuổi:?\\s*(\\d{1,3})\\b|\\b(\\d{1,3})\\s*tuổi\\b");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})$");

    private Ages() {}

    /** @param found a day or year of birth */
    static Optional<String> doubt(Found found, FieldRule rule, Sheets sheets) {
        Optional<Integer> born = year(found.value());
        Optional<Integer> age = sheets.rows().stream()
                .filter(row -> row.page() == found.page()
                        && row.tokens().stream().anyMatch(token -> token.box().meets(found.box())))
                .flatMap(row -> age(row.text()).stream())
                .findFirst();
        if (born.isEmpty() || age.isEmpty()) {
            return Optional.empty();
        }
        return Places.dateLine(sheets, rule)
                .flatMap(reach -> Dates.writtenOut(reach.text()))
                .flatMap(Ages::year)
                .filter(made -> Math.abs(made - born.get() - age.get()) > 1)
                .map(made -> "Giấy làm năm " + made + " ghi " + age.get() + " tuổi.");
    }

    private static Optional<Integer> year(String date) {
        Matcher year = YEAR.matcher(date);
        return year.find() ? Optional.of(Integer.valueOf(year.group(1))) : Optional.empty();
    }

    private static Optional<Integer> age(String text) {
        List<Integer> ages = AGE.matcher(text)
                .results()
                .map(match -> Integer.valueOf(match.group(1) == null ? match.group(2) : match.group(1)))
                .toList();
        return ages.size() == 1
                ? Optional.of(ages.get(0))
                : Optional.empty(); // of two persons in a row nobody knows whose
    }
}
