package vn.sohoa.common;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code of a unit or a counter: letters, digits, dot, underscore and hyphen, at most 50, the first a letter or digit
 * (so that it can be a folder's name and a part of an object key).
 */
public record Code(String text) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,49}");

    public Code {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a code (letters, digits, . _ -, at most 50): " + text);
        }
    }

    /** The code, or nothing where the text has not its shape. */
    public static Optional<Code> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new Code(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
