package vn.sohoa.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.page.PageImage;

/** Puts page images into a document: the encoded bytes untouched where PDF has the same encoding, lossless else. */
final class PageImages {
    private static final int CMYK = 4;

    private final PDDocument document;
    private final Path folder;
    private final Colours colours;

    /** @param folder for what is in the making */
    PageImages(PDDocument document, Path folder) {
        this.document = document;
        this.folder = folder;
        this.colours = new Colours(document);
    }

    PlacedImage embed(PdfPage page) throws IOException {
        Optional<PlacedImage> scan =
                page.scan().isPresent() ? ScanPicture.of(page.scan().get(), document, colours) : Optional.empty();
        return scan.isPresent() ? scan.get() : PlacedImage.upright(embed(page.image()));
    }

    private PDImageXObject embed(PageImage image) throws IOException {
        return switch (image.encoding()) {
            case JPEG -> jpeg(image.file());
            case TIFF -> tiff(image.file());
            case PNG -> png(image.file());
        };
    }

    private PDImageXObject jpeg(Path file) throws IOException {
        Optional<JpegHeader> header = JpegHeader.of(file).filter(JpegHeader::passes);
        if (header.isEmpty()) {
            return lossless(file);
        }
        JpegHeader jpeg = header.get();
        PDColorSpace space = jpeg.components() == 1 ? PDDeviceGray.INSTANCE : PDDeviceRGB.INSTANCE;
        try (InputStream bytes = Files.newInputStream(file)) {
            PDImageXObject image = new PDImageXObject(
                    document, bytes, COSName.DCT_DECODE, jpeg.width(), jpeg.height(), jpeg.bits(), space);
            if (jpeg.components() == CMYK) {
                inks(image.getCOSObject(), jpeg.adobe());
            }
            return image;
        }
    }

    /** Those who write the Adobe segment write how much paper is left instead of how much ink is on it. */
    private void inks(COSStream image, boolean inverted) throws IOException {
        image.setItem(COSName.COLORSPACE, colours.cmyk());
        if (inverted) {
            COSArray decode = new COSArray();
            for (int i = 0; i < CMYK; i++) {
                decode.add(COSInteger.ONE);
                decode.add(COSInteger.ZERO);
            }
            image.setItem(COSName.DECODE, decode);
        }
    }

    private PDImageXObject png(Path file) throws IOException {
        Optional<PDImageXObject> png = PngImage.of(file, document);
        return png.isPresent() ? png.get() : lossless(file);
    }

    private PDImageXObject tiff(Path file) throws IOException {
        PDImageXObject group4 = null;
        try {
            group4 = CCITTFactory.createFromFile(document, file.toFile());
        } catch (IOException e) {
            // several strips, or another order of bits: the pixels are the same
        }
        return group4 == null ? lossless(file) : group4;
    }

    /** By way of a PNG, whose writer takes the samples as they are: PDFBox would make gray ones lighter. */
    private PDImageXObject lossless(Path file) throws IOException {
        Path png = Files.createTempFile(folder, "sohoa-page-", ".png");
        try {
            ImageIO.write(Paper.opaque(decode(file)), "png", png.toFile());
            return PngImage.of(png, document)
                    .orElseThrow(() -> new Failure.BadInput(Reason.of(ReasonCode.PAGE_UNREADABLE, "odd pixels")));
        } finally {
            Files.deleteIfExists(png);
        }
    }

    private static BufferedImage decode(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("the page image is not there: " + file.getFileName());
        }
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            if (image == null) {
                throw new Failure.BadInput(Reason.of(ReasonCode.PAGE_UNREADABLE, "no decoder"));
            }
            return image;
        } catch (IOException e) {
            throw new Failure.BadInput(Reason.of(ReasonCode.PAGE_UNREADABLE, e.getMessage()), e);
        }
    }
}
