package vn.sohoa.imaging;

import java.io.IOException;

/** The headers of a BMP. */
final class BmpHeader {
    private static final double INCHES_IN_METRE = 1 / 0.0254;
    private static final int OLD_HEADER = 12;

    private BmpHeader() {}

    /**
     * What is missing, or an empty text. Some writers leave the declared size at 0 or wrong, so the size that the
     * pixels need counts where it can be reckoned.
     */
    static String missing(Bytes bytes) throws IOException {
        long declared = bytes.u32(2, true);
        long data = bytes.u32(10, true);
        boolean old = bytes.u32(14, true) == OLD_HEADER;
        int bits = bytes.u16(old ? 24 : 28, true);
        long compression = old ? 0 : bytes.u32(30, true);
        ImageHeader header = header(bytes);
        long packed = old ? 0 : bytes.u32(34, true);
        long pixels =
                compression == 0 || compression == 3 ? (header.width() * bits + 31) / 32 * 4 * header.height() : packed;
        long needed = compression == 0 || compression == 3 ? data + pixels : Math.max(declared, data + pixels);
        return needed > bytes.size() || data > bytes.size() ? "the BMP is shorter than it says" : "";
    }

    static ImageHeader header(Bytes bytes) throws IOException {
        if (bytes.u32(14, true) == OLD_HEADER) {
            return new ImageHeader(bytes.u16(18, true), bytes.u16(20, true), 0, 0, Turn.NONE);
        }
        long width = bytes.u32(18, true);
        long height = Math.abs((long) (int) bytes.u32(22, true));
        double x = bytes.u32(14, true) >= 40 ? bytes.u32(38, true) / INCHES_IN_METRE : 0;
        double y = bytes.u32(14, true) >= 40 ? bytes.u32(42, true) / INCHES_IN_METRE : 0;
        return new ImageHeader(width, height, x, y, Turn.NONE);
    }
}
