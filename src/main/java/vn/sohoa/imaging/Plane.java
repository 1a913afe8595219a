package vn.sohoa.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * A gray picture in memory whose pixels are changed in place: one byte each, rows without gaps, black 0.
 *
 * @param pixels not copied: a page is up to 80 MB
 * @param dpi pixels an inch
 */
public record Plane(byte[] pixels, int width, int height, int dpi) {
    static final int WHITE = 255;
    private static final double INCH = 25.4;

    public Plane {
        if (width < 1 || height < 1 || pixels.length != (long) width * height) {
            throw new IllegalArgumentException(pixels.length + " bytes are not " + width + " x " + height);
        }
    }

    /** The pixels of a picture of {@link BufferedImage#TYPE_BYTE_GRAY}, shared with it. */
    public static Plane of(BufferedImage gray, int dpi) {
        byte[] data = ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
        return new Plane(data, gray.getWidth(), gray.getHeight(), dpi);
    }

    int at(int x, int y) {
        return pixels[y * width + x] & 0xFF;
    }

    /** A copy of what lies between; the last column and row are not in it. */
    Plane part(int left, int top, int right, int bottom) {
        byte[] part = new byte[(right - left) * (bottom - top)];
        for (int y = top; y < bottom; y++) {
            System.arraycopy(pixels, y * width + left, part, (y - top) * (right - left), right - left);
        }
        return new Plane(part, right - left, bottom - top, dpi);
    }

    /** So many millimetres in pixels. */
    double mm(double millimetres) {
        return millimetres * dpi / INCH;
    }

    /** Made smaller by averaging, which also takes away the grain. */
    Plane shrunk(int factor) {
        if (factor <= 1) {
            return this;
        }
        int wide = Math.max(1, width / factor);
        int high = Math.max(1, height / factor);
        byte[] out = new byte[wide * high];
        if (factor == 2 && width > 1 && height > 1) {
            Halving halving = new Halving(pixels, out);
            for (int y = 0; y < high; y++) {
                halving.row(2 * y * width, (2 * y + 1) * width, y * wide, wide);
            }
            return new Plane(out, wide, high, Math.max(1, dpi / 2));
        }
        int[] sums = new int[wide];
        int across = Math.min(factor, width);
        int down = Math.min(factor, height);
        for (int y = 0; y < high; y++) {
            java.util.Arrays.fill(sums, 0);
            for (int dy = 0; dy < down; dy++) {
                int at = (y * factor + dy) * width;
                for (int x = 0; x < wide; x++) {
                    int sum = 0;
                    for (int dx = 0; dx < across; dx++) {
                        sum += pixels[at++] & 0xFF;
                    }
                    sums[x] += sum;
                }
            }
            for (int x = 0; x < wide; x++) {
                out[y * wide + x] = (byte) (sums[x] / (across * down));
            }
        }
        return new Plane(out, wide, high, Math.max(1, dpi / factor));
    }
}
