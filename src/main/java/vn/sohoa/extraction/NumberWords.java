package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Numbers written out in Vietnamese, without their marks: «hai trieu nam tram nghin». */
final class NumberWords {
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

    private static final Map<String, Long> GROUPS =
            Map.of("nghin", 1_000L, "ngan", 1_000L, "trieu", 1_000_000L, "ty", 1_000_000_000L, "ti", 1_000_000_000L);
    private static final int TEN = 10;
    private static final int HUNDRED = 100;

    /** Any of its words, as a group of a pattern. */
    static final String WORD = "(?:mong|" + String.join("|", DIGITS.keySet()) + "|muoi|linh|le|tram|"
            + String.join("|", GROUPS.keySet()) + ")";

    private NumberWords() {}

    /**
     * Hundreds, tens and ones of each group of thousands; «mươi» after a digit and «mười» alone are written alike without
     * marks.
     */
    static long number(String text) {
        List<String> words = new ArrayList<>(Arrays.asList(text.strip().split(" ")));
        words.removeIf(word -> word.equals("mong") || word.equals("linh") || word.equals("le"));
        long sum = 0;
        int group = 0;
        int digit = -1;
        for (String word : words) {
            if (GROUPS.containsKey(word)) {
                int many = group + Math.max(0, digit);
                sum += Math.max(1, many) * GROUPS.get(word);
                group = 0;
                digit = -1;
            } else if (word.equals("tram")) {
                group += Math.max(0, digit) * HUNDRED;
                digit = -1;
            } else if (word.equals("muoi")) {
                group += (digit < 0 ? 1 : digit) * TEN;
                digit = -1;
            } else {
                if (digit >= 0) {
                    group += digit * TEN; // «hai mốt»: the word for tens is often left out
                }
                digit = DIGITS.getOrDefault(word, 0);
            }
        }
        return sum + group + Math.max(0, digit);
    }
}
