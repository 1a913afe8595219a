package vn.sohoa.imaging;

import java.util.Arrays;
import vn.sohoa.page.Box;

/**
 * How far the strokes of a piece of print lean to the right, as those of italics do.
 *
 * @param lean pixels to the right for a pixel up; 0: they stand upright
 */
public record Slant(double lean) {
    private static final double STEP = 0.04;
    /** No italics lean farther. */
    private static final int STEPS = 10;
    /** So much sharper the columns have to become: the edges of any print do a little. */
    private static final double SHARPER = 1.08;

    private static final int BITS = 8;
    private static final int ONE = 1 << BITS;

    /** Strokes laid upright put their ink into the fewest columns. */
    public static Slant of(Plane page, Box part) {
        double asItIs = sharpness(columns(page, part, 0));
        double sharpest = asItIs;
        int best = 0;
        for (int i = 1; i <= STEPS; i++) {
            double sharp = sharpness(columns(page, part, i * STEP));
            if (sharp > sharpest) {
                sharpest = sharp;
                best = i;
            }
        }
        return new Slant(sharpest >= SHARPER * asItIs ? best * STEP : 0);
    }

    public boolean leans() {
        return lean > 0;
    }

    /**
     * The part by itself with its strokes upright.
     *
     * @param room white pixels around it
     */
    public Plane upright(Plane page, Box part, int room) {
        int width = widened(part, lean) + 2 * room;
        int height = part.height() + 2 * room;
        byte[] out = new byte[width * height];
        Arrays.fill(out, (byte) Plane.WHITE);
        int[] row = new int[widened(part, lean)];
        for (int y = 0; y < part.height(); y++) {
            Arrays.fill(row, 0);
            lay(page, part, y, lean, row);
            int to = (room + y) * width + room;
            for (int x = 0; x < row.length; x++) {
                out[to + x] = (byte) (Plane.WHITE - Math.min(Plane.WHITE, row[x] >> BITS));
            }
        }
        return new Plane(out, width, height, page.dpi());
    }

    private static int widened(Box part, double lean) {
        return part.width() + (int) Math.ceil(lean * part.height()) + 1;
    }

    private static int[] columns(Plane page, Box part, double lean) {
        int[] columns = new int[widened(part, lean)];
        for (int y = 0; y < part.height(); y++) {
            lay(page, part, y, lean, columns);
        }
        return columns;
    }

    private static double sharpness(int[] columns) {
        double sum = 0;
        for (int column : columns) {
            sum += (double) column * column;
        }
        return sum;
    }

    /** Adds the ink of a row, moved right by as much as the strokes have gone left down there. */
    private static void lay(Plane page, Box part, int y, double lean, int[] row) {
        byte[] pixels = page.pixels();
        double shift = lean * y;
        int whole = (int) shift;
        int share = (int) Math.round((shift - whole) * ONE);
        int from = (part.y() + y) * page.width() + part.x();
        for (int x = 0; x < part.width(); x++) {
            int ink = Plane.WHITE - (pixels[from + x] & 0xFF);
            row[x + whole] += ink * (ONE - share);
            row[x + whole + 1] += ink * share;
        }
    }
}
