package vn.sohoa.barcode;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Reader;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.detector.FinderPattern;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sohoa.page.Barcode;
import vn.sohoa.page.Box;

/** ZXing, told what we look for. */
final class Decoder {
    /** Cards carry UTF-8 without saying so. */
    static final Map<DecodeHintType, Object> HINTS =
            Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.CHARACTER_SET, "UTF-8");

    /** From the middle of a finder pattern to the edge of the code, in modules. */
    private static final double FINDER_REACH = 3.5;

    private Decoder() {}

    static LuminanceSource source(Luminance gray) {
        return new PlanarYUVLuminanceSource(
                gray.pixels(), gray.width(), gray.height(), 0, 0, gray.width(), gray.height(), false);
    }

    /** All QR codes that are found at once. */
    static List<Barcode> qrCodes(Luminance page) {
        List<Barcode> found = new ArrayList<>();
        try {
            Result[] results =
                    new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(new HybridBinarizer(source(page))), HINTS);
            for (Result result : results) {
                barcode(result, page).ifPresent(found::add);
            }
        } catch (NotFoundException e) {
            return List.of();
        }
        return found;
    }

    /** The matrix code of a part of a page, or nothing. */
    static List<Barcode> oneMatrix(Luminance part) {
        List<Binarizer> binarizers =
                List.of(new HybridBinarizer(source(part)), new GlobalHistogramBinarizer(source(part)));
        for (Reader reader : List.of(new QRCodeReader(), new DataMatrixReader())) {
            for (Binarizer binarizer : binarizers) {
                try {
                    Result result = reader.decode(new BinaryBitmap(binarizer), HINTS);
                    Optional<Barcode> barcode = barcode(result, part);
                    if (barcode.isPresent()) {
                        return List.of(barcode.get());
                    }
                } catch (ReaderException e) {
                    continue; // the next one may see it
                }
            }
        }
        return List.of();
    }

    private static Optional<Barcode> barcode(Result result, Luminance page) {
        String value = result.getText();
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        Barcode.Format format = result.getBarcodeFormat() == BarcodeFormat.DATA_MATRIX
                ? Barcode.Format.DATA_MATRIX
                : Barcode.Format.QR_CODE;
        return Optional.of(new Barcode(format, Normalizer.normalize(value, Normalizer.Form.NFC), box(result, page)));
    }

    private static Box box(Result result, Luminance page) {
        ResultPoint[] points = result.getResultPoints();
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = 0;
        double bottom = 0;
        double reach = 0;
        for (ResultPoint point : points) {
            left = Math.min(left, point.getX());
            right = Math.max(right, point.getX());
            top = Math.min(top, point.getY());
            bottom = Math.max(bottom, point.getY());
            if (point instanceof FinderPattern finder) {
                reach = Math.max(reach, FINDER_REACH * finder.getEstimatedModuleSize());
            }
        }
        if (points.length == 0) {
            return new Box(0, 0, page.width(), page.height());
        }
        int x = (int) Math.max(0, Math.round(left - reach));
        int y = (int) Math.max(0, Math.round(top - reach));
        int far = (int) Math.min(page.width(), Math.round(right + reach));
        int low = (int) Math.min(page.height(), Math.round(bottom + reach));
        return new Box(x, y, Math.max(0, far - x), Math.max(0, low - y));
    }
}
