package vn.sohoa.imaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * An image object of a PDF copied into another with its encoded bytes as they are, and of its dictionary only what says
 * how to read them: nothing else that hangs on it comes along, however deep.
 */
public final class PlainPicture {
    private static final Map<COSName, Integer> NAMED =
            Map.of(COSName.DEVICEGRAY, 1, COSName.DEVICERGB, 3, COSName.DEVICECMYK, 4);
    private static final List<COSName> PARAMETERS = List.of(
            COSName.K,
            COSName.COLUMNS,
            COSName.ROWS,
            COSName.BLACK_IS_1,
            COSName.ENCODED_BYTE_ALIGN,
            COSName.getPDFName("EndOfLine"),
            COSName.getPDFName("EndOfBlock"),
            COSName.PREDICTOR,
            COSName.COLORS,
            COSName.BITS_PER_COMPONENT,
            COSName.getPDFName("ColorTransform"));
    private static final int MOST_NUMBERS = 16;
    private static final int MOST_LOOKUP = 4 * 256;
    private static final int MOST_PROFILE = 4 << 20;
    private static final COSName GAMMA = COSName.getPDFName("Gamma");
    private static final List<COSName> CALIBRATION = List.of(
            COSName.getPDFName("WhitePoint"), COSName.getPDFName("BlackPoint"), GAMMA, COSName.getPDFName("Matrix"));

    private final PDDocument target;

    private PlainPicture(PDDocument target) {
        this.target = target;
    }

    /** The copy, with the last of its filters only; nothing where its colours are said in a way we do not know. */
    public static Optional<COSStream> copy(COSStream picture, PDDocument target) throws IOException {
        return new PlainPicture(target).copy(picture);
    }

    private Optional<COSStream> copy(COSStream from) throws IOException {
        COSName filter = PdfPictures.lastFilter(from);
        COSBase colours = from.getDictionaryObject(COSName.COLORSPACE, COSName.CS);
        boolean stencil = from.getBoolean(COSName.IMAGE_MASK, false);
        Optional<COSBase> space = stencil ? Optional.of(COSName.DEVICEGRAY) : space(colours, true);
        boolean ofItself = colours == null && COSName.JPX_DECODE.equals(filter);
        if (space.isEmpty() && !ofItself && !stencil) {
            return Optional.empty();
        }
        COSStream to = stream(PdfPictures.encoded(from), Integer.MAX_VALUE);
        to.setItem(COSName.TYPE, COSName.XOBJECT);
        to.setItem(COSName.SUBTYPE, COSName.IMAGE);
        to.setItem(COSName.FILTER, filter);
        to.setInt(COSName.WIDTH, from.getInt(COSName.WIDTH, COSName.W, 0));
        to.setInt(COSName.HEIGHT, from.getInt(COSName.HEIGHT, COSName.H, 0));
        to.setInt(COSName.BITS_PER_COMPONENT, from.getInt(COSName.BITS_PER_COMPONENT, COSName.BPC, stencil ? 1 : 8));
        space.ifPresent(value -> to.setItem(COSName.COLORSPACE, value));
        numbers(from.getDictionaryObject(COSName.DECODE, COSName.D))
                .ifPresent(decode -> to.setItem(COSName.DECODE, decode));
        COSDictionary parameters = PdfPictures.parameters(from);
        if (parameters != null) {
            to.setItem(COSName.DECODE_PARMS, parameters(parameters));
        }
        return Optional.of(to);
    }

    private COSDictionary parameters(COSDictionary from) throws IOException {
        COSDictionary to = new COSDictionary();
        for (COSName name : PARAMETERS) {
            COSBase value = from.getDictionaryObject(name);
            if (value instanceof COSNumber || value instanceof COSBoolean) {
                to.setItem(name, value);
            }
        }
        if (from.getDictionaryObject(COSName.JBIG2_GLOBALS) instanceof COSStream globals) {
            to.setItem(COSName.JBIG2_GLOBALS, decoded(globals, MOST_PROFILE));
        }
        return to;
    }

    private Optional<COSBase> space(COSBase from, boolean mayBeIndexed) throws IOException {
        if (from instanceof COSName name) {
            return NAMED.containsKey(name) ? Optional.of(name) : Optional.empty();
        }
        if (!(from instanceof COSArray array) || array.size() == 0 || !(array.getObject(0) instanceof COSName kind)) {
            return Optional.empty();
        }
        if (array.size() == 1) {
            return space(kind, false);
        }
        COSBase second = array.getObject(1);
        if (COSName.ICCBASED.equals(kind) && second instanceof COSStream profile) {
            return Optional.of(array(kind, profile(profile)));
        }
        if ((COSName.CALGRAY.equals(kind) || COSName.CALRGB.equals(kind)) && second instanceof COSDictionary white) {
            return Optional.of(array(kind, calibration(white)));
        }
        return COSName.INDEXED.equals(kind) && mayBeIndexed ? indexed(array) : Optional.empty();
    }

    private COSStream profile(COSStream from) throws IOException {
        COSStream to = decoded(from, MOST_PROFILE);
        to.setInt(COSName.N, from.getInt(COSName.N, 0));
        return to;
    }

    private static COSDictionary calibration(COSDictionary from) {
        COSDictionary to = new COSDictionary();
        for (COSName name : CALIBRATION) {
            COSBase value = from.getDictionaryObject(name);
            if (value instanceof COSNumber) {
                to.setItem(name, value);
            } else {
                numbers(value).ifPresent(list -> to.setItem(name, list));
            }
        }
        return to;
    }

    private Optional<COSBase> indexed(COSArray from) throws IOException {
        Optional<COSBase> base = from.size() < 4 ? Optional.empty() : space(from.getObject(1), false);
        COSBase lookup = from.size() < 4 ? null : from.getObject(3);
        byte[] table = {};
        if (lookup instanceof COSString text) {
            table = text.getBytes();
        } else if (lookup instanceof COSStream stream) {
            try (InputStream in = stream.createInputStream()) {
                table = in.readNBytes(MOST_LOOKUP + 1);
            }
        }
        int last = from.getInt(2, -1);
        if (base.isEmpty() || table.length == 0 || table.length > MOST_LOOKUP || last < 0 || last > 255) {
            return Optional.empty();
        }
        return Optional.of(array(COSName.INDEXED, base.get(), COSInteger.get(last), new COSString(table)));
    }

    private static Optional<COSArray> numbers(COSBase from) {
        if (!(from instanceof COSArray array) || array.size() > MOST_NUMBERS) {
            return Optional.empty();
        }
        COSArray to = new COSArray();
        for (int i = 0; i < array.size(); i++) {
            if (array.getObject(i) instanceof COSNumber number) {
                to.add(number);
            }
        }
        return Optional.of(to);
    }

    private static COSArray array(COSBase... items) {
        COSArray array = new COSArray();
        for (COSBase item : items) {
            array.add(item);
        }
        return array;
    }

    private COSStream decoded(COSStream from, int most) throws IOException {
        COSStream to = target.getDocument().createCOSStream();
        try (InputStream in = from.createInputStream();
                OutputStream out = to.createOutputStream(COSName.FLATE_DECODE)) {
            copy(in, out, most);
        }
        return to;
    }

    private COSStream stream(InputStream bytes, long most) throws IOException {
        COSStream to = target.getDocument().createCOSStream();
        try (InputStream in = bytes;
                OutputStream out = to.createRawOutputStream()) {
            copy(in, out, most);
        }
        return to;
    }

    private static void copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long copied = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            copied += read;
            if (copied > most) {
                throw new IOException("more than " + most + " bytes");
            }
            out.write(buffer, 0, read);
        }
    }
}
