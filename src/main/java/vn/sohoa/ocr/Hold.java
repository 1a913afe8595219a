package vn.sohoa.ocr;

import java.time.Duration;

/**
 * How a caller holds the page that it has brought, for as long as that is not read.
 *
 * @param every how often the hold is renewed while the page is read
 * @param renew what renews it, also when a page that had to wait gets its turn; what it throws gives the page up
 */
public record Hold(Duration every, Runnable renew) {
    /** Nobody else can want the page. */
    public static final Hold UNCONTESTED = new Hold(Duration.ofDays(1), () -> {});

    public Hold {
        if (every.isZero() || every.isNegative()) {
            throw new IllegalArgumentException("a hold lasts longer than nothing: " + every);
        }
    }
}
