package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.page.PageImage.Encoding;

class TiffSourceTest extends PaperTest {
    private static final int W = 403;
    private static final int H = 600;

    private static OddPapers.Tag tag(int tag, long value) {
        return new OddPapers.Tag(tag, value > 65_535 ? 4 : 3, value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CCITT T.4", "CCITT T.6", "CCITT RLE", "LZW", "ZLib", "Deflate", "PackBits"})
    void bilevelPagesComeOutWithoutLoss(String compression) throws IOException {
        BufferedImage one = OddPapers.bilevel(W, H);
        BufferedImage two = OddPapers.bilevel(H, W);
        try (SourceFile source = open(OddPapers.tiff(compression, one, two))) {
            assertThat(source.pages()).isEqualTo(2);
            PageCut second = source.cut(1, folder);
            assertThat(second.image().encoding()).isEqualTo(Encoding.TIFF);
            assertThat(difference(gray(second), two)).isZero();
            assertThat(difference(gray(source.cut(0, folder)), one)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"LZW,0", "ZLib,0", "Deflate,0", "PackBits,0", "JPEG,3", ",0"})
    void grayAndColourPagesComeOut(String compression, double tolerance) throws IOException {
        BufferedImage gray = OddPapers.gray(W, H);
        BufferedImage colour = OddPapers.colour(W, H);
        try (SourceFile source = open(OddPapers.tiff(compression, gray, colour, gray))) {
            assertThat(source.pages()).isEqualTo(3);
            assertThat(difference(gray(source.cut(0, folder)), gray)).isLessThanOrEqualTo(tolerance);
            assertThat(difference(gray(source.cut(1, folder)), colour)).isLessThanOrEqualTo(tolerance);
            assertThat(source.cut(1, folder).image().encoding())
                    .isEqualTo("JPEG".equals(compression) ? Encoding.JPEG : Encoding.PNG);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "0,2", "1,2"})
    void group4InOneStripLooksRightInEveryVariant(int photometric, int fillOrder) throws IOException {
        BufferedImage sheet = OddPapers.bilevel(W, H);
        byte[] g4 = OddPdfs.g4(sheet);
        byte[] strip = fillOrder == 1 ? g4 : reversed(g4);
        PageCut cut = first(OddPapers.tiff(
                strip,
                tag(TiffDirectory.WIDTH, W),
                tag(TiffDirectory.HEIGHT, H),
                tag(TiffDirectory.BITS, 1),
                tag(TiffDirectory.COMPRESSION, 4),
                tag(TiffDirectory.PHOTOMETRIC, photometric),
                tag(TiffDirectory.FILL_ORDER, fillOrder),
                tag(TiffDirectory.ROWS_PER_STRIP, H),
                new OddPapers.Tag(TiffDirectory.X_RESOLUTION, 5, 118_110, 1000),
                new OddPapers.Tag(TiffDirectory.Y_RESOLUTION, 5, 118_110, 1000),
                tag(TiffDirectory.RESOLUTION_UNIT, 3)));

        assertThat(cut.image().encoding()).isEqualTo(Encoding.TIFF);
        assertThat(cut.image().dpi()).isEqualTo(300);
        BufferedImage expected = photometric == 0 ? sheet : inverted(sheet);
        assertThat(difference(gray(cut), expected)).isZero();
        if (photometric == 0) {
            byte[] page = Files.readAllBytes(cut.image().file());
            assertThat(Arrays.copyOfRange(page, page.length - g4.length, page.length))
                    .isEqualTo(g4);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7})
    void aJpegInsideATiffIsRead(int compression) throws IOException {
        BufferedImage sheet = OddPapers.gray(W, H);
        byte[] jpeg = OddPapers.jpeg(sheet);
        PageCut cut = first(OddPapers.tiff(
                jpeg,
                tag(TiffDirectory.WIDTH, W),
                tag(TiffDirectory.HEIGHT, H),
                tag(TiffDirectory.BITS, 8),
                tag(TiffDirectory.COMPRESSION, compression),
                tag(TiffDirectory.PHOTOMETRIC, 1),
                tag(TiffDirectory.SAMPLES, 1),
                tag(TiffDirectory.ROWS_PER_STRIP, H)));

        assertThat(difference(gray(cut), sheet)).isLessThan(4);
    }

    @Test
    void anOrientationTagIsCarriedOut() throws IOException {
        BufferedImage upright = OddPapers.bilevel(W, H);
        BufferedImage lying = Turn.ofExif(8).apply(upright);
        PageCut cut = first(OddPapers.tiff(
                OddPdfs.g4(lying),
                tag(TiffDirectory.WIDTH, H),
                tag(TiffDirectory.HEIGHT, W),
                tag(TiffDirectory.BITS, 1),
                tag(TiffDirectory.COMPRESSION, 4),
                tag(TiffDirectory.PHOTOMETRIC, 0),
                tag(TiffDirectory.ORIENTATION, 6),
                tag(TiffDirectory.ROWS_PER_STRIP, W)));

        assertThat(difference(gray(cut), upright)).isZero();
    }

    @Test
    void aFaxWithFlatPixelsIsStretched() throws IOException {
        PageCut cut = first(OddPapers.tiff(
                OddPdfs.g4(OddPapers.bilevel(W, H / 2)),
                tag(TiffDirectory.WIDTH, W),
                tag(TiffDirectory.HEIGHT, H / 2),
                tag(TiffDirectory.BITS, 1),
                tag(TiffDirectory.COMPRESSION, 4),
                tag(TiffDirectory.PHOTOMETRIC, 0),
                tag(TiffDirectory.ROWS_PER_STRIP, H / 2),
                new OddPapers.Tag(TiffDirectory.X_RESOLUTION, 5, 204, 1),
                new OddPapers.Tag(TiffDirectory.Y_RESOLUTION, 5, 98, 1),
                tag(TiffDirectory.RESOLUTION_UNIT, 2)));

        assertThat(cut.image().dpi()).isEqualTo(204);
        assertThat(cut.image().height()).isBetween(H, H + 30);
    }

    @Test
    void hugeAndCyclicTiffsAreRefused() {
        OddPapers.Tag[] huge = {
            tag(TiffDirectory.WIDTH, 100_000),
            tag(TiffDirectory.HEIGHT, 100_000),
            tag(TiffDirectory.COMPRESSION, 4),
            tag(TiffDirectory.PHOTOMETRIC, 0)
        };
        assertThat(refused(() -> first(OddPapers.tiff(new byte[9], huge)))).isEqualTo(ReasonCode.TOO_MANY_PIXELS);
        byte[] cyclic = OddPapers.tiff(new byte[10], tag(TiffDirectory.WIDTH, 8));
        cyclic[8 + 2 + 12 * 3] = 8;
        assertThat(refused(() -> open(cyclic))).isEqualTo(ReasonCode.BROKEN_FILE);
        BufferedImage page = OddPapers.bilevel(20, 20);
        byte[] many = OddPapers.tiff("CCITT T.6", page, page, page, page);
        assertThat(refused(() -> open(many, new Budgets(1 << 20, 3, 1 << 20)))).isEqualTo(ReasonCode.TOO_MANY_PAGES);
    }

    @ParameterizedTest
    @CsvSource({"3,0", "4,0", "4,1", "2,0"})
    void faxCodeThatLacksRowsIsNeverABlankPage(int compression, int photometric) {
        for (byte[] code : new byte[][] {new byte[0], new byte[50], {0x55, 0x12, 0x77}}) {
            byte[] tiff = OddPapers.tiff(
                    code,
                    tag(TiffDirectory.WIDTH, W),
                    tag(TiffDirectory.HEIGHT, H),
                    tag(TiffDirectory.COMPRESSION, compression),
                    tag(TiffDirectory.PHOTOMETRIC, photometric));
            assertThat(refused(() -> first(tiff))).isEqualTo(ReasonCode.PAGE_UNREADABLE);
        }
    }

    @Test
    void oneRottenPageDoesNotSpoilTheOthers() throws IOException {
        BufferedImage gray = OddPapers.gray(W, H);
        byte[] tiff = OddPapers.tiff("ZLib", gray, gray);
        try (Bytes bytes = Bytes.of(tiff)) {
            TiffDirectory first = TiffDirectory.chain(bytes, n -> true).get(0);
            int strip = (int) first.number(TiffDirectory.STRIP_OFFSETS, 0);
            Arrays.fill(tiff, strip, strip + 40, (byte) 0xAA);
        }
        try (SourceFile source = open(tiff)) {
            assertThat(refused(() -> source.cut(0, folder))).isEqualTo(ReasonCode.PAGE_UNREADABLE);
            assertThat(difference(gray(source.cut(1, folder)), gray)).isZero();
        }
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] result = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            result[i] = (byte) (Integer.reverse(bytes[i]) >>> 24);
        }
        return result;
    }

    private static BufferedImage inverted(BufferedImage sheet) {
        BufferedImage result = new BufferedImage(sheet.getWidth(), sheet.getHeight(), sheet.getType());
        for (int y = 0; y < sheet.getHeight(); y++) {
            for (int x = 0; x < sheet.getWidth(); x++) {
                result.setRGB(x, y, ~sheet.getRGB(x, y) | 0xFF000000);
            }
        }
        return result;
    }
}
