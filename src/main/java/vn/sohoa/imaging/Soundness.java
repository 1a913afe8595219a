package vn.sohoa.imaging;

import java.util.List;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/**
 * Whether a text layer says what the paper says. Layers lie in known ways: no Unicode behind the glyphs, private or
 * shifted codes, and the old Vietnamese encodings TCVN3 and VNI, whose letters come out as other Latin letters
 * ("Céng hoµ x· héi"). When in doubt the answer is no, and the page is read by OCR.
 */
final class Soundness {
    /** Latin-1 characters that TCVN3 and VNI put inside Vietnamese words and that Vietnamese spelling never has. */
    private static final String FOREIGN = "µ¶·¸¹¨»¾¼½Æ©Çª®«¬ßØÞåæçëîïñö÷øûüÿÑÖÜÐäÅ¦§¥¤¢£±º¯°²³´×";

    private static final String FILLERS = ".…_-–—·•|:";
    private static final String VOWELS = "aeiouy";
    private static final int FEWEST_LETTERS = 30;
    private static final double FEW = 0.02;
    private static final double SOME = 0.05;

    private Soundness() {}

    static boolean of(PageText text) {
        List<String> words = text.words().map(Word::text).toList();
        String all = String.join("", words);
        long letters = all.codePoints().filter(Character::isLetter).count();
        long filled = all.codePoints().filter(c -> FILLERS.indexOf(c) < 0).count();
        long readable = all.codePoints().filter(Character::isLetterOrDigit).count();
        return letters >= FEWEST_LETTERS
                && all.codePoints().filter(Soundness::isNonsense).count() <= FEW * filled
                && readable >= 0.6 * filled
                && share(words, Soundness::isLegacy) <= SOME
                && hasVowels(words)
                && !isScattered(words);
    }

    private static boolean isNonsense(int c) {
        int type = Character.getType(c);
        return c == 0xFFFD
                || type == Character.CONTROL
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.SURROGATE;
    }

    private static boolean isLegacy(String word) {
        boolean letter = word.codePoints().anyMatch(c -> c < 0x80 && Character.isLetter(c));
        return letter && word.codePoints().anyMatch(c -> FOREIGN.indexOf(c) >= 0);
    }

    /** Shuffled codes give words that nobody can say. */
    private static boolean hasVowels(List<String> words) {
        List<String> plain = words.stream()
                .filter(w -> w.length() > 1 && w.codePoints().allMatch(Character::isLetter))
                .map(w -> java.text.Normalizer.normalize(w, java.text.Normalizer.Form.NFD)
                        .toLowerCase(java.util.Locale.ROOT))
                .toList();
        return share(plain, w -> w.codePoints().anyMatch(c -> VOWELS.indexOf(c) >= 0)) >= 0.7;
    }

    /** Letters set one by one, where words cannot be told apart. */
    private static boolean isScattered(List<String> words) {
        return share(words, w -> w.length() == 1 && Character.isLetter(w.charAt(0))) > 0.4;
    }

    private static double share(List<String> words, java.util.function.Predicate<String> which) {
        return words.isEmpty() ? 0 : words.stream().filter(which).count() / (double) words.size();
    }
}
