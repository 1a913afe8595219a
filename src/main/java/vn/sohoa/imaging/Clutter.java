package vn.sohoa.imaging;

/** What an engine would take for print and is none: lonely specks, dots in the zeros of typewriters, and pictures. */
final class Clutter {
    private static final double SPECK_MM = 0.4;
    private static final double LONELY_MM = 1.2;
    private static final double PICTURE_MM = 9;
    private static final double LARGEST_MM = 70;
    private static final double FULL = 0.3;
    private static final double LONG = 2.5;

    private final Spots spots;
    private final Plane page;
    private final int cell;
    private final int columns;
    private final boolean[] print;

    private Clutter(Spots spots, Plane page) {
        this.spots = spots;
        this.page = page;
        this.cell = (int) Math.max(4, Math.round(page.mm(LONELY_MM)));
        this.columns = page.width() / cell + 1;
        this.print = new boolean[columns * (page.height() / cell + 1)];
    }

    /** Chooses spots to be taken out. */
    static void choose(Spots spots, Plane page, int threshold, boolean[] chosen) {
        Clutter clutter = new Clutter(spots, page);
        clutter.mark();
        for (int i = 0; i < spots.count(); i++) {
            chosen[i] |= clutter.isSpeck(i)
                    ? clutter.lonely(i) || Leaders.enclosed(spots, i, page, threshold)
                    : clutter.isPicture(i);
        }
    }

    private boolean isSpeck(int spot) {
        double most = Math.max(2, page.mm(SPECK_MM));
        return spots.width(spot) <= most && spots.height(spot) <= most;
    }

    /** A portrait, an emblem: large and rather full. A line of white print on black is longer. */
    private boolean isPicture(int spot) {
        int width = spots.width(spot);
        int height = spots.height(spot);
        return Math.min(width, height) >= page.mm(PICTURE_MM)
                && Math.max(width, height) <= page.mm(LARGEST_MM)
                && Math.max(width, height) <= LONG * Math.min(width, height)
                && spots.area(spot) >= FULL * width * height;
    }

    /** Where print stands. */
    private void mark() {
        for (int i = 0; i < spots.count(); i++) {
            if (!isSpeck(i)) {
                for (int y = spots.top(i) / cell; y <= (spots.bottom(i) - 1) / cell; y++) {
                    for (int x = spots.left(i) / cell; x <= (spots.right(i) - 1) / cell; x++) {
                        print[y * columns + x] = true;
                    }
                }
            }
        }
    }

    private boolean lonely(int spot) {
        int row = spots.top(spot) / cell;
        int column = spots.left(spot) / cell;
        for (int y = Math.max(0, row - 1); y <= row + 1; y++) {
            for (int x = Math.max(0, column - 1); x <= column + 1; x++) {
                if (x < columns && y * columns + x < print.length && print[y * columns + x]) {
                    return false;
                }
            }
        }
        return true;
    }
}
