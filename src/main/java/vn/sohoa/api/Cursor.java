package vn.sohoa.api;

import java.util.UUID;

/**
 * Where the next part of a list begins. To callers it is opaque; a handler takes {@code Optional<Cursor> after} as a
 * request parameter.
 */
public record Cursor(UUID after) {
    /** How request parameters become one. */
    public static Cursor valueOf(String text) {
        return new Cursor(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return after.toString();
    }
}
