package vn.sohoa.pdf;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;

/**
 * What the header boxes of a JPEG 2000 file say (ITU-T T.800, annex I), as far as ISO 19005-2, 6.2.8.3, asks.
 *
 * @param channels how many components there are
 * @param bits of each component; 0 where they differ
 * @param colours how many times its colours are said
 * @param space the colour space by its number, 16 sRGB and 17 gray; 0 where it is said in another way
 * @param plain whether each component is one colour: no palette and no clear pixels
 */
record JpxHeader(int channels, int bits, int colours, int space, boolean plain) {
    private static final int SIGNATURE = 0x6A502020;
    private static final int HEADER = 0x6A703268;
    private static final int IMAGE = 0x69686472;
    private static final int COLOUR = 0x636F6C72;
    private static final int CODE = 0x6A703263;
    private static final int DIFFERENT = 0xff;
    private static final int BITS = 8;
    private static final int ENUMERATED = 1;
    private static final int SRGB = 16;
    private static final int GRAY = 17;

    /** The header, or nothing where this is a bare codestream or no JPEG 2000 at all. */
    static Optional<JpxHeader> of(InputStream jpx) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(jpx));
        try {
            for (boolean first = true; true; first = false) {
                long length = Integer.toUnsignedLong(in.readInt());
                int type = in.readInt();
                if (length < 8 || type == CODE || first && type != SIGNATURE) {
                    return Optional.empty();
                }
                if (type == HEADER) {
                    return Optional.of(header(in, length - 8));
                }
                in.skipNBytes(length - 8);
            }
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    private static JpxHeader header(DataInputStream in, long left) throws IOException {
        int channels = 0;
        int bits = 0;
        int colours = 0;
        int space = 0;
        boolean plain = true;
        for (long rest = left; rest >= 8; ) {
            long length = Integer.toUnsignedLong(in.readInt());
            int type = in.readInt();
            if (length < 8 || length > rest) {
                throw new EOFException();
            }
            long skip = length - 8;
            if (type == IMAGE && skip >= 14) {
                in.skipNBytes(8);
                channels = in.readUnsignedShort();
                int depth = in.readUnsignedByte();
                bits = depth == DIFFERENT ? 0 : depth + 1;
                skip -= 11;
            } else if (type == COLOUR) {
                colours++;
                if (skip >= 7) {
                    boolean enumerated = in.readUnsignedByte() == ENUMERATED;
                    in.readUnsignedShort();
                    int number = in.readInt();
                    space = enumerated ? number : 0;
                    skip -= 7;
                }
            } else {
                plain = false; // a palette, clear pixels, components of different depth
            }
            in.skipNBytes(skip);
            rest -= length;
        }
        return new JpxHeader(channels, bits, colours, space, plain);
    }

    /** The colours that the picture itself says it has, as a PDF names them. */
    Optional<COSName> ownColours() {
        return switch (space) {
            case SRGB -> Optional.of(COSName.DEVICERGB);
            case GRAY -> Optional.of(COSName.DEVICEGRAY);
            default -> Optional.empty();
        };
    }

    /** @param components of the colour space that the PDF gives it */
    boolean passes(int components) {
        return plain && bits == BITS && colours == 1 && channels == components && components != 2;
    }
}
