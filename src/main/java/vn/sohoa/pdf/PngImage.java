package vn.sohoa.pdf;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * A PNG's compressed rows as a PDF holds them: both say deflate with the same predictors (ISO/IEC 15948; ISO 32000-1,
 * 7.4.4.4), so that nothing has to be decoded. Not for interlaced pictures and clear pixels, which PDF has otherwise.
 */
final class PngImage {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int HEADER = 0x49484452;
    private static final int PALETTE = 0x504C5445;
    private static final int CLEAR = 0x74524E53;
    private static final int DATA = 0x49444154;
    private static final int END = 0x49454E44;
    private static final int GRAY = 0;
    private static final int COLOUR = 2;
    private static final int INDEXED = 3;
    private static final int ANY_PREDICTOR = 15;
    private static final int MOST_PALETTE = 3 * 256;
    private static final int BUFFER = 1 << 16;

    private int width;
    private int height;
    private int bits;
    private int colour;
    private byte[] palette = {};
    private boolean plain = true;

    private PngImage() {}

    /** The picture, or nothing where its rows cannot stand in a PDF as they are or are not all there. */
    static Optional<PDImageXObject> of(Path file, PDDocument document) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        PngImage png = new PngImage();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
                OutputStream rows = stream.createRawOutputStream()) {
            if (!png.read(in, rows)) {
                return Optional.empty();
            }
        } catch (EOFException e) {
            return Optional.empty();
        }
        if (!png.isWhole(stream)) {
            return Optional.empty();
        }
        png.describe(stream);
        return Optional.of(new PDImageXObject(new PDStream(stream), null));
    }

    private boolean read(DataInputStream in, OutputStream rows) throws IOException {
        if (in.readLong() != SIGNATURE) {
            return false;
        }
        while (plain) {
            int length = in.readInt();
            int type = in.readInt();
            if (length < 0) {
                return false;
            }
            switch (type) {
                case HEADER -> header(in, length);
                case PALETTE -> palette(in, length);
                case CLEAR -> plain = false;
                case DATA -> copy(in, length, rows);
                case END -> {
                    return plain && width > 0 && height > 0;
                }
                default -> in.skipNBytes(length);
            }
            in.readInt(); // the checksum: inflating proves the rows
        }
        return false;
    }

    private void header(DataInputStream in, int length) throws IOException {
        width = in.readInt();
        height = in.readInt();
        bits = in.readUnsignedByte();
        colour = in.readUnsignedByte();
        in.readUnsignedShort();
        boolean interlaced = in.readUnsignedByte() != 0;
        in.skipNBytes(Math.max(0, length - 13));
        plain = !interlaced && (colour == GRAY || colour == COLOUR || colour == INDEXED);
    }

    private void palette(DataInputStream in, int length) throws IOException {
        plain = length <= MOST_PALETTE && length % 3 == 0;
        palette = plain ? in.readNBytes(length) : palette;
    }

    private static void copy(InputStream in, int length, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int left = length; left > 0; ) {
            int read = in.read(buffer, 0, Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException();
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    /** Whether the rows inflate to just what the header promises. */
    private boolean isWhole(COSStream stream) throws IOException {
        long expected = height * (1 + ((long) width * bits * samples() + 7) / 8);
        long found = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream rows = new InflaterInputStream(stream.createRawInputStream())) {
            for (int read = rows.read(buffer); read >= 0 && found <= expected; read = rows.read(buffer)) {
                found += read;
            }
        } catch (IOException e) {
            return false;
        }
        return found == expected && (colour != INDEXED || palette.length > 0);
    }

    private int samples() {
        return colour == COLOUR ? 3 : 1;
    }

    private void describe(COSStream stream) {
        stream.setItem(COSName.TYPE, COSName.XOBJECT);
        stream.setItem(COSName.SUBTYPE, COSName.IMAGE);
        stream.setInt(COSName.WIDTH, width);
        stream.setInt(COSName.HEIGHT, height);
        stream.setInt(COSName.BITS_PER_COMPONENT, bits);
        stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        COSDictionary parameters = new COSDictionary();
        parameters.setInt(COSName.PREDICTOR, ANY_PREDICTOR);
        parameters.setInt(COSName.COLORS, samples());
        parameters.setInt(COSName.BITS_PER_COMPONENT, bits);
        parameters.setInt(COSName.COLUMNS, width);
        stream.setItem(COSName.DECODE_PARMS, parameters);
        if (colour == INDEXED) {
            COSArray space = new COSArray();
            space.add(COSName.INDEXED);
            space.add(COSName.DEVICERGB);
            space.add(COSInteger.get(palette.length / 3 - 1));
            space.add(new COSString(palette));
            stream.setItem(COSName.COLORSPACE, space);
        } else {
            stream.setItem(COSName.COLORSPACE, colour == GRAY ? COSName.DEVICEGRAY : COSName.DEVICERGB);
        }
    }
}
