package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferUShort;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.common.Failure;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.page.PageImage.Encoding;

class PictureFileTest extends PaperTest {
    private static final int W = 400;
    private static final int H = 600;

    @Test
    void aJpegKeepsItsBytes() throws IOException {
        byte[] jpeg = OddPapers.jpeg(OddPapers.gray(W, H));

        PageCut cut = first(jpeg);

        assertThat(cut.image().encoding()).isEqualTo(Encoding.JPEG);
        assertThat(cut.image().file()).hasBinaryContent(jpeg);
        assertThat(cut.textLayer()).isEmpty();
        assertThat(difference(gray(cut), OddPapers.gray(W, H))).isLessThan(4);
    }

    @Test
    void aPngKeepsItsBytes() throws IOException {
        byte[] png = OddPapers.png(OddPapers.colour(W, H));

        assertThat(first(png).image().file()).hasBinaryContent(png);
    }

    @Test
    void aBmpBecomesAPngWithoutLoss() throws IOException {
        BufferedImage colour = OddPapers.colour(W, H);

        PageCut cut = first(OddPapers.bmp(colour));

        assertThat(cut.image().encoding()).isEqualTo(Encoding.PNG);
        assertThat(difference(gray(cut), colour)).isZero();
    }

    @Test
    void aBilevelBmpBecomesGroup4WithoutLoss() throws IOException {
        BufferedImage bilevel = OddPapers.bilevel(W + 3, H);

        PageCut cut = first(OddPapers.bmp(bilevel));

        assertThat(cut.image().encoding()).isEqualTo(Encoding.TIFF);
        assertThat(difference(gray(cut), bilevel)).isZero();
    }

    @Test
    void aFourColourJpegKeepsItsBytesAndLooksRight() throws IOException {
        byte[] cmyk = OddPapers.cmykJpeg(OddPapers.colour(W, H));

        PageCut cut = first(cmyk);

        assertThat(cut.image().file()).hasBinaryContent(cmyk);
        assertThat(difference(gray(cut), OddPapers.colour(W, H))).isLessThan(12);
    }

    @Test
    void slightlyBrokenJpegsAreRead() throws IOException {
        BufferedImage sheet = OddPapers.colour(W, H);
        byte[] jpeg = OddPapers.jpeg(sheet);
        byte[] junkBehind = Arrays.copyOf(jpeg, jpeg.length + 5000);
        byte[] junkBefore = OddPapers.withSegment(jpeg, 0xFE, new byte[] {0, 1, 2});
        byte[] wrongAdobe =
                OddPapers.withSegment(jpeg, 0xEE, new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 2});
        byte[] badExif = OddPapers.withSegment(
                jpeg, 0xE1, new byte[] {'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, -1, -1, -1, -1});
        byte[] extraneous = insert(jpeg, jpeg.length - 2, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        for (byte[] odd : new byte[][] {junkBehind, junkBefore, OddPapers.withoutJfif(jpeg), badExif, extraneous}) {
            assertThat(difference(gray(first(odd)), sheet)).isLessThan(4);
        }
        assertThat(gray(first(wrongAdobe)).getWidth()).isEqualTo(W);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPhotoIsTurnedAsItsExifSays(int orientation) throws IOException {
        BufferedImage upright = OddPapers.colour(W, H);
        BufferedImage held = held(upright, orientation);

        PageCut cut = first(OddPapers.photo(held, orientation));

        assertThat(difference(gray(cut), upright)).isLessThan(5);
    }

    @ParameterizedTest
    @CsvSource({"true, 6, false", "true, 1, true", "false, 6, true"})
    void aPhotoThatWouldNotFitIntoMemoryTurnedIsRefused(boolean colour, int orientation, boolean taken)
            throws IOException {
        BufferedImage image = colour ? OddPapers.colour(W, H) : OddPapers.gray(W, H);
        Path file = Files.write(folder.resolve("photo.jpg"), OddPapers.photo(image, orientation));
        Budgets little = new Budgets(1 << 30, 10, 4_000_000, 4L * W * H);
        try (SourceFile source = SourceFile.open(file, SourceFormat.JPEG, little)) {
            Throwable refusal = catchThrowable(() -> source.cut(0, folder));
            assertThat(refusal == null).isEqualTo(taken);
            assertThat(taken || refusal instanceof Failure.BadInput).isTrue();
        }
    }

    /** Undoes a turn: the two quarter turns are each other's opposite, all others their own. */
    private static BufferedImage held(BufferedImage upright, int orientation) {
        int opposite = orientation == 6 ? 8 : orientation == 8 ? 6 : orientation;
        return Turn.ofExif(opposite).apply(upright);
    }

    @Test
    void oddPngsBecomeTheGrayThatIsSeen() throws IOException {
        BufferedImage sheet = OddPapers.gray(W, H);
        BufferedImage deep = new BufferedImage(W, H, BufferedImage.TYPE_USHORT_GRAY);
        short[] samples = ((DataBufferUShort) deep.getRaster().getDataBuffer()).getData();
        DataBuffer flat = sheet.getRaster().getDataBuffer();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (flat.getElem(i) * 257);
        }
        BufferedImage clear = new BufferedImage(W, H, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < H; y++) {
            for (int x = 0; x < W; x++) {
                clear.setRGB(x, y, 255 - (sheet.getRGB(x, y) & 0xFF) << 24);
            }
        }
        BufferedImage palette = OddPapers.sheet(W, H, BufferedImage.TYPE_BYTE_INDEXED);
        assertThat(difference(gray(first(OddPapers.png(deep))), sheet)).isLessThan(1);
        assertThat(difference(gray(first(OddPapers.png(clear))), sheet)).isLessThan(1);
        assertThat(difference(gray(first(OddPapers.png(palette))), sheet)).isLessThan(2);
        assertThat(difference(gray(first(OddPapers.png(OddPapers.bilevel(W, H)))), OddPapers.bilevel(W, H)))
                .isZero();
    }

    @Test
    void aHeaderOfTenBillionPixelsIsRefusedUnread() {
        assertThat(refused(() -> open(OddPapers.pngClaiming(100_000, 100_000)))).isEqualTo(ReasonCode.TOO_MANY_PIXELS);
        byte[] bmp = OddPapers.bmp(OddPapers.gray(8, 8));
        ByteBuffer.wrap(bmp)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putInt(18, 100_000)
                .putInt(22, 100_000);
        assertThat(refused(() -> open(bmp))).isEqualTo(ReasonCode.TOO_MANY_PIXELS);
        byte[] jpeg = OddPapers.jpeg(OddPapers.gray(8, 8));
        int frame = indexOf(jpeg, 0xC0);
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 65_000).putShort(frame + 7, (short) 65_000);
        assertThat(refused(() -> open(jpeg))).isEqualTo(ReasonCode.TOO_MANY_PIXELS);
    }

    @Test
    void rubbishIsTheFilesFaultAndNotOurs() throws IOException {
        byte[] noData = Arrays.copyOf(OddPapers.jpeg(OddPapers.gray(W, H)), 30);
        assertThat(refused(() -> open(noData))).isIn(ReasonCode.PAGE_UNREADABLE, ReasonCode.BROKEN_FILE);
        assertThat(refused(() -> open(Arrays.copyOf(OddPapers.png(OddPapers.gray(W, H)), 12))))
                .isEqualTo(ReasonCode.BROKEN_FILE);
        byte[] rotten = OddPapers.png(OddPapers.gray(W, H));
        Arrays.fill(rotten, 60, rotten.length - 40, (byte) 0x55);
        PageCut cut = first(rotten);
        assertThat(refused(() -> Pixels.gray(cut.image().file(), Budgets.DEFAULT)))
                .isEqualTo(ReasonCode.PAGE_UNREADABLE);
        var empty = Files.write(folder.resolve("empty"), new byte[0]);
        assertThat(refused(() -> SourceFile.open(empty, SourceFormat.PDF, Budgets.DEFAULT)))
                .isEqualTo(ReasonCode.EMPTY_FILE);
        assertThat(refused(() -> open(rotten, new Budgets(10, 1, 1000)))).isEqualTo(ReasonCode.TOO_MANY_BYTES);
    }

    @Test
    void aJpegThatLacksRowsIsRefusedAndOneThatLacksItsEndMarkIsNot() throws IOException {
        BufferedImage sheet = OddPapers.gray(W, H);
        byte[] jpeg = OddPapers.jpeg(sheet);

        assertThat(difference(gray(first(Arrays.copyOf(jpeg, jpeg.length - 2))), sheet))
                .isLessThan(4);
        PageCut half = first(Arrays.copyOf(jpeg, jpeg.length / 2));
        assertThat(refused(() -> gray(half))).isEqualTo(ReasonCode.PAGE_UNREADABLE);
    }

    @Test
    void aViewIsSmallAndKeepsItsColour() throws IOException {
        PageCut cut = first(OddPapers.png(OddPapers.colour(W * 4, H * 4)));
        var view = folder.resolve("view.jpg");

        Pixels.view(cut.image().file(), view, 300, Budgets.DEFAULT);

        BufferedImage small = Codecs.read(view, "jpeg", 0, 1);
        assertThat(small.getHeight()).isEqualTo(300);
        assertThat(small.getWidth()).isCloseTo(200, within(1));
        int stamp = small.getRGB(small.getWidth() / 2 + 16, small.getHeight() * 3 / 4 + 16);
        assertThat(stamp >> 16 & 0xFF).isGreaterThan((stamp >> 8 & 0xFF) + 100);
    }

    private static byte[] insert(byte[] into, int at, byte[] what) {
        byte[] result = Arrays.copyOf(into, into.length + what.length);
        System.arraycopy(what, 0, result, at, what.length);
        System.arraycopy(into, at, result, at + what.length, into.length - at);
        return result;
    }

    private static int indexOf(byte[] jpeg, int marker) {
        int at = 0;
        while ((jpeg[at] & 0xFF) != 0xFF || (jpeg[at + 1] & 0xFF) != marker) {
            at++;
        }
        return at;
    }
}
