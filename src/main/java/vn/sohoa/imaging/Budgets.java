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
 */
public record Budgets(long maxBytes, int maxPages, long maxPixelsPerPage) {
    /**
     * 2 GiB and 2,000 pages: a day's stack in colour. 80 million pixels: an A3 page at 600 dpi has 70 million, and in
     * memory takes at most 240 MB in colour, 80 MB in gray.
     */
    public static final Budgets DEFAULT = new Budgets(2L << 30, 2_000, 80_000_000);

    public Budgets {
        if (maxBytes <= 0 || maxPages <= 0 || maxPixelsPerPage <= 0 || maxPixelsPerPage > Integer.MAX_VALUE) {
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

    void checkPixels(long width, long height) {
        if (width > maxPixelsPerPage || height > maxPixelsPerPage || width * height > maxPixelsPerPage) {
            throw new Failure.BadInput(Reason.of(ReasonCode.TOO_MANY_PIXELS, width + " × " + height));
        }
    }
}
