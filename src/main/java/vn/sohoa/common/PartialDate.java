package vn.sohoa.common;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as far as a paper tells it: a year, a month of a year, or a day. Old registers often know no more than a year.
 *
 * @param year 1800 to 2199
 * @param month 1 to 12; empty where the paper has no more than a year
 * @param day of the month; empty where the paper has no more than a month
 * @param printed as it stands on the paper
 */
public record PartialDate(int year, OptionalInt month, OptionalInt day, String printed) {
    private static final Pattern SHAPE = Pattern.compile("(?:(?:(\\d{1,2})[./-])?(\\d{1,2})[./-])?(\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2199;

    public PartialDate {
        if (year < FIRST_YEAR || year > LAST_YEAR || (day.isPresent() && month.isEmpty())) {
            throw new DateTimeException("not a date: " + year + " " + month + " " + day);
        }
        if (month.isPresent()) {
            LocalDate.of(year, month.getAsInt(), day.orElse(1)); // throws for what is not in the calendar
        }
    }

    /** Reads {@code yyyy}, {@code MM/yyyy}, {@code dd/MM/yyyy}, with dots or hyphens too, and {@code yyyy-MM-dd}. */
    public static Optional<PartialDate> parse(String printed) {
        String text = Normalizer.normalize(printed, Normalizer.Form.NFC).strip().replaceAll("\\s*([./-])\\s*", "$1");
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return of(iso.group(1), Optional.of(iso.group(2)), Optional.of(iso.group(3)), printed);
        }
        Matcher shape = SHAPE.matcher(text);
        return shape.matches()
                ? of(shape.group(3), Optional.ofNullable(shape.group(2)), Optional.ofNullable(shape.group(1)), printed)
                : Optional.empty();
    }

    private static Optional<PartialDate> of(String year, Optional<String> month, Optional<String> day, String printed) {
        try {
            return Optional.of(new PartialDate(Integer.parseInt(year), number(month), number(day), printed));
        } catch (DateTimeException e) {
            return Optional.empty(); // 30/02, or a month 13
        }
    }

    private static OptionalInt number(Optional<String> digits) {
        return digits.map(text -> OptionalInt.of(Integer.parseInt(text))).orElse(OptionalInt.empty());
    }

    /** With this between its parts, the day first: {@code 05.03.2007}, {@code 03.2007}, {@code 2007}. */
    public String dayFirst(String separator) {
        String text = "%04d".formatted(year);
        if (month.isPresent()) {
            text = "%02d".formatted(month.getAsInt()) + separator + text;
        }
        return day.isPresent() ? "%02d".formatted(day.getAsInt()) + separator + text : text;
    }

    /** The year first: {@code 2007-03-05}, {@code 2007-03}, {@code 2007}. */
    public String yearFirst() {
        String text = "%04d".formatted(year);
        if (month.isPresent()) {
            text += "-%02d".formatted(month.getAsInt());
        }
        return day.isPresent() ? text + "-%02d".formatted(day.getAsInt()) : text;
    }

    /** Whether both are the same date to the same precision, however they are printed. */
    public boolean sameAs(PartialDate other) {
        return yearFirst().equals(other.yearFirst());
    }
}
