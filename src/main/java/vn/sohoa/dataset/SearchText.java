package vn.sohoa.dataset;

import java.util.regex.Pattern;
import vn.sohoa.common.Folding;

/** Text as it is searched: words of letters and digits, with their diacritics and without. */
final class SearchText {
    private static final Pattern NEITHER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    /** As much as a tsvector can hold of any text. */
    private static final int LONGEST = 200_000;

    private SearchText() {}

    static String exact(String text) {
        return NEITHER.matcher(Folding.exact(shortened(text))).replaceAll(" ").strip();
    }

    static String folded(String text) {
        return Folding.words(shortened(text));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
