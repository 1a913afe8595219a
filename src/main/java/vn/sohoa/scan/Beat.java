package vn.sohoa.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How one stage is doing, over all nodes.
 *
 * @param due how many rows wait for it
 * @param held how many someone works on under a lease
 * @param oldest the row that has been unfinished in this stage for the longest time
 * @param lastDone when the stage last brought a row to its end, well or badly; a row given back is no end
 */
public record Beat(Stage stage, long due, long held, Optional<Oldest> oldest, Optional<Instant> lastDone) {
    /**
     * @param id of the scan, page or document
     * @param since when it came to this stage; tries that failed do not make it younger
     */
    public record Oldest(UUID id, UUID scanId, UUID unitId, String unit, String counter, State state, Instant since) {}

    public long backlog() {
        return due + held;
    }

    /** How long the oldest row has been unfinished in this stage. */
    public Optional<Duration> age(Instant now) {
        return oldest.map(row -> Duration.between(row.since(), now));
    }

    /**
     * Whether work lies here and does not move: a row has waited longer than patience lasts, and no row was brought to
     * its end meanwhile. A long queue that moves is not stalled.
     */
    public boolean stalled(Instant now, Patience patience) {
        Instant limit = now.minus(patience.limit());
        return !patience.watchedSince().isAfter(limit)
                && oldest.filter(row -> row.since().isBefore(limit)).isPresent()
                && lastDone.filter(done -> !done.isBefore(limit)).isEmpty();
    }
}
