package vn.sohoa.ocr;

import com.sun.jna.Pointer;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a child fail for real on a page of a certain size, so that tests can see what becomes of the page. Asked for by
 * an option of the child's JVM, for example {@code -Dsohoa.recognizer.fault=crash@333x777}; never otherwise.
 */
record Fault(Kind kind, int width, int height) {
    static final String PROPERTY = "sohoa.recognizer.fault";

    private static final Pattern FORM = Pattern.compile("(crash|halt|hang)@(\\d{1,5})x(\\d{1,5})");
    private static final int EXIT = 70;

    enum Kind {
        /** A segmentation fault. */
        CRASH,
        HALT,
        HANG
    }

    static @Nullable Fault asked() {
        String asked = System.getProperty(PROPERTY);
        if (asked == null) {
            return null;
        }
        Matcher form = FORM.matcher(asked);
        if (!form.matches()) {
            throw new IllegalArgumentException(PROPERTY + ": " + asked);
        }
        return new Fault(
                Kind.valueOf(form.group(1).toUpperCase(Locale.ROOT)),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)));
    }

    void strike(int width, int height) {
        if (width != this.width || height != this.height) {
            return;
        }
        switch (kind) {
            case CRASH -> new Pointer(1).setByte(0, (byte) 0);
            case HALT -> Runtime.getRuntime().halt(EXIT);
            case HANG -> {
                while (true) {
                    LockSupport.park();
                }
            }
        }
    }
}
