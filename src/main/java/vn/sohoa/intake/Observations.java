package vn.sohoa.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vn.sohoa.scan.Arrival.Print;

/**
 * Since when each file has looked the way it looks now, by our own clock: the clock of a scanner or of a file server
 * says nothing about the present. Forgetting all of it costs one quiet time and nothing else. Files are told apart as
 * paths: as texts, two names that are not UTF-8 may look the same.
 */
final class Observations {
    private static final int MOST_DOUBLINGS = 3;

    private final LongSupplier nanoTime;
    private Map<Path, Seen> seen = new HashMap<>();
    private Map<Path, Seen> seenNow = new HashMap<>();

    Observations(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** How a file has looked, since when, and until when it is to be left alone. */
    static final class Seen {
        private final Print print;
        private final long since;
        private long restUntil;
        private int failures;

        Seen(Print print, long since) {
            this.print = print;
            this.since = since;
            this.restUntil = since;
        }
    }

    /** Enters what the file looks like now and says how long it has looked like this. */
    synchronized Duration unchangedFor(Path file, Print print) {
        long now = nanoTime.getAsLong();
        Seen before = known(file);
        Seen after = before != null && before.print.equals(print) ? before : new Seen(print, now);
        seenNow.put(file, after);
        return Duration.ofNanos(now - after.since);
    }

    /** Whether the file is to be left alone for now; one that has changed is not, see {@link #unchangedFor}. */
    synchronized boolean rests(Path file) {
        Seen known = known(file);
        return known != null && known.restUntil - nanoTime.getAsLong() > 0;
    }

    synchronized void rest(Path file, Duration time) {
        Seen known = known(file);
        if (known != null) {
            known.restUntil = nanoTime.getAsLong() + time.toNanos();
        }
    }

    /** Something failed: a rest that doubles each time, up to eight times as long. */
    synchronized void restAfterFailure(Path file, Duration time) {
        Seen known = known(file);
        if (known != null) {
            rest(file, time.multipliedBy(1L << Math.min(known.failures, MOST_DOUBLINGS)));
            known.failures++;
        }
    }

    /** What this look has seen counts more than the one before: looks may be cut short. */
    private @Nullable Seen known(Path file) {
        Seen now = seenNow.get(file);
        return now != null ? now : seen.get(file);
    }

    /** A look is over: files that were not seen in it are forgotten. */
    synchronized void lookIsOver() {
        seen = seenNow;
        seenNow = new HashMap<>();
    }
}
