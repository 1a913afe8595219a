package vn.sohoa.common;

import java.io.IOException;
import java.util.Optional;

/** Tells a full disk, of which no paper is to blame, from other trouble with files. */
public final class NoSpace {
    /** What Linux says of a full disk or a used-up quota, and Java hands on. */
    private static final String FULL = "No space left on device";

    private static final String QUOTA = "Disk quota exceeded";

    private NoSpace() {}

    /** The failure in our own words; nothing where it says something else than that the disk is full. */
    public static Optional<Failure.Unavailable> of(Throwable thrown) {
        if (thrown instanceof Failure) {
            return Optional.empty(); // somebody has said already what it is
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && says(String.valueOf(cause.getMessage()))) {
                return Optional.of(new Failure.Unavailable(Reason.of(ReasonCode.DISK_FULL, "temporary files"), thrown));
            }
        }
        return Optional.empty();
    }

    private static boolean says(String message) {
        return message.contains(FULL) || message.contains(QUOTA);
    }
}
