package vn.sohoa.pdf;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The frame header of a JPEG file (ITU-T T.81, B.2.2).
 *
 * @param components 1 gray, 3 colour, 4 CMYK
 * @param coded whether Huffman-coded baseline or progressive: the ones a PDF reader decodes
 * @param adobe whether it has the segment of those programs that write CMYK with its ends exchanged
 */
record JpegHeader(int width, int height, int bits, int components, boolean coded, boolean adobe) {
    private static final int ADOBE = 0xee;
    private static final int ADOBE_LENGTH = 14;
    private static final int CMYK = 4;
    private static final int START = 0xffd8;
    private static final int MARK = 0xff;
    private static final int SCAN = 0xda;
    private static final int FIRST_FRAME = 0xc0;
    private static final int LAST_FRAME = 0xcf;
    private static final int PROGRESSIVE_FRAME = 0xc2;
    private static final int BITS = 8;

    /** The header, or nothing where the file is not a JPEG or ends before its frame. */
    static Optional<JpegHeader> of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        }
    }

    static Optional<JpegHeader> of(InputStream jpeg) throws IOException {
        try {
            DataInputStream in = new DataInputStream(new BufferedInputStream(jpeg));
            return in.readUnsignedShort() == START ? frame(in) : Optional.empty();
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    private static Optional<JpegHeader> frame(DataInputStream in) throws IOException {
        boolean adobe = false;
        while (true) {
            int marker = marker(in);
            if (marker == SCAN) {
                return Optional.empty();
            }
            int length = in.readUnsignedShort();
            if (isFrame(marker)) {
                int bits = in.readUnsignedByte();
                int height = in.readUnsignedShort();
                int width = in.readUnsignedShort();
                return Optional.of(
                        new JpegHeader(width, height, bits, in.readUnsignedByte(), marker <= PROGRESSIVE_FRAME, adobe));
            }
            adobe = adobe || marker == ADOBE && length >= ADOBE_LENGTH;
            in.skipNBytes(Math.max(0, length - 2));
        }
    }

    /** The next marker; whatever stands before it is passed over, as every decoder does. */
    private static int marker(DataInputStream in) throws IOException {
        int value = in.readUnsignedByte();
        while (value != MARK) {
            value = in.readUnsignedByte();
        }
        while (value == MARK) {
            value = in.readUnsignedByte();
        }
        return value;
    }

    /** C4, C8 and CC stand between the frame markers and are none. */
    private static boolean isFrame(int marker) {
        return marker >= FIRST_FRAME && marker <= LAST_FRAME && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** Whether the bytes can stand in a PDF as they are. */
    boolean passes() {
        return coded
                && bits == BITS
                && width > 0
                && height > 0
                && (components == 1 || components == 3 || components == CMYK);
    }
}
