package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.sohoa.common.Folding;
import vn.sohoa.page.Box;
import vn.sohoa.page.Word;

/**
 * A word, or the part of one up to a colon, without the dots of the form's leaders.
 *
 * @param text without the colon; empty for a colon that stands alone
 * @param letters folded, for comparing
 * @param bag which letters it has, a bit each
 * @param colon a colon follows
 */
record Token(String text, String letters, int bag, boolean colon, Box box, float confidence) {
    private static final Pattern LEADER = Pattern.compile("[.…·_]{2,}|[…·_]+$|^[….·_]+");
    private static final Pattern NOTHING = Pattern.compile("[^\\p{L}\\p{N}:(\"«]*");

    static List<Token> of(Word word) {
        List<Token> tokens = new ArrayList<>();
        String text = word.text();
        int from = 0;
        for (int at = colon(text, 0); at >= 0; at = colon(text, from)) {
            tokens.add(part(word, from, at, true));
            from = at + 1;
        }
        if (from < text.length() || tokens.isEmpty()) {
            Token last = part(word, from, text.length(), false);
            if (!last.text.isEmpty()) {
                tokens.add(last);
            }
        }
        return tokens;
    }

    /** No label is a single letter before a small one: «H:zng» is a name with letters lost. */
    private static int colon(String text, int from) {
        int at = text.indexOf(':', from);
        while (at >= 0 && at <= 1 && at + 1 < text.length() && Character.isLowerCase(text.charAt(at + 1))) {
            at = text.indexOf(':', at + 1);
        }
        return at;
    }

    private static Token part(Word word, int from, int to, boolean colon) {
        Box box = word.box();
        int length = Math.max(1, word.text().length());
        int left = box.x() + box.width() * from / length;
        int right = box.x() + box.width() * to / length;
        String bare = LEADER.matcher(word.text().substring(from, to)).replaceAll("");
        String text = NOTHING.matcher(bare).matches() ? "" : bare;
        String letters = Folding.letters(text);
        return new Token(
                text,
                letters,
                Wanted.bag(letters),
                colon,
                new Box(left, box.y(), Math.max(1, right - left), box.height()),
                word.confidence());
    }
}
