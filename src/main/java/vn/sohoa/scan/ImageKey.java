package vn.sohoa.scan;

import java.util.Optional;
import vn.sohoa.page.PageImage;

/**
 * Names of page images in {@code sohoa-pages}. The name says whether the picture as it was scanned lies beside the image,
 * so that the row of a page tells it and nobody has to look.
 */
public final class ImageKey {
    private static final String IS_THE_SCAN = "/image.";
    private static final String SHOWN = "/shown.";
    private static final String SCAN = "/scan.pdf";

    private ImageKey() {}

    /** @param madeOfScan whether the image was made of a scan that lies beside it */
    public static String of(String prefix, PageImage.Encoding encoding, boolean madeOfScan) {
        return prefix + (madeOfScan ? SHOWN : IS_THE_SCAN) + encoding.extension();
    }

    /** Where the picture as it was scanned goes. */
    public static String scan(String prefix) {
        return prefix + SCAN;
    }

    /** Where the picture as it was scanned lies; nothing where the image is that picture. */
    public static Optional<String> scanOf(String imageKey) {
        int at = imageKey.lastIndexOf('/');
        return at >= 0 && imageKey.startsWith(SHOWN, at)
                ? Optional.of(scan(imageKey.substring(0, at)))
                : Optional.empty();
    }
}
