package vn.sohoa.imaging;

import java.io.IOException;

/** Whether every strip of a fax-coded TIFF page has its rows. */
final class TiffFax {
    private static final int RLE = 2;
    private static final int GROUP_3 = 3;
    private static final int GROUP_4 = 4;
    private static final int T4_OPTIONS = 292;
    private static final int LEAST_SIGNIFICANT_FIRST = 2;

    private TiffFax() {}

    /** The first page of a file held in memory. */
    static boolean isComplete(byte[] tiff) throws IOException {
        Bytes bytes = Bytes.of(tiff);
        return isComplete(bytes, TiffDirectory.chain(bytes, n -> n == 0).get(0));
    }

    /** True for pages that are not fax-coded. */
    static boolean isComplete(Bytes bytes, TiffDirectory page) throws IOException {
        int compression = (int) page.number(TiffDirectory.COMPRESSION, 1);
        boolean fax = compression == RLE || compression == GROUP_3 || compression == GROUP_4;
        int width = (int) page.number(TiffDirectory.WIDTH, 0);
        long height = page.number(TiffDirectory.HEIGHT, 0);
        long strips = page.count(TiffDirectory.STRIP_OFFSETS);
        if (!fax || strips == 0) {
            return true;
        }
        long rowsPerStrip = Math.max(1, page.number(TiffDirectory.ROWS_PER_STRIP, height));
        for (long i = 0; i < strips; i++) {
            long rows = Math.min(rowsPerStrip, height - i * rowsPerStrip);
            if (rows > 0
                    && !FaxProof.isComplete(
                            strip(bytes, page, i), width, (int) rows, scheme(page, compression), compression == RLE)) {
                return false;
            }
        }
        return true;
    }

    private static FaxProof.Scheme scheme(TiffDirectory page, int compression) throws IOException {
        if (compression == GROUP_4) {
            return FaxProof.Scheme.T6;
        }
        boolean mixed = compression == GROUP_3 && (page.number(T4_OPTIONS, 0) & 1) != 0;
        return mixed ? FaxProof.Scheme.T4_MIXED : FaxProof.Scheme.T4;
    }

    /** A strip's code, most significant bit first. */
    static byte[] strip(Bytes bytes, TiffDirectory page, long index) throws IOException {
        long from = page.number(TiffDirectory.STRIP_OFFSETS, index, 0);
        long length = page.number(TiffDirectory.STRIP_COUNTS, index, bytes.size() - from);
        byte[] code = bytes.array(from, Math.toIntExact(length));
        if (page.number(TiffDirectory.FILL_ORDER, 1) == LEAST_SIGNIFICANT_FIRST) {
            for (int i = 0; i < code.length; i++) {
                code[i] = (byte) (Integer.reverse(code[i]) >>> 24);
            }
        }
        return code;
    }
}
