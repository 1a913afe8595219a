package vn.sohoa.ocr;

import java.io.Serial;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/**
 * This page cost a recognizer its life: the child died while reading it, or had to be killed because it overran its
 * time. Tells the caller to take one life from <em>this</em> page and from no other. Not a {@code Failure}: the page
 * may be fine and the next child may read it.
 */
public final class RecognizerFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** How the child ended. */
    public enum Kind {
        TIMEOUT,
        DIED
    }

    private final Kind kind;
    private final transient Reason reason;

    RecognizerFailure(Kind kind, String detail) {
        this(kind, Reason.of(kind == Kind.TIMEOUT ? ReasonCode.PAGE_TIMEOUT : ReasonCode.RECOGNIZER_DIED, detail));
    }

    private RecognizerFailure(Kind kind, Reason reason) {
        super(reason.code() + ": " + reason.en());
        this.kind = kind;
        this.reason = reason;
    }

    public Kind kind() {
        return kind;
    }

    /** Why, in words a person can act on once the page has no life left. */
    public Reason reason() {
        return reason;
    }
}
