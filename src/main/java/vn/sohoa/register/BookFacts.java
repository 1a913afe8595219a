package vn.sohoa.register;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which register a book is.
 *
 * @param kind such as {@code KS}; empty until it is known
 * @param years {@code 2007} or {@code 2007-2009}; empty until known
 * @param number of two digits; empty until known
 */
public record BookFacts(String kind, String years, String number) {
    public static final BookFacts UNKNOWN = new BookFacts("", "", "");

    private static final Pattern KEY =
            Pattern.compile("([A-Z]{2,4})[._-]((?:19|20)\\d{2}(?:-(?:19|20)\\d{2})?)[._-](\\d{1,2})");
    private static final Pattern YEARS = Pattern.compile("(19\\d{2}|20\\d{2})(-(19\\d{2}|20\\d{2}))?");
    private static final Pattern NUMBER = Pattern.compile("\\d{2}");

    /** What a folder's name tells, such as {@code KS.2007.01}. */
    public static BookFacts ofKey(String key) {
        Matcher matcher = KEY.matcher(key.substring(key.lastIndexOf('/') + 1));
        return matcher.matches()
                ? new BookFacts(
                        matcher.group(1), matcher.group(2), "%02d".formatted(Integer.parseInt(matcher.group(3))))
                : UNKNOWN;
    }

    /** Whether this tells a register, its years in order. */
    boolean whole(Optional<Form> form) {
        return form.isPresent()
                && YEARS.matcher(years).matches()
                && NUMBER.matcher(number).matches()
                && (years.length() == 4 || years.substring(0, 4).compareTo(years.substring(5)) <= 0);
    }
}
