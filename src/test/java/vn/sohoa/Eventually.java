package vn.sohoa;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waiting for a fact with a deadline; what is said when it does not come true tells how things stood. */
public final class Eventually {
    private static final Duration PERIOD = Duration.ofMillis(50);

    private Eventually() {}

    /** Returns as soon as the fact holds; an exception counts as "not yet". */
    public static void until(String fact, Duration limit, Callable<Boolean> holds, Supplier<String> standing) {
        long end = System.nanoTime() + limit.toNanos();
        Exception last = null;
        while (true) {
            try {
                if (holds.call()) {
                    return;
                }
                last = null;
            } catch (Exception e) {
                last = e;
            }
            if (System.nanoTime() - end > 0) {
                throw new AssertionError(
                        "not within " + limit.toSeconds() + " s: " + fact + "\n" + standing.get(), last);
            }
            LockSupport.parkNanos(PERIOD.toNanos());
        }
    }
}
