package vn.sohoa.imaging;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/**
 * Turns any picture into 8-bit gray as it looks on white paper. Gray samples are copied as they are: Java takes them
 * for linear light and would brighten them on the way through RGB.
 */
final class Gray {
    private Gray() {}

    static BufferedImage of(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        BufferedImage gray = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] out = ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
        ColorModel model = image.getColorModel();
        if (model.getColorSpace().getType() == ColorSpace.TYPE_GRAY && !(model.getNumComponents() > 2)) {
            fromGray(image, out);
        } else {
            fromColour(image, out);
        }
        return gray;
    }

    private static void fromGray(BufferedImage image, byte[] out) {
        Raster raster = image.getRaster();
        int width = image.getWidth();
        int bands = raster.getNumBands();
        int bits = image.getColorModel().getComponentSize(0);
        int max = (1 << bits) - 1;
        int[] row = new int[width * bands];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int value = row[x * bands] * 255 / max;
                if (bands == 2 && image.getColorModel().getTransparency() != Transparency.OPAQUE) {
                    int alpha = row[x * bands + 1] * 255 / max;
                    value = (value * alpha + 255 * (255 - alpha)) / 255;
                }
                out[y * width + x] = (byte) value;
            }
        }
    }

    private static void fromColour(BufferedImage image, byte[] out) {
        int width = image.getWidth();
        boolean opaque = image.getColorModel().getTransparency() == Transparency.OPAQUE;
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            Rows.rgb(image, y, row);
            int at = y * width;
            for (int x = 0; x < width; x++) {
                int argb = row[x];
                int value = luma(argb);
                if (!opaque) {
                    int alpha = argb >>> 24;
                    value = (value * alpha + 255 * (255 - alpha)) / 255;
                }
                out[at + x] = (byte) value;
            }
        }
    }

    /** ITU-R BT.601, as JPEG's own brightness. */
    static int luma(int rgb) {
        return (299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF) + 500) / 1000;
    }
}
