package vn.sohoa.imaging;

import java.io.IOException;
import java.util.List;

/** Whether everything a TIFF's directories point at lies within the file. */
final class TiffExtent {
    /** One strip a row of 2,000 pages of 5,000 rows; directories can share one list of strips, and so claim any number. */
    static final long MOST_PARTS = 10_000_000;

    private TiffExtent() {}

    /** What is missing, or an empty text. */
    static String missing(Bytes bytes) throws IOException {
        List<TiffDirectory> chain;
        try {
            chain = TiffDirectory.chain(bytes, n -> true);
        } catch (TiffDirectory.Senseless e) {
            return "";
        }
        if (chain.stream().mapToLong(TiffExtent::parts).sum() > MOST_PARTS) {
            return "";
        }
        for (int i = 0; i < chain.size(); i++) {
            TiffDirectory page = chain.get(i);
            boolean inside = within(bytes, page, TiffDirectory.STRIP_OFFSETS, TiffDirectory.STRIP_COUNTS)
                    && within(bytes, page, TiffDirectory.TILE_OFFSETS, TiffDirectory.TILE_COUNTS)
                    && within(bytes, page, TiffDirectory.JPEG_OFFSET, TiffDirectory.JPEG_LENGTH);
            if (!inside) {
                return "the data of page " + (i + 1) + " of the TIFF lies past the end";
            }
        }
        return "";
    }

    /** Strips and tiles. */
    private static long parts(TiffDirectory page) {
        return page.count(TiffDirectory.STRIP_OFFSETS) + page.count(TiffDirectory.TILE_OFFSETS);
    }

    private static boolean within(Bytes bytes, TiffDirectory page, int offsets, int counts) throws IOException {
        long n = page.count(offsets);
        for (long i = 0; i < n; i++) {
            long from = page.number(offsets, i, 0);
            long length = page.number(counts, i, Math.max(1, plainLength(page, n)));
            if (from + length > bytes.size()) {
                return false;
            }
        }
        return true;
    }

    /** Strip byte counts may be left out of an uncompressed file: reckon them; 0 where they cannot be. */
    private static long plainLength(TiffDirectory page, long strips) throws IOException {
        if (page.number(TiffDirectory.COMPRESSION, 1) != 1 || strips != 1) {
            return 0;
        }
        long bits = page.number(TiffDirectory.BITS, 1) * page.number(TiffDirectory.SAMPLES, 1);
        return (page.number(TiffDirectory.WIDTH, 0) * bits + 7) / 8 * page.number(TiffDirectory.HEIGHT, 0);
    }
}
