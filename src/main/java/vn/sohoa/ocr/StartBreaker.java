package vn.sohoa.ocr;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pages from queueing up for an engine that does not start: after three failed starts in a row nobody tries for a
 * while, then one may.
 */
final class StartBreaker {
    private static final int FAILURES_IN_A_ROW = 3;

    private final long restNanos;
    private final LongSupplier nanoTime;
    private int failures;
    private long restUntil;
    private @Nullable String why;

    StartBreaker(Duration rest, LongSupplier nanoTime) {
        this.restNanos = rest.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Why nobody may start a child now; null where one may. */
    synchronized @Nullable String resting() {
        return failures >= FAILURES_IN_A_ROW && restUntil - nanoTime.getAsLong() > 0 ? why : null;
    }

    synchronized void failed(String reason) {
        failures++;
        why = reason;
        restUntil = nanoTime.getAsLong() + restNanos;
    }

    synchronized void started() {
        failures = 0;
    }
}
