package vn.sohoa.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;

/** A TIFF of one page and one strip in CCITT group 4, black on white (photometric "white is zero"). */
final class G4Tiff {
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int ENTRIES = 13;
    private static final int HEADER = 8;

    private G4Tiff() {}

    /** Encodes a picture of one bit a pixel, a set bit white, as {@link Bilevel} makes them. */
    static byte[] of(BufferedImage bilevel, int dpi) {
        byte[] white = ((DataBufferByte) bilevel.getRaster().getDataBuffer()).getData();
        byte[] black = new byte[white.length];
        for (int i = 0; i < white.length; i++) {
            black[i] = (byte) ~white[i];
        }
        COSDictionary size = new COSDictionary();
        size.setInt(COSName.COLUMNS, bilevel.getWidth());
        size.setInt(COSName.ROWS, bilevel.getHeight());
        ByteArrayOutputStream g4 = new ByteArrayOutputStream();
        try {
            // not through CCITTFactory, which asks for every pixel's colour: ten times as slow
            FilterFactory.INSTANCE
                    .getFilter(COSName.CCITTFAX_DECODE)
                    .encode(new ByteArrayInputStream(black), g4, size, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return wrap(g4.toByteArray(), bilevel.getWidth(), bilevel.getHeight(), dpi);
    }

    /** Puts a header before group 4 data, where a white run is white paper. */
    static byte[] wrap(byte[] g4, int width, int height, int dpi) {
        int directory = HEADER;
        int ratios = directory + 2 + 12 * ENTRIES + 4;
        int data = ratios + 16;
        ByteBuffer out = ByteBuffer.allocate(data + g4.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory);
        out.putShort((short) ENTRIES);
        entry(out, TiffDirectory.NEW_SUBFILE_TYPE, LONG, 0);
        entry(out, TiffDirectory.WIDTH, LONG, width);
        entry(out, TiffDirectory.HEIGHT, LONG, height);
        entry(out, TiffDirectory.BITS, SHORT, 1);
        entry(out, TiffDirectory.COMPRESSION, SHORT, 4);
        entry(out, TiffDirectory.PHOTOMETRIC, SHORT, 0);
        entry(out, TiffDirectory.STRIP_OFFSETS, LONG, data);
        entry(out, TiffDirectory.SAMPLES, SHORT, 1);
        entry(out, TiffDirectory.ROWS_PER_STRIP, LONG, height);
        entry(out, TiffDirectory.STRIP_COUNTS, LONG, g4.length);
        entry(out, TiffDirectory.X_RESOLUTION, RATIONAL, ratios);
        entry(out, TiffDirectory.Y_RESOLUTION, RATIONAL, ratios + 8);
        entry(out, TiffDirectory.RESOLUTION_UNIT, SHORT, 2);
        out.putInt(0);
        out.putInt(dpi).putInt(1).putInt(dpi).putInt(1);
        out.put(g4);
        return out.array();
    }

    private static void entry(ByteBuffer out, int tag, int type, int value) {
        out.putShort((short) tag).putShort((short) type).putInt(1);
        if (type == SHORT) {
            out.putShort((short) value).putShort((short) 0);
        } else {
            out.putInt(value);
        }
    }
}
