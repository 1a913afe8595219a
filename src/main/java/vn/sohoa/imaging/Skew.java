package vn.sohoa.imaging;

/**
 * How far the lines of a page are off the horizontal, told by the angle at which the lower edges of its print fall
 * together into the fewest rows.
 */
final class Skew {
    private static final int WORKING_DPI = 100;
    private static final double LIMIT = 7;
    private static final double COARSE = 0.25;
    private static final double FINE = 0.02;
    private static final int DARK = 160;
    private static final int FEWEST = 60;
    private static final int MOST = 40_000;
    /** The best angle has to be clearly better than lying straight, or the page stays as it is. */
    private static final double GAIN = 1.02;
    /** Pixels: what is less high is no stem, but a dot of a leader, a rule, or the edge of a bow. */
    private static final int STEM = 4;
    /** Feet of stems that stand make sharper rows than their heads; those of pages upside down less sharp ones than this. */
    private static final double STANDS = 0.93;

    private final int[] xs;
    private final int[] ys;
    private final int count;
    private final int width;
    private final int height;

    private Skew(int[] xs, int[] ys, int count, int width, int height) {
        this.xs = xs;
        this.ys = ys;
        this.count = count;
        this.width = width;
        this.height = height;
    }

    /** How sharply the print falls into rows: of the page lying so, and the angle at which it does best. */
    record Rows(double degrees, double sharpness) {}

    /**
     * @param white a page with white paper, lying so that its lines run across
     * @return degrees clockwise; 0 where it cannot be told
     */
    static Rows of(Plane white) {
        Plane small = white.shrunk(Math.max(1, Math.round(white.dpi() / (float) WORKING_DPI)));
        return edges(small, false).best();
    }

    /** The same for the page turned by a quarter. */
    static Rows ofColumns(Plane white) {
        Plane small = white.shrunk(Math.max(1, Math.round(white.dpi() / (float) WORKING_DPI)));
        return edges(small, true).best();
    }

    /**
     * Whether the stems of the letters seem to hang: nearly all of them stand on one line, while some reach higher than
     * others, so where the upper ends fall together more sharply than the lower ones, the page lies upside down. Right for
     * nearly all pages of print; cards, whose pictures have ends of their own, may seem to hang although they stand.
     */
    static boolean hangs(Plane white) {
        Plane small = white.shrunk(Math.max(1, Math.round(white.dpi() / (float) WORKING_DPI)));
        double degrees = edges(small, false).best().degrees();
        Skew feet = ends(small, 1);
        Skew heads = ends(small, -1);
        return feet.count >= FEWEST
                && heads.count >= FEWEST
                && feet.sharpness(degrees) < STANDS * heads.sharpness(degrees);
    }

    /** Where stems end. @param down 1: their lower ends; -1: their upper ones */
    private static Skew ends(Plane page, int down) {
        int[] xs = new int[MOST];
        int[] ys = new int[MOST];
        int count = 0;
        int margin = page.width() / 50;
        for (int y = STEM; y < page.height() - STEM && count < MOST; y++) {
            for (int x = margin; x < page.width() - margin && count < MOST; x++) {
                if (page.at(x, y) < DARK && page.at(x, y + down) >= DARK && isStem(page, x, y, down)) {
                    xs[count] = x;
                    ys[count++] = y;
                }
            }
        }
        return new Skew(xs, ys, count, page.width(), page.height());
    }

    private static boolean isStem(Plane page, int x, int y, int down) {
        for (int i = 1; i < STEM; i++) {
            if (page.at(x, y - i * down) >= DARK) {
                return false;
            }
        }
        return true;
    }

    private static Skew edges(Plane page, boolean columns) {
        int wide = columns ? page.height() : page.width();
        int high = columns ? page.width() : page.height();
        int[] xs = new int[MOST];
        int[] ys = new int[MOST];
        int count = 0;
        int margin = wide / 50;
        for (int y = 1; y < high - 1 && count < MOST; y++) {
            for (int x = margin; x < wide - margin && count < MOST; x++) {
                int here = columns ? page.at(y, x) : page.at(x, y);
                int below = columns ? page.at(y + 1, x) : page.at(x, y + 1);
                if (here < DARK && below >= DARK) {
                    xs[count] = x;
                    ys[count++] = y;
                }
            }
        }
        return new Skew(xs, ys, count, wide, high);
    }

    private Rows best() {
        if (count < FEWEST) {
            return new Rows(0, 0);
        }
        double straight = sharpness(0);
        double best = 0;
        double most = straight;
        for (double angle = -LIMIT; angle <= LIMIT; angle += COARSE) {
            double sharp = sharpness(angle);
            if (sharp > most) {
                most = sharp;
                best = angle;
            }
        }
        double middle = best;
        for (double angle = middle - COARSE; angle <= middle + COARSE; angle += FINE) {
            double sharp = sharpness(angle);
            if (sharp > most) {
                most = sharp;
                best = angle;
            }
        }
        return most < straight * GAIN ? new Rows(0, straight) : new Rows(best, most);
    }

    /** The sum of the squares of what falls into each row, for so many points. */
    private double sharpness(double degrees) {
        double slope = Math.tan(Math.toRadians(degrees));
        int reach = (int) Math.ceil(Math.abs(slope) * width) + 2;
        int[] rows = new int[height + 2 * reach];
        int scaled = (int) Math.round(slope * 65_536);
        for (int i = 0; i < count; i++) {
            rows[ys[i] - (xs[i] * scaled >> 16) + reach]++;
        }
        long sum = 0;
        for (int row : rows) {
            sum += (long) row * row;
        }
        return (double) sum / count / count * height;
    }
}
