package vn.sohoa.extraction;

import java.util.Map;
import java.util.Optional;

/** Digits that were read as the letters they look like. */
final class Misread {
    private static final Map<Character, Character> DIGITS = Map.ofEntries(
            Map.entry('O', '0'),
            Map.entry('o', '0'),
            Map.entry('Q', '0'),
            Map.entry('D', '0'),
            Map.entry('l', '1'),
            Map.entry('I', '1'),
            Map.entry('|', '1'),
            Map.entry('!', '1'),
            Map.entry('i', '1'),
            Map.entry('Z', '2'),
            Map.entry('z', '2'),
            Map.entry('S', '5'),
            Map.entry('s', '5'),
            Map.entry('b', '6'),
            Map.entry('G', '6'),
            Map.entry('B', '8'),
            Map.entry('g', '9'),
            Map.entry('q', '9'));
    private static final double DIGITS_LEAST = 0.6;

    private Misread() {}

    /** The text with such letters as digits, in words that are digits for the most part; empty where there are none. */
    static Optional<String> digits(String text) {
        StringBuilder mended = new StringBuilder();
        for (String word : text.split(" ")) {
            long digits = word.chars().filter(Character::isDigit).count();
            long letters = word.chars().filter(Character::isLetter).count();
            boolean number = digits > 0 && digits >= DIGITS_LEAST * (digits + letters);
            for (char letter : word.toCharArray()) {
                mended.append(number ? DIGITS.getOrDefault(letter, letter).charValue() : letter);
            }
            mended.append(' ');
        }
        String result = mended.toString().strip();
        return result.equals(text) ? Optional.empty() : Optional.of(result);
    }
}
