package vn.sohoa.barcode;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.oned.Code128Reader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.sohoa.page.Barcode;
import vn.sohoa.page.Box;

/**
 * Code 128, which print can look like by accident: taken only where it is long enough and says the same on a second line
 * through it.
 */
final class Bars {
    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e]{6,60}");
    private static final int APART = 6;

    private Bars() {}

    static List<Barcode> read(Luminance page) {
        Optional<Result> first = decode(page);
        if (first.isEmpty()) {
            return List.of();
        }
        String value = first.get().getText();
        Box line = box(first.get(), page);
        if (!VALUE.matcher(value).matches() || line.width() < line.height()) {
            return List.of();
        }
        int top = Math.max(0, line.y() - APART);
        Box strip = new Box(0, top, page.width(), Math.min(APART, page.height() - top));
        boolean agreed = strip.height() > 2
                && decode(page.cut(strip))
                        .map(Result::getText)
                        .filter(value::equals)
                        .isPresent();
        return agreed ? List.of(new Barcode(Barcode.Format.CODE_128, value, line)) : List.of();
    }

    private static Optional<Result> decode(Luminance page) {
        try {
            return Optional.of(new Code128Reader()
                    .decode(new BinaryBitmap(new GlobalHistogramBinarizer(Decoder.source(page))), Decoder.HINTS));
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    private static Box box(Result result, Luminance page) {
        ResultPoint[] points = result.getResultPoints();
        int left = (int) Math.max(0, Math.min(points[0].getX(), points[1].getX()));
        int right = (int) Math.min(page.width(), Math.max(points[0].getX(), points[1].getX()));
        int top = (int) Math.max(0, Math.min(points[0].getY(), points[1].getY()));
        int bottom = (int) Math.min(page.height(), Math.max(points[0].getY(), points[1].getY()) + 1);
        return new Box(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }
}
