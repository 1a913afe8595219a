package vn.sohoa.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.common.Failure.Unavailable;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/** Keeps the disk from filling up half way through a file: below the floor nothing is taken. */
public final class FreeSpace {
    private static final Logger log = LoggerFactory.getLogger(FreeSpace.class);
    private static final int TIMES = 3;

    private final LongSupplier free;
    private final long floor;
    private final AtomicReference<Optional<Pause>> paused = new AtomicReference<>(Optional.empty());

    public FreeSpace(Path disk, long floor) {
        this(() -> usable(disk), floor);
    }

    FreeSpace(LongSupplier free, long floor) {
        this.free = free;
        this.floor = floor;
    }

    private record Pause(Reason reason, long needed) {}

    /** Why intake pauses at the moment, if it does. */
    public Optional<Reason> paused() {
        return paused.get().filter(pause -> free.getAsLong() < pause.needed()).map(Pause::reason);
    }

    /** @throws Unavailable when a file of this size would bring the disk below its floor (three times its size) */
    void require(long size) {
        long now = free.getAsLong();
        long needed = floor + TIMES * size;
        if (now >= needed) {
            if (paused.getAndSet(Optional.empty()).isPresent()) {
                log.info("There is space on the data disk again: intake goes on");
            }
            return;
        }
        Reason reason = Reason.of(ReasonCode.DISK_FULL, (now >> 20) + " MiB < " + (needed >> 20) + " MiB");
        if (paused.getAndSet(Optional.of(new Pause(reason, needed))).isEmpty()) {
            log.warn("{} Files stay in their folders until then.", reason.en());
        }
        throw new Unavailable(reason);
    }

    private static long usable(Path disk) {
        try {
            return Files.getFileStore(disk).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
