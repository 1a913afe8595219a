package vn.sohoa.common;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * What can go wrong without being our bug. Rooms translate foreign exceptions into one of these once, at their edge;
 * every other exception is a bug and is treated as one.
 */
public abstract sealed class Failure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    private Failure(Reason reason, @Nullable Throwable cause) {
        super(reason.code() + ": " + reason.en(), cause);
        this.reason = reason;
    }

    /** Why, in words a person can act on. */
    public final Reason reason() {
        return reason;
    }

    /** This input can never work: quarantine it with the reason, never retry. */
    public static final class BadInput extends Failure {
        @Serial
        private static final long serialVersionUID = 1L;

        public BadInput(Reason reason) {
            super(reason, null);
        }

        public BadInput(Reason reason, Throwable cause) {
            super(reason, cause);
        }
    }

    /** Something we lean on is away: try later, nothing is lost meanwhile. */
    public static final class Unavailable extends Failure {
        @Serial
        private static final long serialVersionUID = 1L;

        public Unavailable(Reason reason) {
            super(reason, null);
        }

        public Unavailable(Reason reason, Throwable cause) {
            super(reason, cause);
        }
    }

    /** Someone was first: consume quietly. */
    public static final class Conflict extends Failure {
        @Serial
        private static final long serialVersionUID = 1L;

        public Conflict(Reason reason) {
            super(reason, null);
        }
    }
}
