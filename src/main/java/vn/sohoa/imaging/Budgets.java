package vn.sohoa.imaging;

import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/**
 * How large a scan may be. Checked from headers, before anything is decoded.
 *
 * @param maxBytes of the file
 * @param maxPages of the file
 * @param maxPixelsPerPage of one page image, or of one picture on a page
 * @param maxDecodedBytes of one picture, of all its copies, where it cannot be taken as it is but has to be decoded in this process
 */
public record Budgets(long maxBytes, int maxPages, long maxPixelsPerPage, long maxDecodedBytes) {
    /**
     * 2 GiB and 2,000 pages: a day's stack in colour. 80 million pixels: an A3 page at 600 dpi has 70 million, and in
     * memory takes at most 240 MB in colour, 80 MB in gray.
     */
    public static final Budgets DEFAULT = new Budgets(2L << 30, 2_000, 80_000_000);

    /** The rest of the heap holds what lives on, and other workers: one error of memory would end the whole node. */
    private static final double SHARE_OF_THE_HEAP = 0.6;

    /** As large as they may be, decoded in as much of this JVM's memory as is sensible. */
    public Budgets(long maxBytes, int maxPages, long maxPixelsPerPage) {
        this(maxBytes, maxPages, maxPixelsPerPage, (long) (Runtime.getRuntime().maxMemory() * SHARE_OF_THE_HEAP));
    }

    public Budgets {
        if (maxBytes <= 0
                || maxPages <= 0
                || maxPixelsPerPage <= 0
                || maxPixelsPerPage > Integer.MAX_VALUE
                || maxDecodedBytes <= 0) {
            throw new IllegalArgumentException("budgets are positive, and pixels fit an array");
        }
    }

    void checkBytes(long bytes) {
        if (bytes > maxBytes) {
            throw new Failure.BadInput(Reason.of(ReasonCode.TOO_MANY_BYTES, bytes));
        }
    }

    void checkPages(int pages) {
        if (pages == 0) {
            throw new Failure.BadInput(Reason.of(ReasonCode.NO_PAGES));
        }
        if (pages > maxPages) {
            throw new Failure.BadInput(Reason.of(ReasonCode.TOO_MANY_PAGES, "> " + maxPages));
        }
    }

    /** @param bytes of all copies that decoding a picture here holds at the same time */
    void checkMemory(long bytes) {
        if (bytes > maxDecodedBytes) {
            throw new Failure.BadInput(Reason.of(
                    ReasonCode.TOO_MANY_PIXELS, (bytes >> 20) + " MiB > " + (maxDecodedBytes >> 20) + " MiB"));
        }
    }

    void checkPixels(long width, long height) {
        if (width > maxPixelsPerPage || height > maxPixelsPerPage || width * height > maxPixelsPerPage) {
            throw new Failure.BadInput(Reason.of(ReasonCode.TOO_MANY_PIXELS, width + " × " + height));
        }
    }
}
