package vn.sohoa.imaging;

import java.awt.image.BufferedImage;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/**
 * Notices that a JPEG ran out of data: the decoder only warns, and goes on with one flat gray. A missing end marker, or
 * a last line of blocks, is forgiven.
 */
final class JpegLoss implements IIOReadWarningListener {
    private static final double FORGIVEN = 0.02;
    private static final int FLAT = 2;

    private boolean ranOut;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        ranOut |= warning.toLowerCase(Locale.ROOT).contains("premature end");
    }

    void check(BufferedImage gray) {
        if (!ranOut) {
            return;
        }
        int[] row = new int[gray.getWidth()];
        int flat = 0;
        for (int y = gray.getHeight() - 1; y >= 0 && isFlat(gray, y, row); y--) {
            flat++;
        }
        if (flat > FORGIVEN * gray.getHeight()) {
            throw new Failure.BadInput(
                    Reason.of(ReasonCode.PAGE_UNREADABLE, "the JPEG lacks its last " + flat + " rows"));
        }
    }

    private static boolean isFlat(BufferedImage gray, int y, int[] row) {
        gray.getRaster().getSamples(0, y, row.length, 1, 0, row);
        int least = 255;
        int most = 0;
        for (int value : row) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return most - least <= FLAT;
    }
}
