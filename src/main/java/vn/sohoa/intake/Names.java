package vn.sohoa.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;

/** File names: never trusted to mean anything. As labels for people, and as names we give to files ourselves. */
final class Names {
    private static final int LABEL = 255;
    private static final int LONGEST = 255; // bytes, what file systems allow
    private static final int STEM = 100;
    private static final int EXTENSION = 12;
    private static final String NOTE = ".reason.txt";
    /** Control characters (a newline is legal in a file name) and those that turn the direction of writing. */
    private static final String UNSEEN = "[\\p{Cc}\\u2028-\\u202E\\u2066-\\u2069]";

    private Names() {}

    /** The name in NFC, with a replacement for what cannot be seen or would disguise the rest. */
    static String label(String name) {
        String text = Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll(UNSEEN, "\uFFFD");
        return text.codePointCount(0, text.length()) > LABEL
                ? text.substring(0, text.offsetByCodePoints(0, LABEL))
                : text;
    }

    /**
     * A text under which the file can be found again: the name itself, or, where its bytes are not text in our
     * encoding, one with those bytes replaced.
     */
    static String findable(Path name) {
        String text = name.toString();
        try {
            if (name.getFileSystem().getPath(text).equals(name)) {
                return text;
            }
        } catch (InvalidPathException e) {
            // the encoding of this process knows no way back
        }
        return text.replace('\uFFFD', '_');
    }

    /** A name of bounded length with something of our own in it. */
    static String withTail(String name, String tail) {
        int dot = name.lastIndexOf('.');
        boolean hasExtension = dot > 0 && bytes(name.substring(dot)) <= EXTENSION;
        String stem = hasExtension ? name.substring(0, dot) : name;
        return cut(stem, STEM) + "." + tail + (hasExtension ? name.substring(dot) : "");
    }

    /** The name of the note that stands beside a quarantined file. */
    static String note(String name) {
        return bytes(name) + NOTE.length() <= LONGEST
                ? name + NOTE
                : cut(name, 2 * STEM) + "." + Integer.toHexString(name.hashCode()) + NOTE;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The beginning of a text, whole characters only. */
    private static String cut(String text, int bytes) {
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            used += bytes(text.substring(end, next));
            if (used > bytes) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }
}
