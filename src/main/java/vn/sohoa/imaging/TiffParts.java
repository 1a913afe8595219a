package vn.sohoa.imaging;

import java.io.EOFException;
import java.io.IOException;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/**
 * Whether a page's strips and tiles stay within what they may cost. Each may name the same bytes, so that a small file
 * claims terabytes, and each may hold a JPEG with a size of its own.
 */
final class TiffParts {
    private static final int JPEG_OLD = 6;
    private static final int JPEG_NEW = 7;
    private static final int MOST_SAMPLES = 8;
    /** Blank strips may well be one and the same; this much of a file need not be read twice. */
    private static final int TIMES_THE_FILE = 4;

    private static final int HEAD = 1 << 16;

    private TiffParts() {}

    /** @throws Failure.BadInput one of them is larger than the budget, or all together are more than the file */
    static void check(Bytes bytes, TiffDirectory page, Budgets budgets) throws IOException {
        budgets.checkPixels(page.number(TiffDirectory.TILE_WIDTH, 0), page.number(TiffDirectory.TILE_HEIGHT, 0));
        long samples = page.number(TiffDirectory.SAMPLES, 1);
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw new Failure.BadInput(Reason.of(ReasonCode.PAGE_UNREADABLE, samples + " samples a pixel"));
        }
        check(bytes, page, TiffDirectory.STRIP_OFFSETS, TiffDirectory.STRIP_COUNTS, budgets);
        check(bytes, page, TiffDirectory.TILE_OFFSETS, TiffDirectory.TILE_COUNTS, budgets);
        if (page.has(TiffDirectory.JPEG_OFFSET)) {
            jpeg(bytes, page.number(TiffDirectory.JPEG_OFFSET, 0), budgets);
        }
    }

    private static void check(Bytes bytes, TiffDirectory page, int offsets, int counts, Budgets budgets)
            throws IOException {
        long parts = page.count(offsets);
        if (parts > TiffExtent.MOST_PARTS) {
            throw Unfolding.tooMuch(parts + " strips");
        }
        long compression = page.number(TiffDirectory.COMPRESSION, 1);
        boolean jpeg = compression == JPEG_OLD || compression == JPEG_NEW;
        long together = 0;
        for (long i = 0; i < parts; i++) {
            together += page.number(counts, i, 0);
            if (together > TIMES_THE_FILE * bytes.size()) {
                throw Unfolding.tooMuch("strips of more bytes than the file");
            }
            if (jpeg) {
                jpeg(bytes, page.number(offsets, i, 0), budgets);
            }
        }
    }

    /** What the JPEG says of itself decides what its decoder allocates, whatever the directory says. */
    private static void jpeg(Bytes bytes, long from, Budgets budgets) throws IOException {
        if (from >= bytes.size()) {
            throw new EOFException();
        }
        byte[] head = bytes.array(from, (int) Math.min(HEAD, bytes.size() - from));
        if (Bytes.startsWith(head, 0xFF, 0xD8)) {
            ImageHeader header = JpegMarkers.head(Bytes.of(head)).header();
            budgets.checkPixels(header.width(), header.height());
        }
    }
}
