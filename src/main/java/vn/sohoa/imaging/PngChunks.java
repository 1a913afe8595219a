package vn.sohoa.imaging;

import java.io.EOFException;
import java.io.IOException;

/** The chunks of a PNG. */
final class PngChunks {
    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    private static final double INCHES_IN_METRE = 1 / 0.0254;

    private PngChunks() {}

    /** What is missing, or an empty text. */
    static String missing(Bytes bytes) throws IOException {
        for (long at = SIGNATURE; ; ) {
            if (at + FRAME > bytes.size()) {
                return "the PNG has no IEND chunk yet";
            }
            long length = bytes.u32(at, false);
            if (at + FRAME + length > bytes.size()) {
                return "a PNG chunk is not complete";
            }
            if (bytes.startsWith(at + 4, "IEND")) {
                return "";
            }
            at += FRAME + length;
        }
    }

    static ImageHeader header(Bytes bytes) throws IOException {
        if (!bytes.startsWith(SIGNATURE + 4, "IHDR")) {
            throw new EOFException("no IHDR");
        }
        long width = bytes.u32(SIGNATURE + 8, false);
        long height = bytes.u32(SIGNATURE + 12, false);
        return new ImageHeader(width, height, dpi(bytes), dpi(bytes), Turn.NONE);
    }

    private static double dpi(Bytes bytes) throws IOException {
        for (long at = SIGNATURE; at + FRAME <= bytes.size(); at += FRAME + bytes.u32(at, false)) {
            if (bytes.startsWith(at + 4, "pHYs")) {
                return bytes.u8(at + 16) == 1 ? bytes.u32(at + 8, false) / INCHES_IN_METRE : 0;
            }
            if (bytes.startsWith(at + 4, "IDAT")) {
                return 0;
            }
        }
        return 0;
    }
}
