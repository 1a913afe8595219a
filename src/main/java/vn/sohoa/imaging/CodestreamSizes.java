package vn.sohoa.imaging;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The sizes that a JPEG 2000 or JBIG2 stream asks its decoder to allocate, which may differ from what the PDF says. */
final class CodestreamSizes {
    private static final int SIZ_LENGTH = 20;
    private static final int JBIG2_PAGE = 48;
    private static final int JBIG2_END = 51;
    /** More segments than these are counted in four bytes of their own. */
    private static final int SHORT_FORM = 4;

    private static final long UNKNOWN = 0xFFFFFFFFL;

    /** Width and height in pixels. */
    record Size(long width, long height) {}

    private CodestreamSizes() {}

    /** Finds the codestream's SIZ marker (ISO 15444-1, A.5.1). */
    static List<Size> ofJpeg2000(byte[] head) throws IOException {
        Bytes bytes = Bytes.of(head);
        for (int i = 0; i + SIZ_LENGTH < head.length; i++) {
            boolean siz = (head[i] & 0xFF) == 0xFF
                    && (head[i + 1] & 0xFF) == 0x4F
                    && (head[i + 2] & 0xFF) == 0xFF
                    && (head[i + 3] & 0xFF) == 0x51;
            if (siz) {
                return List.of(new Size(bytes.u32(i + 8, false), bytes.u32(i + 12, false)));
            }
        }
        return List.of();
    }

    /** Walks the segment headers as they stand inside a PDF (ISO 14492, 7.2); stops where it cannot go on. */
    static List<Size> ofJbig2(byte[] head) throws IOException {
        List<Size> sizes = new ArrayList<>();
        Bytes bytes = Bytes.of(head);
        try {
            for (long at = 0; at < head.length; ) {
                long number = bytes.u32(at, false);
                int flags = bytes.u8(at + 4);
                int type = flags & 0x3F;
                long referred = bytes.u8(at + 5) >> 5;
                long next = at + 6;
                if (referred > SHORT_FORM) {
                    referred = bytes.u32(at + 5, false) & 0x1FFFFFFF;
                    next = at + 9 + (referred + 8) / 8;
                }
                if (referred > head.length) {
                    throw new IOException("more segments referred to than there are bytes");
                }
                next += referred * (number <= 256 ? 1 : number <= 65536 ? 2 : 4);
                next += (flags & 0x40) == 0 ? 1 : 4;
                long length = bytes.u32(next, false);
                next += 4;
                if (type == JBIG2_PAGE || isRegion(type)) {
                    long height = bytes.u32(next + 4, false);
                    sizes.add(new Size(bytes.u32(next, false), height == UNKNOWN ? 1 : height));
                }
                if (length == UNKNOWN || type == JBIG2_END) {
                    break;
                }
                at = next + length;
            }
        } catch (EOFException e) {
            return sizes;
        }
        return sizes;
    }

    private static boolean isRegion(int type) {
        return switch (type) {
            case 4, 6, 7, 20, 22, 23, 36, 38, 39, 40, 42, 43 -> true;
            default -> false;
        };
    }
}
