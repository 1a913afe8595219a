package vn.sohoa.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Paper is white where an image is clear. */
final class Paper {
    private static final int GRAY_AND_ALPHA = 2;

    private Paper() {}

    static BufferedImage opaque(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return image;
        }
        return image.getRaster().getNumBands() == GRAY_AND_ALPHA ? gray(image) : colour(image);
    }

    /** By its samples: drawn, gray would become lighter, since Java takes its samples for linear ones. */
    private static BufferedImage gray(BufferedImage image) {
        int deepest = (1 << image.getColorModel().getComponentSize(0)) - 1;
        int clearest = (1 << image.getColorModel().getComponentSize(1)) - 1;
        Raster from = image.getRaster();
        BufferedImage paper = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        WritableRaster to = paper.getRaster();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                double ink = from.getSample(x, y, 1) / (double) clearest;
                double gray = from.getSample(x, y, 0) / (double) deepest;
                to.setSample(x, y, 0, (int) Math.round(255 * (1 - ink * (1 - gray))));
            }
        }
        return paper;
    }

    private static BufferedImage colour(BufferedImage image) {
        BufferedImage paper = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = paper.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return paper;
    }
}
