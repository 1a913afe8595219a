package vn.sohoa.imaging;

import java.util.Arrays;
import vn.sohoa.page.Box;

/**
 * A picture made smaller by any factor, each new pixel the mean of what it covers.
 *
 * @param factor how many pixels become one along a side; 1: as it is
 */
public record Reduction(double factor) {
    private static final int BITS = 8;
    private static final int ONE = 1 << BITS;
    private static final int FINE = 24;

    public Reduction {
        if (!(factor >= 1)) {
            throw new IllegalArgumentException("nothing is made smaller by " + factor);
        }
    }

    /** What brings a picture to a resolution; one that has no more stays as it is. */
    public static Reduction to(int dpi, Plane picture) {
        return new Reduction(Math.max(1, picture.dpi() / (double) dpi));
    }

    /** The smaller picture; the same one where there is nothing to do. */
    public Plane apply(Plane from) {
        if (factor == 1) {
            return from;
        }
        int wide = Math.max(1, (int) (from.width() / factor));
        int high = Math.max(1, (int) (from.height() / factor));
        int[] first = new int[wide + 1];
        int[] share = new int[wide + 1];
        for (int x = 0; x <= wide; x++) {
            double at = x * factor;
            first[x] = (int) at;
            share[x] = (int) Math.round((at - (int) at) * ONE);
        }
        int reciprocal = (int) Math.round((1 << FINE) / (factor * factor * ONE));
        byte[] out = new byte[wide * high];
        int[] row = new int[wide];
        int[] sums = new int[wide];
        for (int y = 0; y < high; y++) {
            Arrays.fill(sums, 0);
            double top = y * factor;
            double bottom = Math.min(from.height(), top + factor);
            for (int line = (int) top; line < bottom; line++) {
                across(from, line, first, share, row);
                int weight = (int) Math.round((Math.min(bottom, line + 1) - Math.max(top, line)) * ONE);
                for (int x = 0; x < wide; x++) {
                    sums[x] += row[x] * weight >> BITS;
                }
            }
            for (int x = 0; x < wide; x++) {
                out[y * wide + x] = (byte) Math.min(Plane.WHITE, (long) sums[x] * reciprocal >> FINE);
            }
        }
        return new Plane(out, wide, high, (int) Math.round(from.dpi() / factor));
    }

    /** One row made narrower; its sums are of weights that make up the factor. */
    private static void across(Plane from, int line, int[] first, int[] share, int[] row) {
        byte[] pixels = from.pixels();
        int begin = line * from.width();
        int last = begin + from.width() - 1;
        for (int x = 0; x < row.length; x++) {
            int at = begin + first[x];
            int end = begin + first[x + 1];
            int sum = (pixels[at] & 0xFF) * (ONE - share[x]);
            for (int i = at + 1; i < end; i++) {
                sum += (pixels[i] & 0xFF) << BITS;
            }
            row[x] = sum + (pixels[Math.min(end, last)] & 0xFF) * share[x + 1];
        }
    }

    /** Where a box of the smaller picture lies on the one that it was made from. */
    public Box back(Box box) {
        if (factor == 1) {
            return box;
        }
        int x = (int) Math.round(box.x() * factor);
        int y = (int) Math.round(box.y() * factor);
        return new Box(x, y, (int) Math.round(box.right() * factor) - x, (int) Math.round(box.bottom() * factor) - y);
    }

    /** Where a box of the picture lies on the smaller one. */
    public Box onto(Box box) {
        int x = (int) Math.round(box.x() / factor);
        int y = (int) Math.round(box.y() / factor);
        return new Box(x, y, (int) Math.round(box.right() / factor) - x, (int) Math.round(box.bottom() / factor) - y);
    }
}
