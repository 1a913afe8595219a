package vn.sohoa.imaging;

import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageImage.Encoding;

/** A TIFF of one or more pages. */
final class TiffSource extends SourceFile {
    private static final int GROUP_4 = 4;
    private static final int JPEG_OLD = 6;
    private static final int JPEG_NEW = 7;
    private static final float JPEG_QUALITY = 0.95f;

    private final Path file;
    private final Bytes bytes;
    private final List<TiffDirectory> chain;
    private final List<Integer> pages;
    private final Budgets budgets;

    private TiffSource(Path file, Bytes bytes, List<TiffDirectory> chain, List<Integer> pages, Budgets budgets) {
        super(pages.size());
        this.file = file;
        this.bytes = bytes;
        this.chain = chain;
        this.pages = pages;
        this.budgets = budgets;
    }

    static SourceFile of(Path file, Budgets budgets) {
        return Edge.file(() -> {
            Bytes bytes = Bytes.of(file);
            try {
                List<TiffDirectory> chain = TiffDirectory.chain(bytes, n -> n <= 2L * budgets.maxPages());
                List<Integer> pages = pagesOf(chain);
                budgets.checkPages(pages.size());
                return new TiffSource(file, bytes, chain, pages, budgets);
            } catch (IOException | RuntimeException e) {
                bytes.close();
                throw e;
            }
        });
    }

    /** The indexes of the directories that are pages; where all say they are auxiliary, all are taken. */
    private static List<Integer> pagesOf(List<TiffDirectory> chain) throws IOException {
        List<Integer> pages = new ArrayList<>();
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            all.add(i);
            if (!chain.get(i).isAuxiliary()) {
                pages.add(i);
            }
        }
        return pages.isEmpty() ? all : pages;
    }

    @Override
    PageCut cutPage(int index, PageFile target) throws IOException {
        int place = pages.get(index);
        TiffDirectory page = chain.get(place);
        ImageHeader header = ImageHeader.of(page).within(budgets);
        TiffParts.check(bytes, page, budgets);
        if (!TiffFax.isComplete(bytes, page)) {
            throw new Failure.BadInput(Reason.of(ReasonCode.PAGE_UNREADABLE, "rows of the fax code are missing"));
        }
        if (isPlainGroup4(page, header)) {
            byte[] g4 = TiffFax.strip(bytes, page, 0);
            int width = (int) header.width();
            int height = (int) header.height();
            byte[] tiff = G4Tiff.wrap(g4, width, height, header.dpi());
            return PageCut.of(target.bytes(tiff, Encoding.TIFF, width, height, header.dpi()));
        }
        Optional<byte[]> jpeg = header.hasSquarePixels() ? TiffJpeg.of(bytes, page, header) : Optional.empty();
        if (jpeg.isPresent()) {
            int width = (int) header.width();
            int height = (int) header.height();
            return PageCut.of(target.bytes(jpeg.get(), Encoding.JPEG, width, height, header.dpi()));
        }
        BufferedImage image = header.turn().apply(Codecs.read(file, "tiff", place, 1));
        return PageCut.of(write(page, header, image, target));
    }

    private PageImage write(TiffDirectory page, ImageHeader header, BufferedImage image, PageFile target)
            throws IOException {
        long compression = page.number(TiffDirectory.COMPRESSION, 1);
        if (!header.hasSquarePixels()) {
            return target.lossless(squared(Gray.of(image), header), header.dpi());
        }
        if (compression == JPEG_OLD || compression == JPEG_NEW) {
            return target.jpeg(Flat.rgbOrGray(image), JPEG_QUALITY, header.dpi());
        }
        return target.lossless(image, header.dpi());
    }

    /** One strip, upright, square, black on white: its bytes only need another header. */
    private static boolean isPlainGroup4(TiffDirectory page, ImageHeader header) throws IOException {
        return page.number(TiffDirectory.COMPRESSION, 1) == GROUP_4
                && page.number(TiffDirectory.PHOTOMETRIC, 0) == 0
                && page.number(TiffDirectory.BITS, 1) == 1
                && page.number(TiffDirectory.SAMPLES, 1) == 1
                && page.count(TiffDirectory.STRIP_OFFSETS) == 1
                && page.count(TiffDirectory.STRIP_COUNTS) == 1
                && page.number(TiffDirectory.T6_OPTIONS, 0) == 0
                && header.turn().equals(Turn.NONE)
                && header.hasSquarePixels();
    }

    private BufferedImage squared(BufferedImage gray, ImageHeader header) {
        double dpi = Math.max(header.dpiX(), header.dpiY());
        boolean quarter = header.turn().transposed();
        double x = dpi / (quarter ? header.dpiY() : header.dpiX());
        double y = dpi / (quarter ? header.dpiX() : header.dpiY());
        budgets.checkPixels(Math.round(gray.getWidth() * x), Math.round(gray.getHeight() * y));
        return new AffineTransformOp(
                        AffineTransform.getScaleInstance(x, y),
                        new RenderingHints(
                                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR))
                .filter(gray, null);
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
