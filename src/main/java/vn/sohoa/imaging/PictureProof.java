package vn.sohoa.imaging;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/**
 * Proves that a picture has all its samples. PDFBox fills what a damaged stream does not deliver with nothing, and says
 * so in a log only: half a page would be lost in silence.
 */
final class PictureProof {
    private static final Set<COSName> SAMPLES = Set.of(
            COSName.FLATE_DECODE,
            COSName.FLATE_DECODE_ABBREVIATION,
            COSName.LZW_DECODE,
            COSName.LZW_DECODE_ABBREVIATION,
            COSName.RUN_LENGTH_DECODE,
            COSName.RUN_LENGTH_DECODE_ABBREVIATION,
            COSName.ASCII85_DECODE,
            COSName.ASCII_HEX_DECODE,
            COSName.IDENTITY);
    private static final double NEARLY_ALL = 0.99;

    private PictureProof() {}

    static void check(PDImage image) throws IOException {
        if (!(image.getCOSObject() instanceof COSStream stream)) {
            return;
        }
        COSName filter = PdfPictures.lastFilter(stream);
        if (COSName.CCITTFAX_DECODE.equals(filter)) {
            fax(stream, image.getHeight());
        } else if (COSName.DCT_DECODE.equals(filter)) {
            jpeg(stream);
        } else if (SAMPLES.contains(filter)) {
            samples(image);
        }
    }

    /** A JPEG without its end has lost rows: decoders draw them gray. */
    private static void jpeg(COSStream stream) throws IOException {
        String missing = JpegMarkers.missing(Bytes.of(bytes(stream)));
        if (!missing.isEmpty()) {
            throw new Failure.BadInput(Reason.of(ReasonCode.PAGE_UNREADABLE, missing));
        }
    }

    /** Refuses CCITT data that lacks rows. */
    static void fax(COSStream stream, int height) throws IOException {
        COSDictionary parameters = PdfPictures.parameters(stream);
        COSDictionary known = parameters == null ? new COSDictionary() : parameters;
        int k = known.getInt(COSName.K, 0);
        FaxProof.Scheme scheme = k < 0 ? FaxProof.Scheme.T6 : k == 0 ? FaxProof.Scheme.T4 : FaxProof.Scheme.T4_MIXED;
        int columns = known.getInt(COSName.COLUMNS, 1728);
        boolean aligned = known.getBoolean(COSName.ENCODED_BYTE_ALIGN, false);
        if (columns < 1 || columns > 1 << 20 || !FaxProof.isComplete(bytes(stream), columns, height, scheme, aligned)) {
            throw new Failure.BadInput(Reason.of(ReasonCode.PAGE_UNREADABLE, "rows of the fax code are missing"));
        }
    }

    private static byte[] bytes(COSStream stream) throws IOException {
        try (InputStream in = PdfPictures.encoded(stream)) {
            return in.readAllBytes();
        }
    }

    private static void samples(PDImage image) throws IOException {
        int colours = image.isStencil() ? 1 : image.getColorSpace().getNumberOfComponents();
        long row = ((long) image.getWidth() * colours * image.getBitsPerComponent() + 7) / 8;
        long expected = row * image.getHeight();
        long found = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = image.createInputStream()) {
            for (int n = in.read(buffer); n >= 0 && found < expected; n = in.read(buffer)) {
                found += n;
            }
        }
        if (found < NEARLY_ALL * expected) {
            throw new Failure.BadInput(Reason.of(
                    ReasonCode.PAGE_UNREADABLE, "only " + found * 100 / expected + " % of the picture is there"));
        }
    }
}
