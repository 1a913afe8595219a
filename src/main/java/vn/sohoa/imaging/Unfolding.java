package vn.sohoa.imaging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/**
 * How large a PDF's streams become when their filters are undone, found out without keeping what comes out. Ten
 * kilobytes may become ten megabytes, and filters may follow each other.
 */
final class Unfolding {
    /** Of one content stream, font, or table: vector maps of survey offices have some ten megabytes. */
    private static final long MOST = 64 << 20;
    /** Of one stream of objects, each of which takes many times its text in memory. */
    private static final long MOST_OBJECTS = 16 << 20;
    /** Of all streams of a file but its pictures. */
    private static final long MOST_TOGETHER = 1L << 30;
    /** One row of samples, which decoders of predicted samples hold in memory. */
    private static final long LONGEST_ROW = 64 << 20;

    private static final int SLACK = 1 << 20;
    private static final Set<COSName> CODES = Set.of(
            COSName.DCT_DECODE,
            COSName.DCT_DECODE_ABBREVIATION,
            COSName.JPX_DECODE,
            COSName.JBIG2_DECODE,
            COSName.CCITTFAX_DECODE,
            COSName.CCITTFAX_DECODE_ABBREVIATION);
    private static final Set<COSName> FLATE = Set.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION);

    private final Budgets budgets;
    private long together;

    Unfolding(Budgets budgets) {
        this.budgets = budgets;
    }

    static Failure.BadInput tooMuch(String what) {
        return new Failure.BadInput(Reason.of(ReasonCode.TOO_COMPLEX, what));
    }

    /** @throws Failure.BadInput it becomes larger than anything a scan or a paper from an office program has */
    void check(COSStream stream) throws IOException {
        long limit = limit(stream);
        if (limit == 0 || PdfPictures.filters(stream).isEmpty()) {
            return;
        }
        try (InputStream in = stream.createRawInputStream()) {
            long size = size(stream, PdfPictures.filters(stream), in, limit);
            if (!isPicture(stream)) {
                together += size;
            }
        }
        if (together > MOST_TOGETHER) {
            throw tooMuch("together more than " + (MOST_TOGETHER >> 20) + " MiB");
        }
    }

    /** The same for a stream of objects of which only the bytes are known; everything but deflate fails at its first bytes. */
    void checkObjects(InputStream encoded) throws IOException {
        together += inflated(encoded, MOST_OBJECTS);
    }

    /** The same for a picture that stands in the content of a page, where even equal filters are undone again and again. */
    static void checkInline(COSDictionary picture, byte[] data, Budgets budgets) throws IOException {
        long width = picture.getLong(COSName.W, picture.getLong(COSName.WIDTH, 0));
        long height = picture.getLong(COSName.H, picture.getLong(COSName.HEIGHT, 0));
        budgets.checkPixels(Math.max(0, width), Math.max(0, height));
        Unfolding unfolding = new Unfolding(budgets);
        unfolding.size(picture, PdfPictures.filters(picture), new ByteArrayInputStream(data), MOST);
    }

    /** 0 where the size in pixels is refused before anything is decoded. */
    private long limit(COSStream stream) {
        if (COSName.OBJ_STM.equals(stream.getCOSName(COSName.TYPE)) || stream.containsKey(COSName.FIRST)) {
            return MOST_OBJECTS;
        }
        if (!isPicture(stream)) {
            return MOST;
        }
        long width = Math.max(0, stream.getLong(COSName.WIDTH, 0));
        long height = Math.max(0, stream.getLong(COSName.HEIGHT, 0));
        long most = budgets.maxPixelsPerPage();
        boolean refused = width > most || height > most || width * height > most;
        final int bytesPerPixel = 8; // four inks of 16 bits
        return refused ? 0 : SLACK + width * height * bytesPerPixel;
    }

    private static boolean isPicture(COSDictionary stream) {
        return stream.containsKey(COSName.WIDTH) && stream.containsKey(COSName.HEIGHT);
    }

    /** The size behind all filters before a picture's own code, or as much of it as can be decoded. */
    private long size(COSDictionary stream, List<COSName> filters, InputStream encoded, long limit) throws IOException {
        List<COSName> undone = new ArrayList<>();
        InputStream in = encoded;
        long size = 0;
        for (COSName filter : filters) {
            if (CODES.contains(filter)) {
                return size;
            }
            if (stream instanceof COSStream && undone.contains(filter)) {
                continue; // as PDFBox does
            }
            checkRow(stream, undone.size());
            boolean last = undone.size() == filters.size() - 1;
            if (last && FLATE.contains(filter)) {
                return inflated(in, limit);
            }
            Counter out = new Counter(limit);
            try {
                FilterFactory.INSTANCE.getFilter(filter).decode(in, out, stream, undone.size());
            } catch (IOException e) {
                return out.size(); // broken: whoever needs it runs into the same
            }
            undone.add(filter);
            size = out.size();
            in = new ByteArrayInputStream(out.toByteArray());
        }
        return size;
    }

    private static void checkRow(COSDictionary stream, int index) {
        COSBase parameters = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        if (parameters instanceof org.apache.pdfbox.cos.COSArray array) {
            parameters = index < array.size() ? array.getObject(index) : null;
        }
        if (parameters instanceof COSDictionary known && known.getInt(COSName.PREDICTOR, 1) > 1) {
            long columns = Math.max(0, known.getInt(COSName.COLUMNS, 1));
            long colours = Math.min(32, Math.max(1, known.getInt(COSName.COLORS, 1)));
            long bits = Math.max(1, known.getInt(COSName.BITS_PER_COMPONENT, 8));
            if (bits > 32 || columns * colours * bits / 8 > LONGEST_ROW) {
                throw tooMuch("a row of " + columns + " samples");
            }
        }
    }

    /** Without anything of a header, as PDFBox inflates. */
    private static long inflated(InputStream in, long limit) throws IOException {
        Inflater inflater = new Inflater(true);
        byte[] packed = new byte[1 << 13];
        byte[] out = new byte[1 << 16];
        in.readNBytes(2);
        try {
            while (!inflater.finished() && inflater.getBytesWritten() <= limit) {
                if (inflater.needsInput()) {
                    int n = in.read(packed);
                    if (n <= 0) {
                        break;
                    }
                    inflater.setInput(packed, 0, n);
                }
                if (inflater.inflate(out) == 0 && !inflater.needsInput()) {
                    break;
                }
            }
            checkSize(inflater.getBytesWritten(), limit);
            return inflater.getBytesWritten();
        } catch (DataFormatException e) {
            return inflater.getBytesWritten();
        } finally {
            inflater.end();
        }
    }

    private static void checkSize(long size, long limit) {
        if (size > limit) {
            throw tooMuch("a stream of more than " + (limit >> 20) + " MiB");
        }
    }

    /** Holds what the next filter needs, up to the limit. */
    private static final class Counter extends OutputStream {
        private final long limit;
        private final ByteArrayOutputStream held = new ByteArrayOutputStream();

        Counter(long limit) {
            this.limit = limit;
        }

        @Override
        public void write(int b) {
            checkSize(held.size() + 1L, limit);
            held.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            checkSize(held.size() + (long) length, limit);
            held.write(bytes, from, length);
        }

        long size() {
            return held.size();
        }

        byte[] toByteArray() {
            return held.toByteArray();
        }
    }
}
