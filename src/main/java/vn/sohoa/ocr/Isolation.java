package vn.sohoa.ocr;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What a recognizer child does first to keep apart from the terminal and from its own native code. */
final class Isolation {
    private static final int STANDARD_OUTPUT = 1;
    private static final int STANDARD_ERROR = 2;
    private static final int[] HANGUP_INTERRUPT_TERMINATE = {1, 2, 15};
    private static final long IGNORE = 1;

    /** The three calls of the C library that Java has no word for. */
    interface C extends Library {
        int dup2(int from, int to);

        Pointer signal(int number, Pointer handler);

        int setsid();
    }

    private Isolation() {}

    /**
     * Takes the standard output away from everyone else: the stream returned is the only way to the parent, and
     * whatever Java or a native library prints goes to standard error.
     */
    static OutputStream takeStandardOutput() throws IOException {
        System.setOut(System.err);
        OutputStream own = new FileOutputStream("/proc/self/fd/" + STANDARD_OUTPUT);
        C c = Native.load("c", C.class);
        if (c.dup2(STANDARD_ERROR, STANDARD_OUTPUT) < 0) {
            throw new IOException("standard output cannot be turned to standard error");
        }
        return own;
    }

    /**
     * Lives and dies with the parent only. An operator's Ctrl-C or a stop of the whole group reaches the parent, which
     * ends its work in order and then closes our input; a child that died of it would cost a page a life.
     */
    static void ignoreStopSignals() {
        C c = Native.load("c", C.class);
        c.setsid();
        for (int number : HANGUP_INTERRUPT_TERMINATE) {
            c.signal(number, Pointer.createConstant(IGNORE));
        }
    }
}
