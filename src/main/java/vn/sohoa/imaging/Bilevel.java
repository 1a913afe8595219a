package vn.sohoa.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;

/** Pictures of black and white only. */
final class Bilevel {
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    private Bilevel() {}

    /** Whether every pixel is black or white. */
    static boolean is(BufferedImage image) {
        if (image.getColorModel() instanceof IndexColorModel palette && palette.getMapSize() <= 2) {
            for (int i = 0; i < palette.getMapSize(); i++) {
                if (palette.getRGB(i) != BLACK && palette.getRGB(i) != WHITE) {
                    return false;
                }
            }
            return true;
        }
        if (image.getType() != BufferedImage.TYPE_BYTE_GRAY) {
            return false;
        }
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRaster().getSamples(0, y, row.length, 1, 0, row);
            for (int value : row) {
                if (value != 0 && value != 255) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Its bits lie as ours will; the two colours may have changed places. */
    private static boolean isPackedAlike(BufferedImage image, int bytes) {
        return image.getType() == BufferedImage.TYPE_BYTE_BINARY
                && image.getColorModel().getPixelSize() == 1
                && ((IndexColorModel) image.getColorModel()).getMapSize() == 2
                && image.getRaster().getParent() == null
                && image.getRaster().getDataBuffer() instanceof DataBufferByte data
                && data.getNumBanks() == 1
                && data.getOffset() == 0
                && data.getData().length == bytes
                && (image.getColorModel().getRGB(0) & 0xFF) >= 128
                        != (image.getColorModel().getRGB(1) & 0xFF) >= 128;
    }

    /** The same picture, one bit a pixel, a set bit white. */
    static BufferedImage of(BufferedImage image) {
        int width = image.getWidth();
        BufferedImage result = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        byte[] out = ((DataBufferByte) result.getRaster().getDataBuffer()).getData();
        if (isPackedAlike(image, out.length)) {
            byte[] in = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
            int flip = (image.getColorModel().getRGB(1) & 0xFF) >= 128 ? 0 : 0xFF;
            for (int i = 0; i < out.length; i++) {
                out[i] = (byte) (in[i] ^ flip);
            }
            return result;
        }
        int stride = (width + 7) / 8;
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            Rows.rgb(image, y, row);
            for (int x = 0; x < width; x++) {
                if ((row[x] & 0xFF) >= 128) {
                    out[y * stride + x / 8] |= (byte) (0x80 >> (x & 7));
                }
            }
        }
        return result;
    }
}
