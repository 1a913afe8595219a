package vn.sohoa.pdf;

import java.nio.file.Path;
import java.util.Optional;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;

/**
 * One page to write.
 *
 * @param image goes in as it is encoded wherever PDF can hold that
 * @param text boxes in pixels of {@code image}; empty for a page without text
 * @param rotation how far the page, as scanned, is turned clockwise from upright: 0, 90, 180 or 270; undone for the
 *     reader by the page's {@code /Rotate}, never by turning pixels
 * @param scan the picture as it was scanned, as {@code imaging.PageCut} has it; it goes in instead of {@code image}
 *     wherever PDF/A can hold it
 */
public record PdfPage(PageImage image, PageText text, int rotation, Optional<Path> scan) {
    private static final int QUARTER = 90;
    private static final int FULL = 360;

    public PdfPage {
        if (rotation < 0 || rotation >= FULL || rotation % QUARTER != 0) {
            throw new IllegalArgumentException("a page is turned by quarters: " + rotation);
        }
    }

    /** The same from the pixels of its image. */
    public PdfPage withoutScan() {
        return new PdfPage(image, text, rotation);
    }

    /** A page whose image is the scan. */
    public PdfPage(PageImage image, PageText text, int rotation) {
        this(image, text, rotation, Optional.empty());
    }
}
