package vn.sohoa.extraction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.sohoa.common.Folding;

/** Digits that were read as the letters they look like. */
final class Misread {
    private static final Map<Character, Character> DIGITS = Map.ofEntries(
            Map.entry('O', '0'),
            Map.entry('o', '0'),
            Map.entry('Q', '0'),
            Map.entry('D', '0'),
            Map.entry('Ø', '0'),
            Map.entry('ø', '0'),
            Map.entry('l', '1'),
            Map.entry('I', '1'),
            Map.entry('|', '1'),
            Map.entry('!', '1'),
            Map.entry('J', '1'),
            Map.entry(']', '1'),
            Map.entry('[', '1'),
            Map.entry('i', '1'),
            Map.entry('Z', '2'),
            Map.entry('z', '2'),
            Map.entry('S', '5'),
            Map.entry('s', '5'),
            Map.entry('Š', '5'),
            Map.entry('š', '5'),
            Map.entry('ð', '5'),
            Map.entry('b', '6'),
            Map.entry('G', '6'),
            Map.entry('B', '8'),
            Map.entry('g', '9'),
            Map.entry('q', '9'));
    private static final double DIGITS_LEAST = 0.6;
    private static final int NUMBER_OF_A_DAY = 4;
    /** The 31st is the last. */
    private static final char LAST_TENS = '3';
    /** Of so many letters one may be read wrong: «nsày 1]». */
    private static final int LONG = 4;
    /** What stands before the numbers of a day that is written out. */
    private static final List<String> WORDS_OF_A_DAY = List.of("ngay", "thang", "nam");
    /** Twelve signs of which the first was read as no nought: numbers of persons begin with one. */
    private static final Pattern NO_NOUGHT = Pattern.compile("(?<![\\p{L}\\d])[\\p{L}4-9](?=\\d{11}(?![\\p{L}\\d]))");

    private Misread() {}

    /** The text with such letters as digits, in words that are digits for the most part; empty where there are none. */
    static Optional<String> digits(String text) {
        StringBuilder mended = new StringBuilder();
        String before = "";
        for (String word : text.split(" ")) {
            boolean ofADay = isOfADay(before, word);
            boolean number = isNumber(word) || ofADay;
            for (char letter : (ofADay ? once(word) : word).toCharArray()) {
                mended.append(number ? DIGITS.getOrDefault(letter, letter).charValue() : letter);
            }
            mended.append(' ');
            before = word;
        }
        String result = mended.toString().strip();
        return result.equals(text) ? Optional.empty() : Optional.of(result);
    }

    /** The text where the first sign of a personal number is the nought that it has to be; empty where it is. */
    static Optional<String> nought(String text) {
        String mended = NO_NOUGHT.matcher(text).replaceAll("0");
        return mended.equals(text) ? Optional.empty() : Optional.of(mended);
    }

    private static boolean isNumber(String word) {
        long digits = word.chars().filter(Character::isDigit).count();
        long letters = word.chars().filter(Character::isLetter).count();
        return digits > 0 && digits >= DIGITS_LEAST * (digits + letters);
    }

    /** «tháng 5Š»: one sign that was read twice, where both would make a number that no day and no month has. */
    private static String once(String word) {
        boolean twice = word.length() == 2
                && word.charAt(0) > LAST_TENS
                && DIGITS.getOrDefault(word.charAt(1), ' ') == word.charAt(0);
        return twice ? word.substring(0, 1) : word;
    }

    /** «tháng I1», «ngày O5»: all of it looks like digits, where a number has to be. */
    private static boolean isOfADay(String before, String word) {
        String letters = Folding.letters(before);
        return word.length() <= NUMBER_OF_A_DAY
                && WORDS_OF_A_DAY.stream()
                        .anyMatch(known -> Folding.distance(letters, known, 1) <= known.length() / LONG)
                && word.chars().allMatch(sign -> Character.isDigit(sign) || DIGITS.containsKey((char) sign));
    }
}
