package vn.sohoa.common;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Vietnamese text as it is compared: without what recognizers, typists and orthographies disagree about. */
public final class Folding {
    /** The two schools of placing a tone mark. */
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

    private static final Pattern OLD_TONE = Pattern.compile("(" + String.join("|", TONES.keySet()) + ")(?!\\p{L})");

    private Folding() {}

    /** Lower case without diacritics; everything that is neither letter nor digit is one space. */
    public static String words(String text) {
        return folded(text, true);
    }

    /** As {@link #words}, without the spaces. */
    public static String letters(String text) {
        return folded(text, false);
    }

    /** In one pass and by hand: titles and labels are compared a hundred thousand times a page. */
    private static String folded(String text, boolean spaced) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(apart.length());
        boolean space = false;
        for (int i = 0; i < apart.length(); ) {
            int code = apart.codePointAt(i);
            i += Character.charCount(code);
            if (Character.isLetter(code) || isNumber(code)) {
                if (space && spaced && !folded.isEmpty()) {
                    folded.append(' ');
                }
                space = false;
                folded.appendCodePoint(code == 'đ' || code == 'Đ' ? 'd' : Character.toLowerCase(code));
            } else if (!isMark(code)) {
                space = true;
            }
        }
        return folded.toString();
    }

    private static boolean isNumber(int code) {
        return switch (Character.getType(code)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    private static boolean isMark(int code) {
        return switch (Character.getType(code)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** Lower case with diacritics, single spaces and the newer placing of tone marks: what two equal names share. */
    public static String exact(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
        return OLD_TONE.matcher(lower).replaceAll(match -> TONES.get(match.group(1)));
    }

    /**
     * How many letters must be changed, added or left out to make one of the other.
     *
     * @param most beyond this the answer is only that it is more: {@code most + 1}
     */
    public static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        if (most == 0) {
            return a.equals(b) ? 0 : 1;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = Math.min(j, most + 1);
        }
        for (int i = 1; i <= a.length(); i++) {
            // Further from the diagonal than «most» there is nothing but more errors than that.
            int from = Math.max(1, i - most);
            int to = Math.min(b.length(), i + most);
            int diagonal = row[from - 1];
            int left = from == 1 ? i : most + 1;
            int best = left;
            row[from - 1] = left;
            for (int j = from; j <= to; j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                left = Math.min(change, Math.min(diagonal, left) + 1);
                row[j] = left;
                best = Math.min(best, left);
            }
            if (best > most) {
                return most + 1;
            }
        }
        return Math.min(row[b.length()], most + 1);
    }
}
