package vn.sohoa.fuzz;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import vn.sohoa.imaging.OddPapers;
import vn.sohoa.imaging.OddPdfs;

/** PDFs with a little of everything that the opener walks over: pictures of all codes, text, forms, shadings, masks. */
final class PdfSeeds {
    private static final int W = 60;
    private static final int H = 90;
    private static final PDRectangle SHEET = new PDRectangle(72, 108);
    private static final String FILL = "72 0 0 108 0 0";

    private PdfSeeds() {}

    static List<byte[]> all() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(pictures());
        seeds.add(drawn());
        seeds.add(masked());
        seeds.add(locked());
        seeds.add(byHand());
        seeds.add(OddPdfs.active("words"));
        seeds.add(written());
        return seeds;
    }

    private static byte[] pictures() throws IOException {
        BufferedImage gray = OddPapers.gray(W, H);
        BufferedImage bilevel = OddPapers.bilevel(W, H);
        try (OddPdfs pdf = new OddPdfs()) {
            add(pdf, pdf.jpeg(gray, COSName.DEVICEGRAY), 0);
            add(pdf, pdf.group4(bilevel), 90);
            add(pdf, pdf.flate(gray), 180);
            add(pdf, pdf.image(OddPapers.jpeg2000(gray), COSName.JPX_DECODE, W, H, 8, COSName.DEVICEGRAY), 0);
            byte[] jbig2 = OddPapers.jbig2(OddPdfs.g4(bilevel), W, H);
            add(pdf, pdf.image(jbig2, COSName.JBIG2_DECODE, W, H, 1, COSName.DEVICEGRAY), 0);
            return pdf.bytes();
        }
    }

    private static void add(OddPdfs pdf, COSStream picture, int rotate) throws IOException {
        pdf.picture(picture, rotate, FILL);
        pdf.lastPage().setMediaBox(SHEET);
    }

    private static byte[] drawn() throws IOException {
        try (OddPdfs pdf = new OddPdfs()) {
            pdf.page(new PDPage(SHEET), c -> {
                c.setNonStrokingColor(0.3f);
                c.addRect(5, 5, 20, 20);
                c.fill();
                c.setLineWidth(2);
                c.setLineDashPattern(new float[] {3, 2}, 0);
                c.moveTo(1, 1);
                c.curveTo(10, 80, 40, 3, 70, 70);
                c.stroke();
                c.beginText();
                c.setFont(OddPdfs.helvetica(), 7);
                c.newLineAtOffset(4, 50);
                c.showText("Words of a page that was made on a computer");
                c.endText();
            });
            return pdf.bytes();
        }
    }

    private static byte[] masked() throws IOException {
        try (OddPdfs pdf = new OddPdfs()) {
            BufferedImage clear = OddPapers.sheet(W, H, BufferedImage.TYPE_INT_ARGB);
            clear.setRGB(3, 3, 0x40FF0000);
            PDImageXObject picture = LosslessFactory.createFromImage(pdf.document(), clear);
            pdf.page(new PDPage(SHEET), c -> {
                c.drawImage(picture, 0, 0, 72, 108);
                c.drawImage(picture, 10, 10, 20, 20);
            });
            return pdf.bytes();
        }
    }

    private static byte[] locked() throws IOException {
        try (OddPdfs pdf = new OddPdfs()) {
            add(pdf, pdf.jpeg(OddPapers.gray(W, H), COSName.DEVICEGRAY), 0);
            return pdf.encrypted("").bytes();
        }
    }

    private static String stream(String dictionary, String content) {
        return "<< " + dictionary + " /Length " + content.length() + " >>\nstream\n" + content + "\nendstream";
    }

    /** Forms, a tiling pattern, shadings, a type 3 font, an inline picture, soft mask, optional content. */
    private static byte[] byHand() {
        return OddPdfs.raw(
                "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [16 0 R] /D << /OFF [16 0 R] >> >> >>",
                "<< /Type /Pages /Kids [3 0 R 15 0 R] /Count 2 /MediaBox [0 0 72 108] >>",
                "<< /Type /Page /Parent 2 0 R /Contents [4 0 R 5 0 R] /Resources 6 0 R /Annots [14 0 R] >>",
                stream(
                        "",
                        "q 1 0 0 1 2 2 cm /F Do Q /Pattern cs /P scn 0 0 30 30 re f /S sh /OC /O BDC 0 0 5 5 re f EMC"),
                stream(
                        "/Filter /ASCIIHexDecode",
                        hex("q /G gs 9 0 0 9 40 40 cm BI /W 4 /H 4 /BPC 8 /CS /G ID 0123456789abcdef EI Q"
                                + " BT /T 9 Tf 3 60 Td (aab) Tj ET W n 2 J 9 w 1 j 0 0 m 9 9 l 3 4 5 6 7 8 c S")),
                "<< /XObject << /F 7 0 R >> /Pattern << /P 8 0 R >> /Shading << /S 9 0 R >> /Font << /T 10 0 R >>"
                        + " /ExtGState << /G 12 0 R >> /Properties << /O 16 0 R >>"
                        + " /ColorSpace << /I [/Indexed /DeviceRGB 3 <000000ffffff00ff00ff0000>] /N [/Separation /Ink /DeviceGray 11 0 R] >> >>",
                stream(
                        "/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Group << /S /Transparency >> /Resources << /XObject << /F 13 0 R >> >>",
                        "/F Do 0.5 g 1 1 20 20 re f"),
                stream(
                        "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 4 4] /XStep 4 /YStep 4 /Resources << >>",
                        "1 0 0 rg 0 0 2 2 re f"),
                "<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 72 108] /Function 11 0 R /Extend [true true] >>",
                "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 10 10] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 97 /LastChar 98"
                        + " /Widths [10 10] /Encoding << /Differences [97 /a /b] >> /CharProcs << /a 17 0 R /b 17 0 R >> /Resources 6 0 R >>",
                "<< /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1 >>",
                "<< /Type /ExtGState /ca 0.5 /BM /Multiply /SMask << /S /Luminosity /G 13 0 R >> >>",
                stream(
                        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Group << /S /Transparency /CS /DeviceGray >>",
                        "0 0 9 9 re f"),
                "<< /Type /Annot /Subtype /Stamp /Rect [10 10 40 40] /AP << /N 13 0 R >> >>",
                "<< /Type /Page /Parent 2 0 R /Rotate 90 /UserUnit 2 /Contents 4 0 R /Resources 6 0 R >>",
                "<< /Type /OCG /Name (layer) >>",
                stream("", "10 0 0 0 10 10 d1 1 1 8 8 re f"),
                stream(
                        "/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]",
                        "{ dup dup 2 exp exch 0.5 mul 3 -1 roll }"),
                stream(
                        "/ShadingType 4 /ColorSpace /DeviceRGB /BitsPerCoordinate 8 /BitsPerComponent 8 /BitsPerFlag 8"
                                + " /Decode [0 72 0 108 0 1 0 1 0 1]",
                        "0123456789abcdefghijklmnop"));
    }

    private static String hex(String text) {
        StringBuilder hex = new StringBuilder();
        text.chars().forEach(c -> hex.append(String.format("%02x", c)));
        return hex.append('>').toString();
    }

    /** Words in a font that the file brings along. */
    private static byte[] written() throws IOException {
        try (OddPdfs pdf = new OddPdfs();
                InputStream font =
                        PdfSeeds.class.getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf")) {
            PDType0Font embedded = PDType0Font.load(pdf.document(), font, true);
            pdf.page(new PDPage(SHEET), c -> {
                c.beginText();
                c.setFont(embedded, 7);
                c.newLineAtOffset(4, 50);
                c.showText("Giấy khai sinh số 12");
                c.endText();
            });
            return pdf.bytes();
        }
    }
}
