package vn.sohoa.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/**
 * Whether intake waits for something that it leans on: the store, the database, room on a disk. Nobody sets it going
 * again: files are tried anew by themselves, and the first one that is taken ends the pause. For many threads.
 */
public final class Pause {
    private static final Logger log = LoggerFactory.getLogger(Pause.class);
    /** Longer than the longest rest between two tries; what nobody tries any more is no pause. */
    private static final Duration MEMORY = Duration.ofMinutes(5);

    private final Clock clock;
    private final AtomicReference<Optional<Since>> since = new AtomicReference<>(Optional.empty());

    public Pause(Clock clock) {
        this.clock = clock;
    }

    private record Since(Reason reason, Instant last) {}

    /** Why nothing is taken at the moment, where that is so. */
    public Optional<Reason> reason() {
        return since.get()
                .filter(pause -> pause.last().plus(MEMORY).isAfter(clock.instant()))
                .map(Since::reason);
    }

    /** A file could not be taken for want of something. */
    void because(Reason reason) {
        if (reason.code() == ReasonCode.INCOMPLETE_FILE || reason.code() == ReasonCode.DISK_FULL) {
            return; // a writer's affair, and one that FreeSpace watches by itself
        }
        boolean known = reason().isPresent();
        since.set(Optional.of(new Since(reason, clock.instant())));
        if (!known) {
            log.warn("Intake pauses: {} Files stay in their folders and are tried again by themselves.", reason.en());
        }
    }

    /** A file was taken. */
    void over() {
        if (since.getAndSet(Optional.empty()).isPresent()) {
            log.info("What intake waited for is there again: it goes on");
        }
    }
}
