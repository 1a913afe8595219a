package vn.sohoa.barcode;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.BitSet;
import vn.sohoa.page.Modules;

/** A QR code to be printed, with as much error correction as the standard has. */
final class QrDrawing {
    private QrDrawing() {}

    static Modules of(String text) {
        ByteMatrix matrix;
        try {
            matrix = Encoder.encode(text, ErrorCorrectionLevel.H).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds " + text.length() + " characters", e);
        }
        BitSet dark = new BitSet();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                dark.set(y * matrix.getWidth() + x, matrix.get(x, y) == 1);
            }
        }
        return new Modules(matrix.getWidth(), dark);
    }
}
