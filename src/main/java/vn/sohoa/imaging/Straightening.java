package vn.sohoa.imaging;

import vn.sohoa.page.Box;

/**
 * How a page as scanned is laid straight, and where what was found on the straight page lies on the page as scanned.
 *
 * @param turn how far the page as scanned is turned clockwise from upright: 0, 90, 180 or 270
 * @param skew how many degrees its lines fall to the right after that is undone
 * @param width of the page as scanned
 * @param height of the page as scanned
 */
public record Straightening(int turn, double skew, int width, int height) {
    private static final int QUARTER = 90;
    private static final int HALF = 180;
    private static final int THREE_QUARTERS = 270;
    private static final int ONE = 1 << 16;
    /** Less is not worth the blur that turning brings. */
    private static final double WORTH = 0.06;

    private double sine() {
        return Math.abs(skew) < WORTH ? 0 : Math.sin(Math.toRadians(skew));
    }

    private double cosine() {
        return Math.abs(skew) < WORTH ? 1 : Math.cos(Math.toRadians(skew));
    }

    private int upWidth() {
        return turn % HALF == 0 ? width : height;
    }

    private int upHeight() {
        return turn % HALF == 0 ? height : width;
    }

    /** Large enough that no corner is cut off. */
    private int straightWidth() {
        return (int) Math.ceil(upWidth() * cosine() + upHeight() * Math.abs(sine()));
    }

    private int straightHeight() {
        return (int) Math.ceil(upHeight() * cosine() + upWidth() * Math.abs(sine()));
    }

    /** The page laid straight, in new pixels; white where the scan does not reach. */
    public Plane apply(Plane scanned) {
        int wide = straightWidth();
        int high = straightHeight();
        if (turn == 0 && sine() == 0) {
            return new Plane(scanned.pixels().clone(), wide, high, scanned.dpi());
        }
        byte[] out = new byte[wide * high];
        double[] origin = asScanned(0.5, 0.5);
        double[] right = asScanned(1.5, 0.5);
        double[] down = asScanned(0.5, 1.5);
        int stepX = fixed(right[0] - origin[0]);
        int stepY = fixed(right[1] - origin[1]);
        for (int y = 0; y < high; y++) {
            long x0 = Math.round((origin[0] + (down[0] - origin[0]) * y - 0.5) * ONE);
            long y0 = Math.round((origin[1] + (down[1] - origin[1]) * y - 0.5) * ONE);
            row(scanned, out, y * wide, wide, x0, y0, stepX, stepY);
        }
        return new Plane(out, wide, high, scanned.dpi());
    }

    private static void row(Plane from, byte[] out, int at, int wide, long x0, long y0, int stepX, int stepY) {
        byte[] in = from.pixels();
        int stride = from.width();
        int lastX = from.width() - 1;
        int lastY = from.height() - 1;
        long sx = x0;
        long sy = y0;
        for (int x = 0; x < wide; x++, sx += stepX, sy += stepY) {
            int ix = (int) (sx >> 16);
            int iy = (int) (sy >> 16);
            int fx = (int) (sx >> 8) & 0xFF;
            int fy = (int) (sy >> 8) & 0xFF;
            if (ix >= 0 && iy >= 0 && ix < lastX && iy < lastY) {
                int p = iy * stride + ix;
                int upper = (in[p] & 0xFF) * (256 - fx) + (in[p + 1] & 0xFF) * fx;
                int lower = (in[p + stride] & 0xFF) * (256 - fx) + (in[p + stride + 1] & 0xFF) * fx;
                out[at + x] = (byte) (upper * (256 - fy) + lower * fy >> 16);
            } else if (ix >= 0 && iy >= 0 && ix <= lastX && iy <= lastY) {
                out[at + x] = in[iy * stride + ix];
            } else {
                out[at + x] = (byte) Plane.WHITE;
            }
        }
    }

    private static int fixed(double value) {
        return (int) Math.round(value * ONE);
    }

    /** A point of the straight page on the page as scanned. */
    private double[] asScanned(double x, double y) {
        double dx = x - straightWidth() / 2.0;
        double dy = y - straightHeight() / 2.0;
        double upX = dx * cosine() - dy * sine() + upWidth() / 2.0;
        double upY = dx * sine() + dy * cosine() + upHeight() / 2.0;
        return switch (turn) {
            case QUARTER -> new double[] {width - upY, upX};
            case HALF -> new double[] {width - upX, height - upY};
            case THREE_QUARTERS -> new double[] {upY, height - upX};
            default -> new double[] {upX, upY};
        };
    }

    /** The smallest box on the page as scanned around a box of the straight page, the middle of whose sides it keeps. */
    public Box asScanned(Box box) {
        double middleX = box.x() + box.width() / 2.0;
        double middleY = box.y() + box.height() / 2.0;
        double[][] points = {
            asScanned(box.x(), middleY),
            asScanned(box.right(), middleY),
            asScanned(middleX, box.y()),
            asScanned(middleX, box.bottom())
        };
        double left = width;
        double top = height;
        double right = 0;
        double bottom = 0;
        for (double[] point : points) {
            left = Math.min(left, point[0]);
            right = Math.max(right, point[0]);
            top = Math.min(top, point[1]);
            bottom = Math.max(bottom, point[1]);
        }
        int x = within(Math.floor(left), width);
        int y = within(Math.floor(top), height);
        return new Box(
                x,
                y,
                Math.max(0, within(Math.ceil(right), width) - x),
                Math.max(0, within(Math.ceil(bottom), height) - y));
    }

    private static int within(double value, int limit) {
        return (int) Math.max(0, Math.min(limit, value));
    }
}
