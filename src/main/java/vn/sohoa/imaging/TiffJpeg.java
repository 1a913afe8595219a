package vn.sohoa.imaging;

import java.io.IOException;
import java.util.Optional;

/**
 * The one JPEG of a TIFF page, put together without decoding: its tables, which the newer kind of JPEG-in-TIFF keeps in
 * a tag, before its strip. Many writers of the older kind put a whole JPEG into the strip, whatever their tags say.
 */
final class TiffJpeg {
    private static final int OLD = 6;
    private static final int NEW = 7;
    private static final int TABLES = 347;
    private static final int GRAY = 1;
    private static final int YCBCR = 6;
    private static final byte[] JFIF = {
        (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    private TiffJpeg() {}

    /** Empty where the page has no such JPEG, or has to be turned: it is decoded then. */
    static Optional<byte[]> of(Bytes bytes, TiffDirectory page, ImageHeader header) throws IOException {
        long compression = page.number(TiffDirectory.COMPRESSION, 1);
        if (compression != OLD && compression != NEW || !header.turn().equals(Turn.NONE)) {
            return Optional.empty();
        }
        byte[] picture = picture(bytes, page, compression == OLD);
        if (!Bytes.startsWith(picture, 0xFF, 0xD8, 0xFF)) {
            return Optional.empty();
        }
        JpegMarkers markers = JpegMarkers.head(Bytes.of(picture));
        long photometric = page.number(TiffDirectory.PHOTOMETRIC, 0);
        boolean gray = markers.components() == 1 && photometric == GRAY;
        boolean colour = markers.components() == 3 && photometric == YCBCR && markers.adobeTransform() != 0;
        boolean same =
                markers.header().width() == header.width() && markers.header().height() == header.height();
        return same && (gray || colour) ? Optional.of(joined(tables(page), picture, colour)) : Optional.empty();
    }

    private static byte[] picture(Bytes bytes, TiffDirectory page, boolean old) throws IOException {
        long from = page.number(TiffDirectory.JPEG_OFFSET, 0);
        long length = page.number(TiffDirectory.JPEG_LENGTH, 0);
        if (!old || from == 0 || length == 0) {
            if (page.count(TiffDirectory.STRIP_OFFSETS) != 1) {
                return new byte[0];
            }
            from = page.number(TiffDirectory.STRIP_OFFSETS, 0);
            length = page.number(TiffDirectory.STRIP_COUNTS, 0);
        }
        return length <= Integer.MAX_VALUE ? bytes.array(from, (int) length) : new byte[0];
    }

    private static byte[] tables(TiffDirectory page) throws IOException {
        int length = (int) Math.min(1 << 16, page.count(TABLES));
        byte[] tables = new byte[length];
        for (int i = 0; i < length; i++) {
            tables[i] = (byte) page.number(TABLES, i, 0);
        }
        return length > 4 && Bytes.startsWith(tables, 0xFF, 0xD8) ? tables : new byte[0];
    }

    /** Colour without a marker of its own is taken for RGB by some decoders: say that it is not. */
    private static byte[] joined(byte[] tables, byte[] picture, boolean colour) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        out.write(picture, 0, 2);
        boolean marked = Bytes.indexOf(picture, "JFIF\0", 0) == 6 || Bytes.indexOf(picture, "Adobe", 0) >= 0;
        if (colour && !marked) {
            out.writeBytes(JFIF);
        }
        if (tables.length > 4) {
            out.write(tables, 2, tables.length - 4);
        }
        out.write(picture, 2, picture.length - 2);
        return out.toByteArray();
    }
}
