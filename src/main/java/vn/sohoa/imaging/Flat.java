package vn.sohoa.imaging;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;

/** Pictures in the two plain formats that every writer takes: 8-bit gray or opaque RGB, on white paper. */
final class Flat {
    private Flat() {}

    static BufferedImage rgbOrGray(BufferedImage image) {
        if (image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            return Gray.of(image);
        }
        if (image.getType() == BufferedImage.TYPE_INT_RGB || image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return image;
        }
        BufferedImage flat = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = flat.createGraphics();
        try {
            paper.drawImage(image, 0, 0, Color.WHITE, null);
        } finally {
            paper.dispose();
        }
        return flat;
    }

    /** Gray where no pixel has a colour worth the name, as it came otherwise. */
    static BufferedImage withoutNeedlessColour(BufferedImage rgb) {
        final int tolerance = 6;
        int[] row = new int[rgb.getWidth()];
        for (int y = 0; y < rgb.getHeight(); y++) {
            Rows.rgb(rgb, y, row);
            for (int argb : row) {
                int r = argb >> 16 & 0xFF;
                int g = argb >> 8 & 0xFF;
                int b = argb & 0xFF;
                if (Math.max(r, Math.max(g, b)) - Math.min(r, Math.min(g, b)) > tolerance) {
                    return rgb;
                }
            }
        }
        return Gray.of(rgb);
    }
}
