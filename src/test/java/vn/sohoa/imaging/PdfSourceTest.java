package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.page.PageImage.Encoding;

class PdfSourceTest extends PaperTest {
    /** 4 × 6 inches at 100 dpi. */
    private static final int W = 400;

    private static final int H = 600;

    @Test
    void everySampleHasItsPages() throws IOException {
        assertThat(pages("e01_stack.pdf")).isEqualTo(7);
        assertThat(pages("e02_g4.tif")).isEqualTo(5);
        assertThat(pages("e03_cccd.pdf")).isEqualTo(2);
        assertThat(pages("d00_giay_khai_sinh.jpg")).isEqualTo(1);
        assertThat(pages("d01_trich_luc_khai_sinh.pdf")).isEqualTo(1);
    }

    private static int pages(String name) {
        Path file = OddPapers.sample(name);
        try (SourceFile source = SourceFile.open(file, SourceFormat.sniff(file).orElseThrow(), Budgets.DEFAULT)) {
            return source.pages();
        }
    }

    @Test
    void aPageThatIsOneJpegKeepsItsBytes() throws IOException {
        BufferedImage gray = OddPapers.gray(W, H);
        BufferedImage colour = OddPapers.colour(W, H);
        try (OddPdfs pdf = new OddPdfs()) {
            pdf.picture(pdf.jpeg(gray, COSName.DEVICEGRAY)).picture(pdf.jpeg(colour, COSName.DEVICERGB));
            try (SourceFile source = open(pdf.bytes())) {
                PageCut cut = source.cut(0, folder);
                assertThat(cut.image().encoding()).isEqualTo(Encoding.JPEG);
                assertThat(cut.image().dpi()).isEqualTo(100);
                assertThat(cut.image().file()).hasBinaryContent(OddPapers.jpeg(gray));
                assertThat(source.cut(1, folder).image().file()).hasBinaryContent(OddPapers.jpeg(colour));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"false,false", "true,false", "false,true", "true,true"})
    void group4KeepsItsCodeAndItsColours(boolean blackIs1, boolean invertedDecode) throws IOException {
        BufferedImage sheet = OddPapers.bilevel(W + 1, H);
        try (OddPdfs pdf = new OddPdfs()) {
            COSStream image = pdf.group4(sheet);
            image.getCOSDictionary(COSName.DECODE_PARMS).setBoolean(COSName.BLACK_IS_1, blackIs1);
            if (invertedDecode) {
                COSArray decode = new COSArray();
                decode.add(COSFloat.ONE);
                decode.add(COSFloat.ZERO);
                image.setItem(COSName.DECODE, decode);
            }
            PageCut cut = first(pdf.picture(image).bytes());

            assertThat(cut.image().encoding()).isEqualTo(Encoding.TIFF);
            double wrong = difference(gray(cut), sheet);
            assertThat(wrong).isEqualTo(blackIs1 == invertedDecode ? 0 : 255);
            if (blackIs1 == invertedDecode) {
                byte[] code = OddPdfs.g4(sheet);
                byte[] page = Files.readAllBytes(cut.image().file());
                assertThat(Arrays.copyOfRange(page, page.length - code.length, page.length))
                        .isEqualTo(code);
            }
        }
    }

    @Test
    void aStencilStampedInBlackIsAPicture() throws IOException {
        BufferedImage sheet = OddPapers.bilevel(W, H);
        try (OddPdfs pdf = new OddPdfs()) {
            COSStream image = pdf.group4(sheet);
            image.setBoolean(COSName.IMAGE_MASK, true);
            image.removeItem(COSName.COLORSPACE);
            PageCut cut = first(pdf.picture(image).bytes());

            assertThat(cut.image().width()).isEqualTo(W);
            assertThat(difference(gray(cut), sheet)).isZero();
        }
    }

    @Test
    void otherEncodingsComeOutWithoutLoss() throws IOException {
        BufferedImage gray = OddPapers.gray(W, H);
        BufferedImage bilevel = OddPapers.bilevel(W, H);
        try (OddPdfs pdf = new OddPdfs()) {
            byte[] mmr = OddPapers.jbig2(OddPdfs.g4(bilevel), W, H);
            pdf.picture(pdf.flate(gray))
                    .picture(pdf.image(OddPapers.jpeg2000(gray), COSName.JPX_DECODE, W, H, 8, COSName.DEVICEGRAY))
                    .picture(pdf.image(mmr, COSName.JBIG2_DECODE, W, H, 1, COSName.DEVICEGRAY))
                    .picture(LosslessFactory.createFromImage(pdf.document(), OddPapers.colour(W, H))
                            .getCOSObject());
            try (SourceFile source = open(pdf.bytes())) {
                assertThat(difference(gray(source.cut(0, folder)), gray)).isZero();
                assertThat(difference(gray(source.cut(1, folder)), gray)).isLessThan(2);
                assertThat(difference(gray(source.cut(2, folder)), bilevel)).isZero();
                assertThat(source.cut(2, folder).image().encoding()).isEqualTo(Encoding.TIFF);
                assertThat(difference(gray(source.cut(3, folder)), OddPapers.colour(W, H)))
                        .isZero();
            }
        }
    }

    @Test
    void aFourColourJpegInsideLooksRight() throws IOException {
        BufferedImage colour = OddPapers.colour(W, H);
        try (OddPdfs pdf = new OddPdfs()) {
            COSStream image = pdf.image(OddPapers.cmykJpeg(colour), COSName.DCT_DECODE, W, H, 8, COSName.DEVICECMYK);
            COSArray decode = new COSArray();
            for (int i = 0; i < 8; i++) {
                decode.add(i % 2 == 0 ? COSFloat.ONE : COSFloat.ZERO);
            }
            image.setItem(COSName.DECODE, decode);
            PageCut cut = first(pdf.picture(image).bytes());

            assertThat(cut.image().encoding()).isEqualTo(Encoding.PNG);
            assertThat(difference(gray(cut), colour)).isLessThan(15);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "90", "180", "270"})
    void aRotatedPageIsShownAsAViewerShowsIt(int rotate) throws IOException {
        BufferedImage lying = OddPapers.bilevel(W, H);
        try (OddPdfs pdf = new OddPdfs()) {
            PageCut cut = first(
                    pdf.picture(pdf.group4(lying), rotate, "288 0 0 432 0 0").bytes());
            int exif = rotate == 90 ? 6 : rotate == 180 ? 3 : rotate == 270 ? 8 : 1;

            assertThat(difference(gray(cut), Turn.ofExif(exif).apply(lying))).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'288 0 0 432 0 0',0",
        "'-288 0 0 432 288 0',0",
        "'288 0 0 -432 0 432',90",
        "'0 432 -288 0 288 0',0",
        "'0 -432 288 0 0 432',270",
        "'0 432 288 0 0 0',180"
    })
    void everyTurnAgreesWithTheRendering(String matrix, int rotate) throws IOException {
        boolean lying = matrix.startsWith("0 ");
        BufferedImage picture = lying ? OddPapers.bilevel(H, W) : OddPapers.bilevel(W, H);
        byte[] taken;
        byte[] rendered;
        try (OddPdfs pdf = new OddPdfs()) {
            taken = pdf.picture(pdf.group4(picture), rotate, matrix).bytes();
        }
        try (OddPdfs pdf = new OddPdfs()) {
            pdf.picture(pdf.group4(picture), rotate, matrix).page(pdf.lastPage(), c -> {});
            pdf.document().removePage(1);
            var canvas = new org.apache.pdfbox.pdmodel.PDPageContentStream(
                    pdf.document(),
                    pdf.lastPage(),
                    org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode.APPEND,
                    true,
                    true);
            canvas.addRect(1, 1, 1, 1);
            canvas.fill();
            canvas.close();
            rendered = pdf.bytes();
        }
        BufferedImage a = gray(first(taken));
        BufferedImage b = gray(first(rendered));
        assertThat(b.getWidth()).isEqualTo(a.getWidth() * 3);
        BufferedImage small = new BufferedImage(a.getWidth(), a.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        small.createGraphics().drawImage(b, 0, 0, a.getWidth(), a.getHeight(), null);
        assertThat(difference(a, small)).isLessThan(4);
    }

    @Test
    void textOfAnotherOcrDoesNotKeepThePictureFromBeingTaken() throws IOException {
        byte[] jpeg = OddPapers.jpeg(OddPapers.gray(W, H));
        try (OddPdfs pdf = new OddPdfs()) {
            pdf.picture(pdf.jpeg(OddPapers.gray(W, H), COSName.DEVICEGRAY));
            try (var canvas = new org.apache.pdfbox.pdmodel.PDPageContentStream(
                    pdf.document(),
                    pdf.lastPage(),
                    org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode.APPEND,
                    true,
                    true)) {
                canvas.beginText();
                canvas.setRenderingMode(RenderingMode.NEITHER);
                canvas.setFont(OddPdfs.helvetica(), 12);
                canvas.newLineAtOffset(20, 200);
                canvas.showText("Words that some scanner has guessed, long enough to look like a text layer");
                canvas.endText();
            }
            PageCut cut = first(pdf.bytes());

            assertThat(cut.image().file()).hasBinaryContent(jpeg);
            assertThat(cut.textLayer()).isEmpty();
        }
    }

    @Test
    void aPictureWithAVisibleStampIsRendered() throws IOException {
        try (OddPdfs pdf = new OddPdfs()) {
            pdf.picture(pdf.jpeg(OddPapers.gray(W, H), COSName.DEVICEGRAY));
            try (var canvas = new org.apache.pdfbox.pdmodel.PDPageContentStream(
                    pdf.document(),
                    pdf.lastPage(),
                    org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode.APPEND,
                    true,
                    true)) {
                canvas.beginText();
                canvas.setFont(OddPdfs.helvetica(), 10);
                canvas.newLineAtOffset(20, 200);
                canvas.showText("Received on Monday the twenty-third, number one hundred and twelve");
                canvas.endText();
            }
            PageCut cut = first(pdf.bytes());

            assertThat(cut.image().dpi()).isEqualTo(300);
            assertThat(cut.textLayer()).isEmpty();
        }
    }

    @Test
    void aMissingOrBrokenPictureIsNeverABlankPage() throws IOException {
        BufferedImage bilevel = OddPapers.bilevel(W, H);
        byte[] rubbish = new byte[500];
        new java.util.Random(3).nextBytes(rubbish);
        try (OddPdfs pdf = new OddPdfs()) {
            byte[] jbig2 = OddPapers.jbig2(OddPdfs.g4(bilevel), W, H);
            byte[] jpx = OddPapers.jpeg2000(OddPapers.gray(W, H));
            COSStream half =
                    pdf.image(OddPdfs.deflated(new byte[W * H / 2]), COSName.FLATE_DECODE, W, H, 8, COSName.DEVICEGRAY);
            COSStream fax = pdf.group4(bilevel);
            try (var out = fax.createRawOutputStream()) {
                out.write(Arrays.copyOf(OddPdfs.g4(bilevel), 60));
            }
            pdf.picture(half)
                    .picture(fax)
                    .picture(pdf.image(rubbish, COSName.FLATE_DECODE, W, H, 8, COSName.DEVICEGRAY))
                    .picture(pdf.image(rubbish, COSName.JPX_DECODE, W, H, 8, COSName.DEVICEGRAY))
                    .picture(pdf.image(rubbish, COSName.JBIG2_DECODE, W, H, 1, COSName.DEVICEGRAY))
                    .picture(pdf.image(Arrays.copyOf(jbig2, 40), COSName.JBIG2_DECODE, W, H, 1, COSName.DEVICEGRAY))
                    .picture(pdf.image(Arrays.copyOf(jpx, 60), COSName.JPX_DECODE, W, H, 8, COSName.DEVICEGRAY))
                    .picture(pdf.image(rubbish, COSName.CCITTFAX_DECODE, W, H, 1, COSName.DEVICEGRAY))
                    .picture(pdf.image(new byte[0], COSName.CCITTFAX_DECODE, W, H, 1, COSName.DEVICEGRAY))
                    .picture(pdf.image(rubbish, COSName.DCT_DECODE, W, H, 8, COSName.DEVICEGRAY))
                    .picture(pdf.image(rubbish, COSName.getPDFName("FooDecode"), W, H, 8, COSName.DEVICEGRAY));
            for (int i = 0, n = pdf.document().getNumberOfPages(); i < n; i++) {
                COSDictionary page = pdf.document().getPage(i).getCOSObject();
                pdf.page(new PDPage(new COSDictionary(page)), c -> {
                    c.addRect(5, 5, 5, 5);
                    c.fill();
                });
            }
            pdf.picture(pdf.flate(OddPapers.gray(W, H)));
            try (SourceFile source = open(pdf.bytes())) {
                for (int i = 0; i < source.pages() - 1; i++) {
                    int page = i;
                    assertThat(refused(() -> source.cut(page, folder)))
                            .as("page " + i)
                            .isIn(ReasonCode.PAGE_UNREADABLE, ReasonCode.DECODER_MISSING);
                }
                assertThat(difference(gray(source.cut(source.pages() - 1, folder)), OddPapers.gray(W, H)))
                        .isZero();
            }
        }
    }

    @Test
    void aPictureThatIsNotThereIsNotABlankPage() {
        byte[] pdf = OddPdfs.raw(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 288 432] /Contents 4 0 R"
                        + " /Resources << /XObject << /Im0 9 0 R >> >> >>",
                "<< /Length 28 >>\nstream\nq 288 0 0 432 0 0 cm /Im0 Do\nendstream");

        assertThat(refused(() -> first(pdf))).isEqualTo(ReasonCode.PAGE_UNREADABLE);
    }

    @Test
    void picturesBeyondTheBudgetAreRefusedUndecoded() throws IOException {
        BufferedImage small = OddPapers.bilevel(16, 16);
        byte[] jbig2 = OddPapers.jbig2(OddPdfs.g4(small), 100_000, 100_000);
        byte[] jpx = OddPapers.jpeg2000(OddPapers.gray(16, 16));
        for (int i = 0; i < jpx.length - 12; i++) {
            if (Bytes.startsWith(Arrays.copyOfRange(jpx, i, i + 4), 0xFF, 0x4F, 0xFF, 0x51)) {
                java.nio.ByteBuffer.wrap(jpx).putInt(i + 8, 100_000).putInt(i + 12, 100_000);
            }
        }
        try (OddPdfs pdf = new OddPdfs()) {
            byte[] nothing = OddPdfs.deflated(new byte[9]);
            pdf.picture(pdf.image(nothing, COSName.FLATE_DECODE, 100_000, 100_000, 8, COSName.DEVICERGB))
                    .picture(pdf.image(jbig2, COSName.JBIG2_DECODE, 16, 16, 1, COSName.DEVICEGRAY))
                    .picture(pdf.image(jpx, COSName.JPX_DECODE, 16, 16, 8, COSName.DEVICEGRAY));
            try (SourceFile source = open(pdf.bytes())) {
                for (int i = 0; i < 3; i++) {
                    int page = i;
                    assertThat(refused(() -> source.cut(page, folder)))
                            .as("page " + i)
                            .isEqualTo(ReasonCode.TOO_MANY_PIXELS);
                }
            }
        }
    }

    @Test
    void aVastSheetIsRenderedCoarselyOrRefused() throws IOException {
        try (OddPdfs pdf = new OddPdfs()) {
            OddPdfs.Drawing line = c -> {
                c.addRect(10, 10, 5000, 20);
                c.fill();
            };
            pdf.page(new PDPage(new PDRectangle(2384, 3370)), line)
                    .page(new PDPage(new PDRectangle(900_000, 900_000)), line)
                    .page(new PDPage(new PDRectangle(0, 0)), line);
            Budgets narrow = new Budgets(1 << 30, 10, 4_000_000);
            try (SourceFile source = open(pdf.bytes(), narrow)) {
                PageCut vast = source.cut(0, folder);
                assertThat(vast.image().pixels()).isLessThanOrEqualTo(4_010_000);
                assertThat(vast.image().dpi()).isBetween(40, 60);
                assertThat(refused(() -> source.cut(1, folder))).isEqualTo(ReasonCode.TOO_MANY_PIXELS);
            }
        }
    }

    /** What has to be decoded is in memory three times over; what is copied as it is, or has two values, is not. */
    @Test
    void aPictureThatWouldNotFitIntoMemoryIsRefusedAndTheOthersAreTaken() throws IOException {
        BufferedImage gray = OddPapers.gray(W, H);
        try (OddPdfs pdf = new OddPdfs()) {
            pdf.picture(pdf.flate(gray))
                    .picture(pdf.jpeg(gray, COSName.DEVICEGRAY))
                    .picture(pdf.group4(OddPapers.bilevel(W, H)), 90, "288 0 0 432 0 0");
            Budgets little = new Budgets(1 << 30, 10, 4_000_000, 4L * W * H);
            try (SourceFile source = open(pdf.bytes(), little)) {
                assertThat(refused(() -> source.cut(0, folder))).isEqualTo(ReasonCode.TOO_MANY_PIXELS);
                assertThat(source.cut(1, folder).image().encoding()).isEqualTo(Encoding.JPEG);
                assertThat(source.cut(2, folder).image().pixels()).isEqualTo((long) W * H);
            }
        }
    }

    @Test
    void aPasswordIsAskedForOnlyWhereOneIsNeeded() throws IOException {
        try (OddPdfs pdf = new OddPdfs()) {
            byte[] open =
                    pdf.picture(pdf.flate(OddPapers.gray(W, H))).encrypted("").bytes();
            assertThat(difference(gray(first(open)), OddPapers.gray(W, H))).isZero();
        }
        try (OddPdfs pdf = new OddPdfs()) {
            byte[] locked = pdf.page(c -> {}).encrypted("secret").bytes();
            assertThat(refused(() -> open(locked))).isEqualTo(ReasonCode.ENCRYPTED_FILE);
        }
    }

    @Test
    void pageTreesThatLieAreBounded() throws IOException {
        byte[] cyclic = OddPdfs.raw(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 1000000000 /MediaBox [0 0 288 432] >>",
                "<< /Type /Page /Parent 2 0 R >>");
        try (SourceFile source = open(cyclic)) {
            assertThat(source.pages()).isEqualTo(1);
            assertThat(source.cut(0, folder).image().width()).isEqualTo(1200);
        }
        String[] tower = new String[42];
        tower[0] = "<< /Type /Catalog /Pages 2 0 R >>";
        for (int i = 1; i < 41; i++) {
            tower[i] = "<< /Type /Pages /Kids [" + (i + 2) + " 0 R " + (i + 2) + " 0 R] /Count 2 >>";
        }
        tower[41] = "<< /Type /Page /MediaBox [0 0 288 432] >>";
        assertThat(refused(() -> open(OddPdfs.raw(tower)))).isEqualTo(ReasonCode.TOO_MANY_PAGES);
        tower[41] = "<< /Type /Pages /Kids [] >>";
        assertThat(refused(() -> open(OddPdfs.raw(tower)))).isEqualTo(ReasonCode.NO_PAGES);
        assertThat(refused(() -> open(OddPdfs.raw("<< /Type /Catalog >>"))))
                .isIn(ReasonCode.NO_PAGES, ReasonCode.BROKEN_FILE);
    }

    @Test
    void aSlightlyWrongTableOfObjectsIsForgiven() throws IOException {
        byte[] pdf = Files.readAllBytes(OddPapers.sample("e01_stack.pdf"));
        String text = new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1);
        int start = text.lastIndexOf("startxref");
        byte[] wrong = (text.substring(0, start) + "startxref\n17\n%%EOF\n")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        try (SourceFile source = open(wrong)) {
            assertThat(source.pages()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 200, 2000})
    void aPdfOfRubbishIsBroken(int length) {
        byte[] rubbish = new byte[length];
        new java.util.Random(length).nextBytes(rubbish);
        System.arraycopy("%PDF-1.7\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, rubbish, 0, 9);

        assertThat(refused(() -> open(rubbish))).isIn(ReasonCode.BROKEN_FILE, ReasonCode.NO_PAGES);
    }
}
