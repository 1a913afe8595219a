package vn.sohoa.scan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import vn.sohoa.organization.Counter;

/**
 * A file in a watched folder that is to be taken.
 *
 * @param path below the counter's folder, as percent-encoded bytes, so that no two names ever fall together
 * @param print what tells whether it is still the same file
 */
public record Arrival(Counter counter, String path, Print print, String actor) {
    /**
     * What a file looks like from outside. A file that looks the same twice may still be another one: only its hash
     * is proof.
     *
     * @param fileKey what the file system calls it (device and inode), empty where it has no name for it
     */
    public record Print(long size, Instant modifiedAt, String fileKey) {
        public Print {
            modifiedAt = modifiedAt.truncatedTo(ChronoUnit.MICROS); // what the database keeps
        }
    }

    /** What the records answer to someone who wants to take a file. */
    public sealed interface Answer {}

    /** It is yours until the lease ends. */
    public record Yours(UUID id, int attempt) implements Answer {}

    /** Its bytes are safe already; only moving the file out of the way is left. */
    public record Settled(UUID id, UUID scan) implements Answer {}

    /** Another node is at it. */
    public record Busy() implements Answer {}
}
