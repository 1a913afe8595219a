package vn.sohoa.extraction;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sohoa.common.Folding;

/** Days as papers write them; incomplete ones stay incomplete. */
final class Dates {
    /** «07/1 1/1985», «21!01/1962», «28/05 1986», «28 09-1968»: a gap in a number, a stroke read otherwise or not at all. */
    private static final Pattern NUMBERS = Pattern.compile("(?<![\\p{L}\\d/.-])(?:"
            + "(\\d{1,2}|\\d \\d)\\s?[/.!|:-]\\s?(\\d{1,2}|\\d \\d)(?:\\s?[/.!|:-]\\s?|\\s)"
            + "|(\\d{2})\\s(\\d{2})\\s?[/.!|:-]\\s?)(\\d{4})(?!\\d)");

    private static final Pattern GAP = Pattern.compile(" ");
    /** The words for day, month and year may be read wrong; what stands between the numbers has their lengths. */
    private static final Pattern WORDS =
            Pattern.compile("\\b(?:n\\p{L}{2,3} )?(\\d{1,2}) \\p{L}{4,5} (\\d{1,2}) \\p{L}{3} ((?:1[89]|20)\\d{2})\\b");

    private static final Pattern MONTH = Pattern.compile(
            "(?<![\\p{L}\\d/.-])(?<![/.-]\\s)(\\d{1,2})\\s?[/.-]\\s?((?:1[89]|20)\\d{2})(?![\\p{L}\\d])");
    private static final Pattern MONTH_WORDS = Pattern.compile("\\bthang (\\d{1,2}) nam ((?:1[89]|20)\\d{2})\\b");
    /** A day that was not read, before its month. */
    private static final Pattern DAY_BEFORE = Pattern.compile("\\bngay \\S+ (?:thang )?$|\\S*\\d\\S* (?:thang )?$");
    /** A year that belongs to a day or month that was not read. */
    private static final Pattern NOT_ALONE = Pattern.compile("\\bthang \\S+ nam\\b");

    /** Of a day or month that was read as something else. */
    private static final Pattern DIGIT = Pattern.compile("\\d");

    private static final Pattern YEAR =
            Pattern.compile("(?<![\\p{L}\\d/.-])(?<![/.-]\\s)((?:1[89]|20)\\d{2})(?![\\p{L}\\d/.-])");

    private Dates() {}

    /** The first day in the text as {@code dd/MM/yyyy}; else a month, else a year; nothing that no calendar has. */
    static Optional<String> first(String text) {
        String folded = Folding.words(text);
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.find()) {
            return day(numbers);
        }
        Matcher words = WORDS.matcher(folded);
        if (words.find()) {
            return day(words.group(1), words.group(2), words.group(3));
        }
        Matcher month = MONTH.matcher(text);
        if (month.find()
                && !DAY_BEFORE
                        .matcher(Folding.words(text.substring(0, month.start())) + ' ')
                        .find()) {
            return day("1", month.group(1), month.group(2)).map(date -> date.substring(3));
        }
        Matcher monthWords = MONTH_WORDS.matcher(folded);
        if (monthWords.find()
                && !DAY_BEFORE.matcher(folded.substring(0, monthWords.start())).find()) {
            return day("1", monthWords.group(1), monthWords.group(2)).map(date -> date.substring(3));
        }
        Matcher year = YEAR.matcher(text);
        boolean alone = year.find()
                && !NOT_ALONE.matcher(folded).find()
                && !DIGIT.matcher(text.substring(0, year.start())).find();
        return alone ? Optional.of(year.group(1)) : Optional.empty();
    }

    /** The day that is all of the text, in numbers. */
    static Optional<String> alone(String text) {
        Matcher numbers = NUMBERS.matcher(Values.clean(text));
        return numbers.matches() ? day(numbers) : Optional.empty();
    }

    private static Optional<String> day(Matcher numbers) {
        boolean marked = numbers.group(1) != null;
        String day = numbers.group(marked ? 1 : 3);
        String month = numbers.group(marked ? 2 : 4);
        return day(whole(day), whole(month), numbers.group(5));
    }

    private static String whole(String number) {
        return GAP.matcher(number).replaceAll("");
    }

    /** The day that is written out with the words for day, month and year. */
    static Optional<String> writtenOut(String text) {
        Matcher words = WORDS.matcher(Folding.words(text));
        return words.find() ? day(words.group(1), words.group(2), words.group(3)) : Optional.empty();
    }

    /** Whether folded text is a day written out, and no more. */
    static boolean isAll(String words) {
        return WORDS.matcher(words).matches();
    }

    private static Optional<String> day(String day, String month, String year) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return Optional.of("%02d/%02d/%04d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
