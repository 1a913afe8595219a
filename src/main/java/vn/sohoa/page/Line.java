package vn.sohoa.page;

import java.util.List;
import java.util.stream.Collectors;

/** A line of words, left to right; never empty. */
public record Line(List<Word> words) {
    public Line {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a line has at least one word");
        }
        words = List.copyOf(words);
    }

    public Box box() {
        return words.stream().map(Word::box).reduce(Box::union).orElseThrow();
    }

    public String text() {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }
}
