package vn.sohoa.ocr;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.sohoa.common.Folding;
import vn.sohoa.page.Block;
import vn.sohoa.page.Line;
import vn.sohoa.page.Word;

/**
 * Set phrases of administrative print: where all letters of one were read, its marks come from the list. Never a letter,
 * never a word more or less; which of the two ways of placing a tone mark was printed stays.
 */
final class Formulas {
    private final Map<String, List<String>> phrases = new HashMap<>();
    private int longest;

    private Formulas() {}

    static Formulas read() {
        Formulas formulas = new Formulas();
        try (InputStream in = Objects.requireNonNull(Formulas.class.getResourceAsStream("formulas.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(formulas::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return formulas;
    }

    private void add(String phrase) {
        List<String> words = Arrays.stream(phrase.split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        phrases.put(Folding.words(phrase), words);
        longest = Math.max(longest, words.size());
    }

    List<Block> mark(List<Block> blocks) {
        return blocks.stream()
                .map(block -> new Block(block.lines().stream().map(this::mark).toList()))
                .toList();
    }

    private Line mark(Line line) {
        List<Word> words = new ArrayList<>(line.words());
        List<Integer> places = new ArrayList<>();
        List<String> folded = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String letters = Folding.words(words.get(i).text());
            if (!letters.isEmpty()) {
                places.add(i);
                folded.add(letters);
            }
        }
        int at = 0;
        while (at < folded.size()) {
            int length = Math.min(longest, folded.size() - at);
            while (length > 1 && !phrases.containsKey(String.join(" ", folded.subList(at, at + length)))) {
                length--;
            }
            if (length > 1) {
                List<String> phrase =
                        phrases.getOrDefault(String.join(" ", folded.subList(at, at + length)), List.of());
                for (int i = 0; i < length; i++) {
                    int place = places.get(at + i);
                    words.set(place, marked(words.get(place), phrase.get(i)));
                }
            }
            at += Math.max(1, length);
        }
        return new Line(words);
    }

    private static Word marked(Word word, String wanted) {
        String text = word.text();
        int start = 0;
        while (start < text.length() && !Character.isLetter(text.charAt(start))) {
            start++;
        }
        int end = start + wanted.length();
        if (end > text.length()) {
            return word;
        }
        String seen = text.substring(start, end);
        if (Folding.exact(seen).equals(Folding.exact(wanted))
                || !Folding.words(seen).equals(Folding.words(wanted))) {
            return word;
        }
        StringBuilder marked = new StringBuilder(text);
        for (int i = 0; i < wanted.length(); i++) {
            char letter = wanted.charAt(i);
            marked.setCharAt(
                    start + i,
                    Character.isUpperCase(seen.charAt(i))
                            ? Character.toUpperCase(letter)
                            : Character.toLowerCase(letter));
        }
        return new Word(marked.toString(), word.box(), word.confidence());
    }
}
