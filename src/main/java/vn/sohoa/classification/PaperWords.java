package vn.sohoa.classification;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.sohoa.common.Folding;
import vn.sohoa.page.PageText;

/**
 * What a page says that may tell its type: folded words and pairs of neighbours in a line, each once. Numbers and lines in
 * capitals are left out: a title that can be read is told by itself, and the other capitals are mostly names.
 */
public record PaperWords(Set<String> single, Set<String> pairs) {
    private static final int SHORTEST = 2;
    private static final String BETWEEN = "_";

    public PaperWords {
        single = Set.copyOf(single);
        pairs = Set.copyOf(pairs);
    }

    public static PaperWords of(PageText page) {
        return of(lines(page));
    }

    /** @param lines as {@link #lines} tells them */
    public static PaperWords of(List<List<String>> lines) {
        Set<String> single = new HashSet<>();
        Set<String> pairs = new HashSet<>();
        for (List<String> words : lines) {
            single.addAll(words);
            for (int i = 1; i < words.size(); i++) {
                pairs.add(words.get(i - 1) + BETWEEN + words.get(i));
            }
        }
        return new PaperWords(single, pairs);
    }

    /** The words of each line that count. */
    public static List<List<String>> lines(PageText page) {
        return page.lines()
                .filter(line -> !Classify.isInCapitals(line.text()))
                .map(line -> Arrays.stream(Folding.words(line.text()).split(" "))
                        .filter(PaperWords::isWord)
                        .toList())
                .filter(words -> !words.isEmpty())
                .toList();
    }

    /** In an order that does not change from run to run. */
    Stream<String> all() {
        return Stream.concat(single.stream(), pairs.stream()).sorted();
    }

    private static boolean isWord(String word) {
        return word.length() >= SHORTEST && word.chars().noneMatch(Character::isDigit);
    }
}
