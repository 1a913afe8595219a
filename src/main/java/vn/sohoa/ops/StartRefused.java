package vn.sohoa.ops;

import java.io.Serial;
import java.util.Optional;

/** The node must not or cannot start, for a reason that the operator can mend. */
public final class StartRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String vi;
    private final String en;

    /** Both sentences say what is wrong and what to do. */
    StartRefused(String vi, String en) {
        super(vi + " | " + en);
        this.vi = vi;
        this.en = en;
    }

    StartRefused(String vi, String en, Throwable cause) {
        super(vi + " | " + en, cause);
        this.vi = vi;
        this.en = en;
    }

    String vi() {
        return vi;
    }

    String en() {
        return en;
    }

    /** What to tell the operator when this, or something that it caused, ended a start. */
    public static Optional<String> sentences(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof StartRefused refused) {
                return Optional.of(refused.vi + "\n" + refused.en);
            }
        }
        return Optional.empty();
    }
}
