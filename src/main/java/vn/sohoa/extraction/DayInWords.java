package vn.sohoa.extraction;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sohoa.common.Folding;

/** Days written out in words: «Ngày sáu tháng một năm hai nghìn không trăm linh năm». */
final class DayInWords {
    private static final String NUMBER =
            "(?:(?:mong|khong|mot|hai|ba|bon|tu|nam|lam|nham|sau|bay|tam|chin|muoi|linh|le|tram|nghin|ngan)\\b ?)+?";
    /** The word for five is also that for year: a month takes as little as it can. */
    private static final Pattern DAY =
            Pattern.compile("(?:^|\\b(?:n?g?ay|nga[a-z]?|chu|\\d{4}) )(" + NUMBER + ")thang (" + NUMBER
                    + ")nam ((?:mot|hai) (?:nghin|ngan) (?:" + NUMBER + "))(?=$|[^a-z ]|"
                    + "(?! ?(?:khong|mot|hai|ba|bon|tu|nam|lam|nham|sau|bay|tam|chin|muoi|linh|le|tram)\\b))");

    private static final Pattern UNFINISHED = Pattern.compile("\\b(?:linh|le)$");
    private static final List<String> UNITS =
            List.of("mot", "hai", "ba", "bon", "tu", "nam", "lam", "sau", "bay", "tam", "chin", "muoi");
    /** What may follow a day, though it looks like a number: «tại», «nơi», «dân tộc» … */
    private static final Set<String> NEXT =
            Set.of("", "tai", "noi", "gioi", "dan", "quoc", "ho", "que", "ngay", "va", "la");

    private DayInWords() {}

    /** The first day in words, as {@code dd/MM/yyyy}; nothing where there is none, or none that a calendar has. */
    static Optional<String> in(String text) {
        String folded = Folding.words(text);
        Matcher matcher = DAY.matcher(folded);
        if (!matcher.find()
                || goesOn(matcher.group(3), folded.substring(matcher.end()).strip())) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(number(matcher.group(3)), number(matcher.group(2)), number(matcher.group(1)));
            return Optional.of("%02d/%02d/%04d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** «hai nghìn không trăm linh tárn» is not the year 2000: its last word was not read. */
    private static boolean goesOn(String year, String rest) {
        String next = rest.split(" ")[0];
        return UNFINISHED.matcher(year.strip()).find()
                || !NEXT.contains(next) && UNITS.stream().anyMatch(unit -> Folding.distance(next, unit, 1) <= 1);
    }

    private static int number(String words) {
        return (int) NumberWords.number(words);
    }
}
