package vn.sohoa.imaging;

import java.io.IOException;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/**
 * What a picture says of itself before anything is decoded.
 *
 * @param dpiX pixels an inch across; 0 where it does not say
 * @param dpiY pixels an inch down; 0 where it does not say
 * @param turn what has to be done to the pixels before a viewer shows them
 */
record ImageHeader(long width, long height, double dpiX, double dpiY, Turn turn) {
    private static final int LOWEST_DPI = 50;
    private static final int HIGHEST_DPI = 2400;
    private static final int FALLBACK_DPI = 300;
    private static final double A4_LONG_SIDE = 11.69;

    static ImageHeader of(Bytes bytes, SourceFormat format) throws IOException {
        return switch (format) {
            case JPEG -> JpegMarkers.head(bytes).header();
            case PNG -> PngChunks.header(bytes);
            case BMP -> BmpHeader.header(bytes);
            case TIFF -> of(TiffDirectory.chain(bytes, n -> n == 0).get(0));
            case PDF -> throw new IllegalArgumentException("a PDF is not one picture");
        };
    }

    static ImageHeader of(TiffDirectory page) throws IOException {
        return new ImageHeader(
                page.number(TiffDirectory.WIDTH, 0),
                page.number(TiffDirectory.HEIGHT, 0),
                page.dpi(TiffDirectory.X_RESOLUTION),
                page.dpi(TiffDirectory.Y_RESOLUTION),
                Turn.ofExif((int) page.number(TiffDirectory.ORIENTATION, 1)));
    }

    /** Refuses a picture without an area, and one that would not fit the budget. */
    ImageHeader within(Budgets budgets) {
        if (width <= 0 || height <= 0) {
            throw new Failure.BadInput(Reason.of(ReasonCode.PAGE_UNREADABLE, "no size in the header"));
        }
        budgets.checkPixels(width, height);
        return this;
    }

    /**
     * Pixels an inch. Where the header does not say, or says what no scanner does (72 dpi of an A4 page with 3,500
     * rows), it is reckoned as if the longer side were A4's, and 300 where that is senseless too.
     */
    int dpi() {
        long stated = Math.round(Math.max(dpiX, dpiY));
        long reckoned = Math.round(Math.max(width, height) / A4_LONG_SIDE);
        boolean screenDefault = stated == 72 || stated == 96;
        if (stated >= LOWEST_DPI && stated <= HIGHEST_DPI && !(screenDefault && reckoned > 1.5 * stated)) {
            return (int) stated;
        }
        return reckoned >= LOWEST_DPI && reckoned <= HIGHEST_DPI ? (int) reckoned : FALLBACK_DPI;
    }

    /** Faxes have twice as many pixels an inch across as down; such a page has to be stretched. */
    boolean hasSquarePixels() {
        return dpiX <= 0 || dpiY <= 0 || Math.abs(dpiX / dpiY - 1) < 0.1;
    }
}
