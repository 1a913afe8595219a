package vn.sohoa.register;

import java.text.Normalizer;

/**
 * What somebody read at one place of a paper: a value, or that it cannot be read, or that the paper has none.
 *
 * @param text in NFC, no spaces around it or doubled; empty unless the kind is {@code VALUE}
 */
public record Answer(Kind kind, String text) {
    public static final Answer ILLEGIBLE = new Answer(Kind.ILLEGIBLE, "");
    public static final Answer ABSENT = new Answer(Kind.ABSENT, "");
    /** The answer of whoever found no case at this place of the page. */
    public static final Answer NO_CASE = new Answer(Kind.NO_CASE, "");

    public enum Kind {
        VALUE,
        ILLEGIBLE,
        ABSENT,
        NO_CASE
    }

    public Answer {
        text = kind == Kind.VALUE ? tidy(text) : "";
    }

    /** What was typed; nothing typed is nothing on the paper. */
    public static Answer of(String typed) {
        String text = tidy(typed);
        return text.isEmpty() ? ABSENT : new Answer(Kind.VALUE, text);
    }

    /** Nothing was typed, and nothing was said about why. */
    public boolean nothing() {
        return kind == Kind.VALUE && text.isEmpty();
    }

    private static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\\u00a0\\u2000-\\u200a\\u202f\\u3000]+", " ")
                .strip();
    }
}
