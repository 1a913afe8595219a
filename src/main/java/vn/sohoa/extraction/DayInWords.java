package vn.sohoa.extraction;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sohoa.common.Folding;

/** Days written out in words: «Ngày sáu tháng một năm hai nghìn không trăm linh năm». */
final class DayInWords {
    private static final String NUMBER =
            "(?:(?:mong|khong|mot|hai|ba|bon|tu|nam|lam|nham|sau|bay|tam|chin|muoi|linh|le|tram|nghin|ngan)\\b ?)+?";
    /** The word for five is also that for year: a month takes as little as it can. */
    private static final Pattern DAY = Pattern.compile("\\b(?:ngay )?(" + NUMBER + ")thang (" + NUMBER
            + ")nam ((?:mot|hai) (?:nghin|ngan) (?:" + NUMBER + "))(?=$|[^a-z ]|"
            + "(?! ?(?:khong|mot|hai|ba|bon|tu|nam|lam|nham|sau|bay|tam|chin|muoi|linh|le|tram)\\b))");

    private DayInWords() {}

    /** The first day in words, as {@code dd/MM/yyyy}; nothing where there is none, or none that a calendar has. */
    static Optional<String> in(String text) {
        Matcher matcher = DAY.matcher(Folding.words(text));
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(number(matcher.group(3)), number(matcher.group(2)), number(matcher.group(1)));
            return Optional.of("%02d/%02d/%04d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String words) {
        return (int) NumberWords.number(words);
    }
}
