package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Arrays;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.common.ReasonCode;

/** What is small and would become huge, or never end, is refused before it does; what only looks like it is read. */
class BombsTest extends PaperTest {
    private static final Budgets SMALL = new Budgets(64 << 20, 50, 1_000_000);
    private static final long MIB = 1 << 20;

    private ReasonCode firstPage(byte[] bytes) {
        return refused(() -> {
            try (SourceFile source = open(bytes, SMALL)) {
                source.cut(0, folder);
            }
        });
    }

    private void isFine(byte[] bytes) throws IOException {
        try (SourceFile source = open(bytes, SMALL)) {
            assertThat(gray(source.cut(0, folder)).getWidth()).isPositive();
        }
    }

    @Test
    void aContentStreamThatUnfoldsToGigabytesIsRefused() throws IOException {
        byte[] bomb = OddBombs.deflated(' ', 80 * MIB);
        assertThat(firstPage(OddBombs.page(OddBombs.stream("/Filter /FlateDecode", bomb), "")))
                .isEqualTo(ReasonCode.TOO_COMPLEX);
        String twice = OddBombs.stream("/Filter [/ASCIIHexDecode /FlateDecode]", hex(bomb));
        assertThat(firstPage(OddBombs.page(twice, ""))).isEqualTo(ReasonCode.TOO_COMPLEX);
        byte[] large = OddBombs.deflated(' ', 20 * MIB);
        isFine(OddBombs.page(OddBombs.stream("/Filter /FlateDecode", large), ""));
    }

    private static byte[] hex(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            text.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return text.append('>').toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    @Test
    void anEncryptedBombIsFoundToo() throws IOException {
        try (OddPdfs pdf = new OddPdfs()) {
            pdf.page(canvas -> {});
            var contents = pdf.document().getDocument().createCOSStream();
            try (var out = contents.createRawOutputStream()) {
                out.write(OddBombs.deflated(' ', 80 * MIB));
            }
            contents.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            pdf.lastPage().getCOSObject().setItem(COSName.CONTENTS, contents);
            byte[] locked = pdf.encrypted("").bytes();
            assertThat(firstPage(locked)).isEqualTo(ReasonCode.TOO_COMPLEX);
        }
    }

    @Test
    void aPictureOfFewPixelsThatUnfoldsToGigabytesIsRefused() {
        String picture = OddBombs.stream(
                "/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray"
                        + " /Filter /FlateDecode",
                OddBombs.deflated(0, 40 * MIB));
        byte[] pdf = OddBombs.page(
                OddBombs.stream("", "72 0 0 108 0 0 cm /I Do 0 0 1 1 re f"), "/XObject << /I 5 0 R >>", picture);
        assertThat(firstPage(pdf)).isEqualTo(ReasonCode.TOO_COMPLEX);
    }

    @Test
    void aPictureInsideTheContentThatUnfoldsAgainAndAgainIsRefused() throws IOException {
        byte[] bomb = OddPdfs.deflated(OddBombs.deflated(0, 100 * MIB));
        java.io.ByteArrayOutputStream content = new java.io.ByteArrayOutputStream();
        content.writeBytes("BI /W 8 /H 8 /BPC 8 /CS /G /F [/Fl /Fl] ID ".getBytes());
        content.writeBytes(bomb);
        content.writeBytes(" EI 0 0 1 1 re f".getBytes());
        assertThat(firstPage(OddBombs.page(OddBombs.stream("", content.toByteArray()), "")))
                .isEqualTo(ReasonCode.TOO_COMPLEX);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStreamOfObjectsThatUnfoldsToGigabytesIsRefused(boolean table) {
        assertThat(refused(() -> open(OddBombs.packedObjects(40 * MIB, table), SMALL)))
                .isEqualTo(ReasonCode.TOO_COMPLEX);
    }

    @Test
    void aTableOfMillionsOfObjectsIsRefused() {
        assertThat(refused(() -> open(OddBombs.manyObjects(3_000_000), SMALL))).isEqualTo(ReasonCode.TOO_COMPLEX);
    }

    @Test
    void formsThatDrawFormsThatDrawFormsAreGivenUp() {
        assertThat(firstPage(OddBombs.formsInForms())).isEqualTo(ReasonCode.TOO_COMPLEX);
        assertThat(firstPage(OddBombs.groupsInGroups())).isEqualTo(ReasonCode.TOO_COMPLEX);
    }

    @Test
    void aPictureDrawnAThousandTimesIsGivenUp() throws IOException {
        BufferedImage gray = OddPapers.gray(500, 700);
        String picture = OddBombs.stream(
                "/Type /XObject /Subtype /Image /Width 500 /Height 700 /BitsPerComponent 8 /ColorSpace /DeviceGray"
                        + " /Filter /DCTDecode",
                OddPapers.jpeg(gray));
        String many = OddBombs.stream("", "72 0 0 108 0 0 cm 0 0 1 1 re f " + "/I Do ".repeat(1000));
        assertThat(firstPage(OddBombs.page(many, "/XObject << /I 5 0 R >>", picture)))
                .isEqualTo(ReasonCode.TOO_COMPLEX);
    }

    @Test
    void deepNestingIsRefusedOrPassedOverNeverFatal() throws IOException {
        String deep = "[".repeat(200_000);
        isFine(OddBombs.page(OddBombs.stream("", deep + " 0 TJ"), "")); // as viewers do: that operand is nothing
        assertThat(refused(() -> open(OddPdfs.raw("<< /Type /Catalog /Pages " + deep + " >>"), SMALL)))
                .isIn(ReasonCode.BROKEN_FILE, ReasonCode.NO_PAGES);
        String[] tower = new String[5_000];
        tower[0] = "<< /Type /Catalog /Pages 2 0 R >>";
        for (int i = 1; i < tower.length; i++) {
            tower[i] = "<< /Type /Pages /Kids [" + (i + 2) + " 0 R] /Count 1 >>";
        }
        tower[tower.length - 1] = "<< /Type /Page /MediaBox [0 0 72 108] >>";
        assertThat(refused(() -> open(OddPdfs.raw(tower), SMALL))).isEqualTo(ReasonCode.NO_PAGES);
    }

    @Test
    void manyPagesMayShareOnePictureButNotBeyondTheBudget() throws IOException {
        byte[] jpeg = OddPapers.jpeg(OddPapers.gray(60, 90));
        byte[] pdf = OddBombs.pagesOfOnePicture(1_900, jpeg, 60, 90);
        try (SourceFile source = open(pdf)) {
            assertThat(source.pages()).isEqualTo(1_900);
            assertThat(source.cut(1_899, folder).image().file()).hasBinaryContent(jpeg);
        }
        byte[] more = OddBombs.pagesOfOnePicture(20_000, jpeg, 60, 90);
        assertThat(refused(() -> open(more))).isEqualTo(ReasonCode.TOO_MANY_PAGES);
    }

    @Test
    void aPngIsUnfoldedAsFarAsItHasPixels() throws IOException {
        isFine(OddBombs.png(60, 90, 80 * MIB));
    }

    @Test
    void aStripOfATiffIsUnfoldedAsFarAsItHasPixels() throws IOException {
        isFine(OddPapers.tiff(
                OddBombs.deflated(0, 80 * MIB),
                tag(TiffDirectory.WIDTH, 60),
                tag(TiffDirectory.HEIGHT, 90),
                tag(TiffDirectory.BITS, 8),
                tag(TiffDirectory.COMPRESSION, 8),
                tag(TiffDirectory.PHOTOMETRIC, 1),
                tag(TiffDirectory.ROWS_PER_STRIP, 90)));
    }

    private static OddPapers.Tag tag(int tag, long... values) {
        return new OddPapers.Tag(tag, Arrays.stream(values).anyMatch(v -> v > 65_535) ? 4 : 3, values);
    }

    @Test
    void aJpegInsideATiffIsAsLargeAsItSaysItself() {
        byte[] jpeg = OddPapers.jpeg(OddPapers.gray(60, 90));
        int frame = 0;
        while ((jpeg[frame] & 0xFF) != 0xFF || (jpeg[frame + 1] & 0xFF) != 0xC0) {
            frame++;
        }
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 65_000).putShort(frame + 7, (short) 65_000);
        assertThat(firstPage(OddPapers.tiff(
                        jpeg,
                        tag(TiffDirectory.WIDTH, 60),
                        tag(TiffDirectory.HEIGHT, 90),
                        tag(TiffDirectory.BITS, 8),
                        tag(TiffDirectory.COMPRESSION, 7),
                        tag(TiffDirectory.PHOTOMETRIC, 1),
                        tag(TiffDirectory.ROWS_PER_STRIP, 90))))
                .isEqualTo(ReasonCode.TOO_MANY_PIXELS);
    }

    @Test
    void aTiffThatPointsAtTheSameBytesForEverIsRefused() throws IOException {
        byte[] over = OddBombs.directoriesOverEachOther(2_000);
        var file = Files.write(folder.resolve("a.tif"), over);
        assertThat(Wholeness.of(file, SourceFormat.TIFF).isWhole())
                .as("waiting does not make it better")
                .isTrue();
        assertThat(refused(() -> open(over))).isEqualTo(ReasonCode.BROKEN_FILE);
        long[] places = new long[3_000];
        long[] lengths = new long[3_000];
        Arrays.fill(places, 8);
        Arrays.fill(lengths, 20_000);
        byte[] strips = OddPapers.tiff(
                new byte[9],
                tag(TiffDirectory.WIDTH, 100),
                tag(TiffDirectory.HEIGHT, 3_000),
                tag(TiffDirectory.COMPRESSION, 4),
                tag(TiffDirectory.ROWS_PER_STRIP, 1),
                new OddPapers.Tag(TiffDirectory.TILE_OFFSETS, 4, places),
                new OddPapers.Tag(TiffDirectory.TILE_COUNTS, 4, lengths));
        assertThat(firstPage(strips)).isEqualTo(ReasonCode.TOO_COMPLEX);
    }

    @Test
    void aCountWithoutAKnownTypeIsNoCount() throws IOException {
        byte[] tiff = OddPapers.tiff(new byte[9], tag(TiffDirectory.WIDTH, 8), tag(TiffDirectory.HEIGHT, 8));
        ByteBuffer.wrap(tiff)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(10 + 24 + 2, (short) 14)
                .putInt(10 + 24 + 4, -1);
        var file = Files.write(folder.resolve("a.tif"), tiff);
        assertThat(Wholeness.of(file, SourceFormat.TIFF).isWhole()).isTrue();
        assertThat(firstPage(tiff)).isEqualTo(ReasonCode.PAGE_UNREADABLE);
    }
}
