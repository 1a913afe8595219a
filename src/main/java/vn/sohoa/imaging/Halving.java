package vn.sohoa.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Rows of pixels made half as wide and half as many, eight pixels of two rows at a time: the step that every page takes most often. */
final class Halving {
    /** Every other byte of eight: four sums of bytes have room in it beside each other. */
    private static final long LANES = 0x00FF_00FF_00FF_00FFL;

    private static final int LOW_HALF = 0xFFFF;
    private static final int HIGH_HALF = 0xFFFF_0000;
    private static final int AT_ONCE = 4;

    private final ByteBuffer from;
    private final ByteBuffer to;

    /** @param to a quarter of the pixels */
    Halving(byte[] from, byte[] to) {
        this.from = ByteBuffer.wrap(from).order(ByteOrder.LITTLE_ENDIAN);
        this.to = ByteBuffer.wrap(to).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The means of each four pixels of two rows, rounded down.
     *
     * @param upper where the upper row begins
     * @param lower where the lower row begins
     * @param at where the new row begins
     * @param wide pixels of the new row
     */
    void row(int upper, int lower, int at, int wide) {
        int x = 0;
        for (; x + AT_ONCE <= wide; x += AT_ONCE) {
            long above = from.getLong(upper + 2 * x);
            long below = from.getLong(lower + 2 * x);
            long sums = (above & LANES) + (above >>> 8 & LANES) + (below & LANES) + (below >>> 8 & LANES);
            long means = sums >>> 2 & LANES;
            long pairs = means | means >>> 8;
            to.putInt(at + x, (int) pairs & LOW_HALF | (int) (pairs >>> 16) & HIGH_HALF);
        }
        for (; x < wide; x++) {
            int sum = pixel(upper + 2 * x) + pixel(upper + 2 * x + 1) + pixel(lower + 2 * x) + pixel(lower + 2 * x + 1);
            to.put(at + x, (byte) (sum / 4));
        }
    }

    private int pixel(int at) {
        return from.get(at) & 0xFF;
    }
}
