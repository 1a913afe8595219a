package vn.sohoa.scan;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Signs of life for work that may take longer than its lease: one thread extends the leases of all that is being worked
 * on, three times a lease, for as long as it goes on. It decides nothing: whether work was still ours is asked at its end.
 */
@Component
public class Heartbeat implements AutoCloseable {
    /**
     * An hour where a lease is two minutes, and then whoever hangs loses the work. The slowest step that cannot say how
     * far it is fetches the largest original, 2 GiB, from the slowest store that an arrival waits for, 1 MiB a second:
     * 35 minutes.
     */
    static final int LONGEST_STEP = 30;

    private final Claims claims;
    private final Clock clock;
    private final Duration longest;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, Heartbeat::daemon);

    Heartbeat(Claims claims, Leases leases, Clock clock) {
        this.claims = claims;
        this.clock = clock;
        this.longest = leases.work().multipliedBy(LONGEST_STEP);
        timer.setRemoveOnCancelPolicy(true);
    }

    /**
     * Does the work, whose claim is held meanwhile.
     *
     * @param work may say through what it gets that it goes on; without that it is held for thirty leases
     * @return what the work returns
     */
    public <T> T during(Claim claim, Function<HeldWork, T> work) {
        HeldWork held = new HeldWork(claims, claim, clock, longest);
        long every = claims.rhythm().toNanos();
        ScheduledFuture<?> beats = timer.scheduleWithFixedDelay(held::extend, every, every, TimeUnit.NANOSECONDS);
        try {
            return work.apply(held);
        } finally {
            beats.cancel(false);
        }
    }

    /** A process that ends waits for nobody's lease. */
    private static Thread daemon(Runnable beats) {
        Thread thread = new Thread(beats, "heartbeat");
        thread.setDaemon(true);
        return thread;
    }

    /** Nothing is held any longer. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
