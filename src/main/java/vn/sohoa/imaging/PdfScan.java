package vn.sohoa.imaging;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageImage.Encoding;

/**
 * A page that is one picture: takes the picture. JPEG and CCITT group 4 keep their encoded bytes unless they have to be
 * turned; the rest is decoded and written without loss, with the picture as it was scanned beside it. Where the picture lies askew, is stretched, masked, or stamped
 * in a colour, nothing is taken and the page has to be rendered.
 */
final class PdfScan {
    private static final float TURNED_QUALITY = 0.95f;
    private static final double SKEW = 0.01;
    private static final double STRETCH = 0.05;
    private static final int HIGHEST_DPI = 2400;
    private static final int LOWEST_DPI = 30;

    private final COSStream stream;
    private final PdfSurvey.Placed placed;
    private final PDPage page;
    private final Budgets budgets;
    private final int width;
    private final int height;

    PdfScan(PdfSurvey.Placed placed, PDPage page, Budgets budgets) {
        this.placed = placed;
        this.stream = placed.stream();
        this.page = page;
        this.budgets = budgets;
        this.width = stream.getInt(COSName.WIDTH, 0);
        this.height = stream.getInt(COSName.HEIGHT, 0);
    }

    Optional<PageCut> take(PageFile target) throws IOException {
        int dpi = dpi();
        boolean stencil = stream.getBoolean(COSName.IMAGE_MASK, false);
        if (dpi == 0 || isSkewed() || PdfSurvey.isMasked(stream) || stencil && !placed.dark()) {
            return Optional.empty();
        }
        Turn turn = turn();
        COSName filter = PdfPictures.lastFilter(stream);
        if (turn.equals(Turn.NONE) && COSName.DCT_DECODE.equals(filter)) {
            byte[] jpeg = bytes();
            if (isPlainJpeg(jpeg)) {
                return Optional.of(PageCut.of(target.bytes(jpeg, Encoding.JPEG, width, height, dpi)));
            }
        }
        if (turn.equals(Turn.NONE) && COSName.CCITTFAX_DECODE.equals(filter) && isPlainGroup4()) {
            PictureProof.fax(stream, height);
            byte[] tiff = G4Tiff.wrap(bytes(), width, height, dpi);
            return Optional.of(PageCut.of(target.bytes(tiff, Encoding.TIFF, width, height, dpi)));
        }
        BufferedImage image = turn.apply(decoded(stencil));
        boolean turnedJpeg = COSName.DCT_DECODE.equals(filter) && !turn.equals(Turn.NONE);
        PageImage shown =
                turnedJpeg ? target.jpeg(Flat.rgbOrGray(image), TURNED_QUALITY, dpi) : target.lossless(image, dpi);
        return Optional.of(new PageCut(shown, Optional.empty(), asScanned(shown, turn, target)));
    }

    /** A picture that can be shown but not be copied is no reason to refuse its page. */
    private Optional<Path> asScanned(PageImage shown, Turn turn, PageFile target) {
        try {
            return ScanFile.of(stream, turn, shown.file(), target.scan());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** 0 where the picture is stretched more one way than the other, or has no sensible resolution. */
    private int dpi() {
        Matrix m = placed.place();
        double inch = PdfSource.unitsPerInch(page);
        double across = width / (Math.hypot(m.getScaleX(), m.getShearY()) / inch);
        double down = height / (Math.hypot(m.getShearX(), m.getScaleY()) / inch);
        if (!(across >= LOWEST_DPI && across <= HIGHEST_DPI) || Math.abs(across / down - 1) > STRETCH) {
            return 0;
        }
        return (int) Math.round(across);
    }

    private boolean isSkewed() {
        Matrix m = placed.place();
        double straight = Math.max(Math.abs(m.getScaleX()), Math.abs(m.getScaleY()));
        double across = Math.max(Math.abs(m.getShearX()), Math.abs(m.getShearY()));
        return Math.min(straight, across) > SKEW * Math.max(straight, across);
    }

    /** Where the picture's right and down point after the page's own matrix and {@code /Rotate}. */
    private Turn turn() {
        Matrix m = placed.place();
        double[] right = {m.getScaleX(), -m.getShearY()};
        double[] down = {-m.getShearX(), m.getScaleY()};
        for (int r = 0; r < Math.floorMod(page.getRotation(), 360); r += 90) {
            right = new double[] {-right[1], right[0]};
            down = new double[] {-down[1], down[0]};
        }
        return Turn.ofAxes(right[0], right[1], down[0], down[1]);
    }

    private boolean isPlainJpeg(byte[] jpeg) throws IOException {
        JpegMarkers markers = JpegMarkers.head(Bytes.of(jpeg));
        ImageHeader header = markers.header();
        int components = markers.components();
        return header.width() == width
                && header.height() == height
                && header.turn().equals(Turn.NONE)
                && (components == 1 || components == 3)
                && components == colours()
                && isDefaultDecode(components)
                && PdfPictures.parameters(stream) == null;
    }

    /** The number of colours where the colour space is plain gray or RGB; 0 for all others. */
    private int colours() throws IOException {
        COSBase base = stream.getDictionaryObject(COSName.COLORSPACE, COSName.CS);
        if (base == null) {
            return 0;
        }
        PDColorSpace space = PDColorSpace.create(base, page.getResources());
        return switch (space.getName()) {
            case "DeviceGray", "CalGray", "DeviceRGB", "CalRGB", "ICCBased" -> space.getNumberOfComponents();
            default -> 0;
        };
    }

    private boolean isPlainGroup4() throws IOException {
        COSDictionary parameters = PdfPictures.parameters(stream);
        if (parameters == null) {
            return false;
        }
        boolean gray = stream.getBoolean(COSName.IMAGE_MASK, false) || colours() == 1;
        boolean inverted = parameters.getBoolean(COSName.BLACK_IS_1, false) == isDefaultDecode(1);
        return parameters.getInt(COSName.K, 0) < 0
                && parameters.getInt(COSName.COLUMNS, 1728) == width
                && !parameters.getBoolean(COSName.ENCODED_BYTE_ALIGN, false)
                && stream.getInt(COSName.BITS_PER_COMPONENT, COSName.BPC, 1) == 1
                && gray
                && !inverted;
    }

    private boolean isDefaultDecode(int components) {
        COSArray decode = stream.getCOSArray(COSName.DECODE);
        if (decode == null) {
            return true;
        }
        for (int i = 0; i < Math.min(decode.size(), 2 * components); i++) {
            if (!(decode.getObject(i) instanceof COSNumber number) || number.floatValue() != i % 2) {
                return false;
            }
        }
        return true;
    }

    private byte[] bytes() throws IOException {
        try (InputStream in = PdfPictures.encoded(stream)) {
            return in.readAllBytes();
        }
    }

    /** Its samples unfolded, the same as a raster, and in colour as integers. */
    private static int bytesPerPixel(PDImageXObject image) throws IOException {
        if (image.isStencil() || image.getBitsPerComponent() == 1) {
            return 2;
        }
        int bits = image.getBitsPerComponent() <= 0 ? Byte.SIZE : image.getBitsPerComponent();
        return 2 * image.getColorSpace().getNumberOfComponents() * bits / Byte.SIZE + Integer.BYTES;
    }

    private BufferedImage decoded(boolean stencil) throws IOException {
        budgets.checkPixels(width, height);
        PDImageXObject image = new PDImageXObject(new PDStream(stream), page.getResources());
        budgets.checkMemory((long) width * height * bytesPerPixel(image));
        PictureProof.check(image);
        BufferedImage pixels = stencil ? Gray.of(image.getStencilImage(Color.BLACK)) : image.getImage();
        return Flat.withoutNeedlessColour(Flat.rgbOrGray(pixels));
    }
}
