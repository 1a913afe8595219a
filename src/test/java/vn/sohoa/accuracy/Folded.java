package vn.sohoa.accuracy;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts made comparable. What is folded away here is what nobody would call an error of reading: leaders, the shape of
 * quotes and dashes, white space. Case and tone marks stay, unless the name says otherwise.
 */
final class Folded {
    private static final Pattern LEADERS = Pattern.compile("[.…·_\\-–—]{2,}|…");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\x1c-\\x1f\\x85]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern AROUND_PUNCTUATION =
            Pattern.compile("\\s*([,/.-])\\s*", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ENDS = Pattern.compile("^[ .,;:-]+|[ .,;:-]+$");

    /** Both places of a tone on oa, oe and uy at the end of a word are right; the older one stands for both. */
    private static final Map<String, String> TONES = Map.ofEntries(
            Map.entry("oà", "òa"),
            Map.entry("oá", "óa"),
            Map.entry("oả", "ỏa"),
            Map.entry("oã", "õa"),
            Map.entry("oạ", "ọa"),
            Map.entry("oè", "òe"),
            Map.entry("oé", "óe"),
            Map.entry("oẻ", "ỏe"),
            Map.entry("oẽ", "õe"),
            Map.entry("oẹ", "ọe"),
            Map.entry("uỳ", "ùy"),
            Map.entry("uý", "úy"),
            Map.entry("uỷ", "ủy"),
            Map.entry("uỹ", "ũy"),
            Map.entry("uỵ", "ụy"));

    private static final Pattern TONE = Pattern.compile(
            TONES.keySet().stream().collect(Collectors.joining("|", "(", ")(?!\\w)")), Pattern.UNICODE_CHARACTER_CLASS);

    private Folded() {}

    /** NFC; leaders and white space to one space; quotes and dashes straight. */
    static String text(String text) {
        String folded = LEADERS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .replace('–', '-')
                .replace('—', '-')
                .replace('“', '"')
                .replace('”', '"')
                .replace('‘', '\'')
                .replace('’', '\'');
        return spaces(folded);
    }

    /** Base letters only: no marks, no case. */
    static String base(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace('đ', 'd');
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    }

    /** A value as two people would call it the same: case, tone placement and blanks around punctuation folded. */
    static String value(String value) {
        String lower = spaces(Normalizer.normalize(value, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
        String bare = ENDS.matcher(lower).replaceAll("");
        String toned = TONE.matcher(bare).replaceAll(match -> TONES.getOrDefault(match.group(1), match.group(1)));
        return AROUND_PUNCTUATION.matcher(toned).replaceAll("$1");
    }

    private static String spaces(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }
}
