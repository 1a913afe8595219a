package vn.sohoa.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;

/** Rows of a picture as packed ARGB, without Java's slow way through colour models where the format is a common one. */
final class Rows {
    private Rows() {}

    static void rgb(BufferedImage image, int y, int[] row) {
        int width = image.getWidth();
        boolean whole = image.getRaster().getParent() == null;
        switch (image.getType()) {
            case BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB -> {
                if (whole) {
                    int[] data = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
                    System.arraycopy(data, y * width, row, 0, width);
                } else {
                    image.getRGB(0, y, width, 1, row, 0, width);
                }
            }
            case BufferedImage.TYPE_3BYTE_BGR -> {
                if (whole) {
                    byte[] data = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
                    bgr(data, y * width * 3, row, width);
                } else {
                    image.getRGB(0, y, width, 1, row, 0, width);
                }
            }
            case BufferedImage.TYPE_BYTE_GRAY -> gray(image, y, row, width);
            default -> {
                if (image.getColorModel() instanceof IndexColorModel palette) {
                    indexed(image, palette, y, row, width);
                } else {
                    image.getRGB(0, y, width, 1, row, 0, width);
                }
            }
        }
    }

    private static void bgr(byte[] data, int from, int[] row, int width) {
        int at = from;
        for (int x = 0; x < width; x++) {
            row[x] = 0xFF000000 | (data[at + 2] & 0xFF) << 16 | (data[at + 1] & 0xFF) << 8 | data[at] & 0xFF;
            at += 3;
        }
    }

    private static void gray(BufferedImage image, int y, int[] row, int width) {
        image.getRaster().getSamples(0, y, width, 1, 0, row);
        for (int x = 0; x < width; x++) {
            row[x] = 0xFF000000 | row[x] * 0x010101;
        }
    }

    private static void indexed(BufferedImage image, IndexColorModel palette, int y, int[] row, int width) {
        int[] colours = new int[1 << palette.getPixelSize()];
        for (int i = 0; i < palette.getMapSize(); i++) {
            colours[i] = palette.getRGB(i);
        }
        image.getRaster().getSamples(0, y, width, 1, 0, row);
        for (int x = 0; x < width; x++) {
            row[x] = colours[row[x]];
        }
    }
}
