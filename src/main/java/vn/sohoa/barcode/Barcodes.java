package vn.sohoa.barcode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.sohoa.page.Barcode;
import vn.sohoa.page.Box;

/**
 * Finds the barcodes of a page by a cascade: the whole page, made smaller where nothing is seen; then whatever else looks
 * like a matrix code (the small ones of identity cards above all), cut out and enlarged; a fine page as it is only where
 * such a place kept its secret; then, where no matrix code is, a long code of bars.
 */
public final class Barcodes {
    private static final Duration TIME = Duration.ofSeconds(4);
    private static final double[] SCALES = {1, 2, 3, 1.5};
    /** The whole page is looked at down to a quarter of its size: large codes show there through the noise. */
    private static final int SMALLEST = 4;

    /** A finer page shows its large codes at half its size as well, for a quarter of the time. */
    private static final int FINE = 240;

    private static final Box WHOLE = new Box(0, 0, 0, 0);

    private Barcodes() {}

    /**
     * @param gray one byte a pixel, rows without gaps, black 0
     * @param dpi pixels an inch
     * @return from the top of the page down
     */
    public static List<Barcode> read(byte[] gray, int width, int height, int dpi) {
        return read(new Luminance(gray, width, height), dpi, System.nanoTime() + TIME.toNanos());
    }

    private static List<Barcode> read(Luminance page, int dpi, long until) {
        List<Barcode> found = new ArrayList<>(onWhole(page, dpi));
        List<Box> busy = Busy.areas(page, dpi);
        for (Box area : busy) {
            if (System.nanoTime() > until) {
                break;
            }
            if (found.stream().noneMatch(barcode -> barcode.box().meets(area))) {
                found.addAll(enlarged(page, area, until));
            }
        }
        if (found.isEmpty() && dpi >= FINE && !busy.isEmpty() && System.nanoTime() < until) {
            found.addAll(Decoder.qrCodes(page));
        }
        if (found.isEmpty() && System.nanoTime() < until) {
            found.addAll(Bars.read(page));
        }
        found.sort(Comparator.comparingInt(barcode -> barcode.box().y()));
        return List.copyOf(found);
    }

    /** What shows on the whole page, made smaller where nothing is seen. */
    private static List<Barcode> onWhole(Luminance page, int dpi) {
        List<Barcode> found = dpi < FINE ? Decoder.qrCodes(page) : List.of();
        Luminance smaller = page;
        for (int scale = 2; found.isEmpty() && scale <= SMALLEST; scale *= 2) {
            smaller = smaller.halved();
            found = onPage(Decoder.qrCodes(smaller), WHOLE, 1.0 / scale, page);
        }
        return found;
    }

    private static List<Barcode> enlarged(Luminance page, Box area, long until) {
        for (double scale : SCALES) {
            if (System.nanoTime() > until) {
                break;
            }
            Luminance cut = page.cut(area).scaled(scale);
            List<Barcode> found = Decoder.oneMatrix(cut);
            if (!found.isEmpty()) {
                return onPage(found, area, scale, page);
            }
        }
        return List.of();
    }

    private static List<Barcode> onPage(List<Barcode> found, Box area, double scale, Luminance page) {
        return found.stream()
                .map(barcode ->
                        new Barcode(barcode.format(), barcode.value(), placed(barcode.box(), area, scale, page)))
                .toList();
    }

    private static Box placed(Box box, Box area, double scale, Luminance page) {
        int x = (int) Math.max(0, Math.round(area.x() + box.x() / scale));
        int y = (int) Math.max(0, Math.round(area.y() + box.y() / scale));
        int right = (int) Math.min(page.width(), Math.round(area.x() + box.right() / scale));
        int bottom = (int) Math.min(page.height(), Math.round(area.y() + box.bottom() / scale));
        return new Box(x, y, Math.max(0, right - x), Math.max(0, bottom - y));
    }
}
