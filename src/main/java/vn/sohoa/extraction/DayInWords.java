package vn.sohoa.extraction;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sohoa.common.Folding;

/** Days written out in words: «Ngày sáu tháng một năm hai nghìn không trăm linh năm». */
final class DayInWords {
    private static final Map<String, Integer> DIGITS = Map.ofEntries(
            Map.entry("khong", 0),
            Map.entry("mot", 1),
            Map.entry("hai", 2),
            Map.entry("ba", 3),
            Map.entry("bon", 4),
            Map.entry("tu", 4),
            Map.entry("nam", 5),
            Map.entry("lam", 5),
            Map.entry("nham", 5),
            Map.entry("sau", 6),
            Map.entry("bay", 7),
            Map.entry("tam", 8),
            Map.entry("chin", 9));

    private static final String NUMBER =
            "(?:(?:mong|khong|mot|hai|ba|bon|tu|nam|lam|nham|sau|bay|tam|chin|muoi|linh|le|tram|nghin|ngan) ?)+?";
    /** The word for five is also that for year: a month takes as little as it can. */
    private static final Pattern DAY = Pattern.compile("\\b(?:ngay )?(" + NUMBER + ")thang (" + NUMBER
            + ")nam ((?:mot|hai) (?:nghin|ngan) (?:" + NUMBER + "))(?=$|[^a-z ]|"
            + "(?! ?(?:khong|mot|hai|ba|bon|tu|nam|lam|nham|sau|bay|tam|chin|muoi|linh|le|tram)\\b))");

    private static final int TEN = 10;
    private static final int HUNDRED = 100;
    private static final int THOUSAND = 1000;

    private DayInWords() {}

    /** The first day in words, as {@code dd/MM/yyyy}; nothing where there is none, or none that a calendar has. */
    static Optional<String> in(String text) {
        Matcher matcher = DAY.matcher(Folding.words(text));
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(
                    number(words(matcher.group(3))), number(words(matcher.group(2))), number(words(matcher.group(1))));
            return Optional.of("%02d/%02d/%04d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>(Arrays.asList(text.strip().split(" ")));
        words.removeIf(word -> word.equals("mong") || word.equals("linh") || word.equals("le"));
        return words;
    }

    /** Thousands, hundreds, tens and ones; «mươi» after a digit and «mười» alone are written alike without marks. */
    private static int number(List<String> words) {
        int sum = 0;
        int digit = -1;
        for (String word : words) {
            switch (word) {
                case "nghin", "ngan" -> {
                    sum += Math.max(1, digit) * THOUSAND;
                    digit = -1;
                }
                case "tram" -> {
                    sum += Math.max(0, digit) * HUNDRED;
                    digit = -1;
                }
                case "muoi" -> {
                    sum += (digit < 0 ? 1 : digit) * TEN;
                    digit = -1;
                }
                default -> {
                    if (digit >= 0) {
                        sum += digit * TEN; // «hai mốt»: the word for tens is often left out
                    }
                    digit = DIGITS.getOrDefault(word, 0);
                }
            }
        }
        return sum + Math.max(0, digit);
    }
}
