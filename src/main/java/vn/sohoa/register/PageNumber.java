package vn.sohoa.register;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which page of a book a scanned page is, as far as its file tells. */
final class PageNumber {
    private static final Pattern TRAILING = Pattern.compile("(\\d{1,5})(?:\\.[A-Za-z]{1,5})?$");

    private PageNumber() {}

    /** The digits at the end of the file's name, counted on within a file of several pages. */
    static OptionalInt of(String file, int position) {
        Matcher digits = TRAILING.matcher(file);
        if (digits.find()) {
            int number = Integer.parseInt(digits.group(1)) + position;
            return number >= 1 && number <= 99_999 ? OptionalInt.of(number) : OptionalInt.empty();
        }
        return OptionalInt.empty();
    }
}
