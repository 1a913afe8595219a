package vn.sohoa.imaging;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageOutputStream;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageImage.Encoding;

/** Writes the image of one page into a file of its own, named by the page's index. */
final class PageFile {
    private final Path folder;
    private final int index;

    PageFile(Path folder, int index) {
        this.folder = folder;
        this.index = index;
    }

    private Path path(Encoding encoding) {
        return folder.resolve(String.format(Locale.ROOT, "page-%05d.%s", index, encoding.extension()));
    }

    /** Where the picture goes as it was scanned, if the page image is not that already. */
    Path scan() {
        return folder.resolve(String.format(Locale.ROOT, "page-%05d.scan.pdf", index));
    }

    /** The file itself, byte for byte. */
    PageImage copy(Path source, Encoding encoding, ImageHeader header) {
        Path target = path(encoding);
        Edge.writing(target, () -> Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING));
        return new PageImage(target, encoding, (int) header.width(), (int) header.height(), header.dpi());
    }

    /** Encoded bytes as they are. */
    PageImage bytes(byte[] bytes, Encoding encoding, int width, int height, int dpi) {
        Path target = path(encoding);
        Edge.writing(target, () -> Files.write(target, bytes));
        return new PageImage(target, encoding, width, height, dpi);
    }

    /** Without loss: two-valued pictures as group 4, all others as PNG. */
    PageImage lossless(BufferedImage image, int dpi) {
        if (Bilevel.is(image)) {
            byte[] tiff = G4Tiff.of(Bilevel.of(image), dpi);
            return bytes(tiff, Encoding.TIFF, image.getWidth(), image.getHeight(), dpi);
        }
        return write(image, Encoding.PNG, 0, dpi);
    }

    PageImage jpeg(BufferedImage image, float quality, int dpi) {
        return write(image, Encoding.JPEG, quality, dpi);
    }

    private PageImage write(BufferedImage image, Encoding encoding, float quality, int dpi) {
        Path target = path(encoding);
        write(image, encoding, quality, dpi, target);
        return new PageImage(target, encoding, image.getWidth(), image.getHeight(), dpi);
    }

    static void write(BufferedImage image, Encoding encoding, float quality, int dpi, Path target) {
        Codecs.ready();
        Edge.writing(target, () -> {
            Files.deleteIfExists(target);
            ImageWriter writer = writer(encoding);
            try (FileImageOutputStream out = new FileImageOutputStream(target.toFile())) {
                writer.setOutput(out);
                ImageWriteParam param = writer.getDefaultWriteParam();
                if (encoding == Encoding.JPEG) {
                    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                    param.setCompressionQuality(quality);
                }
                IIOMetadata metadata =
                        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
                resolution(metadata, encoding, dpi);
                writer.write(null, new IIOImage(image, null, metadata), param);
            } finally {
                writer.dispose();
            }
            return target;
        });
    }

    /** The runtime's own writers: their output is plain and known. */
    private static ImageWriter writer(Encoding encoding) {
        String format = encoding == Encoding.JPEG ? "jpeg" : "png";
        for (Iterator<ImageWriter> it = ImageIO.getImageWritersByFormatName(format); it.hasNext(); ) {
            ImageWriter writer = it.next();
            if (writer.getClass().getName().startsWith("com.sun.")) {
                return writer;
            }
        }
        throw new IllegalStateException("every Java runtime writes " + format);
    }

    private static void resolution(IIOMetadata metadata, Encoding encoding, int dpi) throws IOException {
        try {
            if (encoding == Encoding.JPEG) {
                String format = "javax_imageio_jpeg_image_1.0";
                IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
                if (root.getElementsByTagName("app0JFIF").item(0) instanceof IIOMetadataNode jfif) {
                    jfif.setAttribute("majorVersion", "1"); // all of them: the runtime's merge does without none
                    jfif.setAttribute("minorVersion", "2");
                    jfif.setAttribute("thumbWidth", "0");
                    jfif.setAttribute("thumbHeight", "0");
                    jfif.setAttribute("resUnits", "1");
                    jfif.setAttribute("Xdensity", Integer.toString(dpi));
                    jfif.setAttribute("Ydensity", Integer.toString(dpi));
                    metadata.setFromTree(format, root);
                }
            } else {
                String perMetre = Long.toString(Math.round(dpi / 0.0254));
                IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
                IIOMetadataNode physical = new IIOMetadataNode("pHYs");
                physical.setAttribute("pixelsPerUnitXAxis", perMetre);
                physical.setAttribute("pixelsPerUnitYAxis", perMetre);
                physical.setAttribute("unitSpecifier", "meter");
                root.appendChild(physical);
                metadata.mergeTree("javax_imageio_png_1.0", root);
            }
        } catch (IIOInvalidTreeException e) {
            throw new IOException(e);
        }
    }
}
