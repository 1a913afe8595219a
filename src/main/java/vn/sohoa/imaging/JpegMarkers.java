package vn.sohoa.imaging;

import java.io.IOException;

/**
 * The marker segments of a JPEG. Segments are stepped over by their lengths, so that the end marker of a thumbnail
 * inside an EXIF segment is not taken for the picture's own.
 */
final class JpegMarkers {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP14 = 0xEE;

    private final Bytes bytes;
    private boolean scanned;
    private boolean ended;
    private long width;
    private long height;
    private int components;
    private int adobe = -1;
    private double dpiX;
    private double dpiY;
    private Turn turn = Turn.NONE;

    private JpegMarkers(Bytes bytes) {
        this.bytes = bytes;
    }

    /** What is missing, or an empty text. */
    static String missing(Bytes bytes) throws IOException {
        JpegMarkers markers = new JpegMarkers(bytes);
        markers.walk(false);
        if (!markers.scanned) {
            return "the JPEG has no picture data yet";
        }
        return markers.ended ? "" : "the JPEG has no end marker yet";
    }

    /** Reads up to the first scan. */
    static JpegMarkers head(Bytes bytes) throws IOException {
        JpegMarkers markers = new JpegMarkers(bytes);
        markers.walk(true);
        return markers;
    }

    ImageHeader header() {
        return new ImageHeader(width, height, dpiX, dpiY, turn);
    }

    /** Colour components; 0 where no frame header was found. */
    int components() {
        return components;
    }

    /** The colour transform of the Adobe segment; -1 without one. */
    int adobeTransform() {
        return adobe;
    }

    private void walk(boolean headOnly) throws IOException {
        long at = 0;
        long size = bytes.size();
        while (at + 1 < size) {
            if (bytes.u8(at) != 0xFF || isFiller(bytes.u8(at + 1))) {
                at++;
                continue;
            }
            int marker = bytes.u8(at + 1);
            if (marker == EOI && scanned) {
                ended = true;
                return;
            }
            if (marker == SOI || marker == EOI || marker == 0x01) {
                at += 2;
                continue;
            }
            if (at + 4 > size) {
                return;
            }
            int length = bytes.u16(at + 2, false);
            if (length < 2 || marker < 0xC0 || scanned && at + 2 + length > size) {
                at += 2;
                continue;
            }
            if (at + 2 + length > size) {
                return;
            }
            segment(marker, at + 4, length - 2);
            if (marker == SOS) {
                scanned = true;
                if (headOnly) {
                    return;
                }
            }
            at += 2 + length;
        }
    }

    /** Stuffed zeros, restart markers and fill bytes belong to the data around them. */
    private static boolean isFiller(int code) {
        return code == 0 || code == 0xFF || code >= 0xD0 && code <= 0xD7;
    }

    private void segment(int marker, long at, int length) throws IOException {
        boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame && length >= 6 && components == 0) {
            height = bytes.u16(at + 1, false);
            width = bytes.u16(at + 3, false);
            components = bytes.u8(at + 5);
        } else if (marker == APP0 && length >= 12 && bytes.startsWith(at, "JFIF")) {
            double unit =
                    switch (bytes.u8(at + 7)) {
                        case 1 -> 1;
                        case 2 -> 2.54;
                        default -> 0;
                    };
            dpiX = bytes.u16(at + 8, false) * unit;
            dpiY = bytes.u16(at + 10, false) * unit;
        } else if (marker == APP14 && length >= 12 && bytes.startsWith(at, "Adobe")) {
            adobe = bytes.u8(at + 11);
        } else if (marker == APP1 && length >= 14 && bytes.startsWith(at, "Exif")) {
            exif(at + 6, length - 6);
        }
    }

    /** A damaged EXIF segment is no reason to refuse the picture. */
    private void exif(long at, int length) throws IOException {
        try {
            var chain = TiffDirectory.chain(Bytes.of(bytes.array(at, length)), n -> n == 0);
            if (!chain.isEmpty()) {
                TiffDirectory directory = chain.get(0);
                turn = Turn.ofExif((int) directory.number(TiffDirectory.ORIENTATION, 1));
                if (dpiX == 0) {
                    dpiX = directory.dpi(TiffDirectory.X_RESOLUTION);
                    dpiY = directory.dpi(TiffDirectory.Y_RESOLUTION);
                }
            }
        } catch (IOException e) {
            turn = Turn.NONE;
        }
    }
}
