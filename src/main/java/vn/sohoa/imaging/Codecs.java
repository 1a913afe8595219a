package vn.sohoa.imaging;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Predicate;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/**
 * The image decoders on the class path. TwelveMonkeys' come first: they read what scanners write wrong. ImageIO's own
 * cache files are turned off: a page is in a file already, and temporary files would stay behind after a crash.
 */
final class Codecs {
    private static final String PREFERRED = "com.twelvemonkeys.";

    static {
        ImageIO.setUseCache(false);
    }

    private Codecs() {}

    /** Makes sure that the settings above hold before a library uses ImageIO by itself. */
    static void ready() {
        // the static block has run
    }

    static boolean has(String format) {
        return ImageIO.getImageReadersByFormatName(format).hasNext();
    }

    static ImageReader reader(String format) {
        return reader(format, r -> r.getClass().getName().startsWith(PREFERRED));
    }

    private static ImageReader reader(String format, Predicate<ImageReader> preferred) {
        ImageReader first = null;
        for (Iterator<ImageReader> it = ImageIO.getImageReadersByFormatName(format); it.hasNext(); ) {
            ImageReader reader = it.next();
            if (preferred.test(reader)) {
                return reader;
            }
            first = first == null ? reader : first;
        }
        if (first == null) {
            throw new Failure.BadInput(Reason.of(ReasonCode.DECODER_MISSING, format));
        }
        return first;
    }

    /** Decodes one picture of a file; its size has been checked against the budget before. */
    static BufferedImage read(Path file, String format, int index, int subsampling) {
        return Edge.page(format, () -> {
            ImageReader reader = reader(format);
            try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
                reader.setInput(in, false, true);
                ImageReadParam param = reader.getDefaultReadParam();
                param.setSourceSubsampling(subsampling, subsampling, 0, 0);
                return present(reader.read(index, param));
            } finally {
                reader.dispose();
            }
        });
    }

    /**
     * Decodes only the brightness of a JPEG in the runtime's own decoder, which leaves out the colour planes.
     *
     * @throws IOException where that decoder does not take the file; the other one then may
     */
    static BufferedImage readBrightness(Path file) throws IOException {
        ImageReader reader = reader("jpeg", r -> r.getClass().getName().startsWith("com.sun."));
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            JpegLoss loss = new JpegLoss();
            reader.addIIOReadWarningListener(loss);
            ImageReadParam param = reader.getDefaultReadParam();
            for (var types = reader.getImageTypes(0); types.hasNext(); ) {
                var type = types.next();
                if (type.getNumBands() == 1 && type.getBitsPerBand(0) == 8) {
                    param.setDestinationType(type);
                    BufferedImage image = present(reader.read(0, param));
                    loss.check(image);
                    return image;
                }
            }
            throw new IIOException("no gray reading");
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage present(BufferedImage image) throws IOException {
        if (new Rectangle(image.getWidth(), image.getHeight()).isEmpty()) {
            throw new IIOException("no pixels");
        }
        return image;
    }
}
