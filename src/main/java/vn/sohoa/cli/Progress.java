package vn.sohoa.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Tells on standard error how far a run is: a bar on a terminal, a line every few seconds otherwise. */
final class Progress implements AutoCloseable {
    private static final int WIDTH = 40;
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private final PrintStream err;
    private final int total;
    private final int before;
    private final long every;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private long told = start;
    private int shown = -1;

    /** @param before how many files were done by an earlier run */
    Progress(PrintStream err, int total, int before, Duration every) {
        this.err = err;
        this.total = total;
        this.before = before;
        this.every = every.toNanos();
        this.terminal = isTerminal();
    }

    /** The console of this JVM says nothing about where standard error goes. */
    private static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    void show(int done) {
        long now = System.nanoTime();
        if (terminal && done != shown) {
            int filled = total == 0 ? WIDTH : WIDTH * done / total;
            err.print("\r[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + done + "/" + total);
            err.flush();
            shown = done;
        } else if (!terminal && now - told >= every) {
            told = now;
            err.printf("%d/%d tệp / files%s%n", done, total, remaining(done, now));
        }
    }

    private String remaining(int done, long now) {
        int here = done - before;
        if (here <= 0) {
            return "";
        }
        long seconds = (now - start) / here * (total - done) / 1_000_000_000L;
        return ", còn khoảng / about "
                + Duration.ofSeconds(seconds).toString().substring(2).toLowerCase(Locale.ROOT);
    }

    /** Leaves the line of the bar, once. */
    void end() {
        if (terminal && shown >= 0) {
            err.println();
            shown = -1;
        }
    }

    @Override
    public void close() {
        end();
    }
}
