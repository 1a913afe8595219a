package vn.sohoa.imaging;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageImage.Encoding;

/** A JPEG, PNG or BMP: one page. */
final class SingleImage extends SourceFile {
    private static final float TURNED_QUALITY = 0.95f;

    private final Path file;
    private final SourceFormat format;
    private final ImageHeader header;
    private final Budgets budgets;

    private SingleImage(Path file, SourceFormat format, ImageHeader header, Budgets budgets) {
        super(1);
        this.file = file;
        this.format = format;
        this.header = header;
        this.budgets = budgets;
    }

    static SourceFile of(Path file, SourceFormat format, Budgets budgets) {
        ImageHeader header = Edge.file(() -> {
            try (Bytes bytes = Bytes.of(file)) {
                return ImageHeader.of(bytes, format).within(budgets);
            }
        });
        return new SingleImage(file, format, header, budgets);
    }

    @Override
    PageCut cutPage(int index, PageFile target) {
        boolean turned = !header.turn().equals(Turn.NONE);
        if (format == SourceFormat.BMP) {
            return PageCut.of(target.lossless(decoded(), header.dpi()));
        }
        if (!turned) {
            Encoding encoding = format == SourceFormat.PNG ? Encoding.PNG : Encoding.JPEG;
            return PageCut.of(target.copy(file, encoding, header));
        }
        BufferedImage upright = Flat.rgbOrGray(header.turn().apply(decoded()));
        PageImage image = target.jpeg(upright, TURNED_QUALITY, header.dpi());
        Optional<Path> scan =
                format == SourceFormat.JPEG ? Edge.writing(target.scan(), () -> asScanned(target)) : Optional.empty();
        return new PageCut(image, Optional.empty(), scan);
    }

    private Optional<Path> asScanned(PageFile target) throws IOException {
        return ScanFile.ofJpeg(file, header, components(), target.scan());
    }

    private BufferedImage decoded() {
        budgets.checkMemory(header.width() * header.height() * bytesPerPixel());
        return Codecs.read(file, format.name().toLowerCase(Locale.ROOT), 0, 1);
    }

    /** A raster and, where it is turned, its copy. */
    private int bytesPerPixel() {
        if (header.turn().equals(Turn.NONE)) {
            return Integer.BYTES;
        }
        boolean gray = format == SourceFormat.JPEG && Edge.page("page 1", this::components) == 1;
        return gray ? 2 : 2 * Integer.BYTES;
    }

    private int components() throws IOException {
        try (Bytes bytes = Bytes.of(file)) {
            return JpegMarkers.head(bytes).components();
        }
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
