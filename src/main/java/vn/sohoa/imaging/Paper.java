package vn.sohoa.imaging;

/**
 * Makes the paper white wherever it lies in shadow, is yellowed or gray: each pixel is divided by the brightness of the
 * paper around it. What is darker than any paper (a scanner's lid) stays dark.
 */
final class Paper {
    private static final double TILE_MM = 5;
    private static final int PAPER_AT_LEAST = 70;
    /** Of a tile's pixels so many are brighter than what counts as its paper. */
    private static final double BRIGHTEST = 0.2;

    private static final int STEP = 2;
    /** So many rows have the same paper, a small part of a tile. */
    private static final int SAME_ROWS = 4;

    private static final int WORKING_DPI = 150;
    private static final int INK_AT_MOST = 215;
    private static final int INK_DARK = 60;
    private static final double DARKEST = 0.05;
    private static final double MOST_CONTRAST = 3;

    private final Plane page;
    private final int tile;
    private final int across;
    private final int down;
    private int[] paper;

    private Paper(Plane page) {
        this.page = page;
        this.tile = (int) Math.max(8, Math.round(page.mm(TILE_MM)));
        this.across = (page.width() + tile - 1) / tile;
        this.down = (page.height() + tile - 1) / tile;
        this.paper = new int[across * down];
    }

    /** Whitens in place, and makes pale ink dark. */
    static void whiten(Plane page) {
        Paper paper = new Paper(page);
        paper.measure();
        paper.spread();
        paper.divide();
        darken(page);
    }

    /** Print that is nowhere dark becomes so; the darkest of what is darker than paper tells. */
    private static void darken(Plane page) {
        int[] histogram = new int[256];
        int seen = 0;
        Plane small = page.shrunk(Math.max(1, Math.round(page.dpi() / (float) WORKING_DPI)));
        for (byte pixel : small.pixels()) {
            int value = pixel & 0xFF;
            if (value < INK_AT_MOST) {
                histogram[value]++;
                seen++;
            }
        }
        if (seen == 0) {
            return; // nothing is written there
        }
        int ink = 0;
        for (int sum = histogram[0]; sum <= seen * DARKEST; sum += histogram[ink]) {
            ink++;
        }
        if (ink > INK_DARK) {
            byte[] darker = new byte[256];
            double factor = Math.min(MOST_CONTRAST, (double) (Plane.WHITE - INK_DARK) / (Plane.WHITE - ink));
            for (int value = 0; value < darker.length; value++) {
                darker[value] = (byte) Math.max(0, Math.round(Plane.WHITE - (Plane.WHITE - value) * factor));
            }
            byte[] pixels = page.pixels();
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = darker[pixels[i] & 0xFF];
            }
        }
    }

    private void measure() {
        int[] histogram = new int[256];
        for (int ty = 0; ty < down; ty++) {
            for (int tx = 0; tx < across; tx++) {
                paper[ty * across + tx] = brightness(tx * tile, ty * tile, histogram);
            }
        }
    }

    private int brightness(int left, int top, int[] histogram) {
        java.util.Arrays.fill(histogram, 0);
        int seen = 0;
        int right = Math.min(page.width(), left + tile);
        int bottom = Math.min(page.height(), top + tile);
        for (int y = top; y < bottom; y += STEP) {
            for (int x = left; x < right; x += STEP) {
                histogram[page.at(x, y)]++;
                seen++;
            }
        }
        int value = Plane.WHITE;
        int wanted = (int) (seen * BRIGHTEST);
        for (int sum = histogram[value]; sum <= wanted && value > 0; sum += histogram[value]) {
            value--;
        }
        return value;
    }

    /** A tile full of ink has no paper of its own: it takes that of the brighter tiles beside it. */
    private void spread() {
        int[] brighter = new int[paper.length];
        for (int ty = 0; ty < down; ty++) {
            for (int tx = 0; tx < across; tx++) {
                int most = PAPER_AT_LEAST;
                for (int y = Math.max(0, ty - 1); y <= Math.min(down - 1, ty + 1); y++) {
                    for (int x = Math.max(0, tx - 1); x <= Math.min(across - 1, tx + 1); x++) {
                        most = Math.max(most, paper[y * across + x]);
                    }
                }
                brighter[ty * across + tx] = most;
            }
        }
        paper = brighter;
    }

    /** Between the middles of tiles the paper changes evenly, and over a few rows not at all. */
    private void divide() {
        int[] row = new int[page.width()];
        byte[] pixels = page.pixels();
        for (int y = 0; y < page.height(); y++) {
            if (y % SAME_ROWS == 0) {
                paperOf(y + SAME_ROWS / 2, row);
            }
            int at = y * page.width();
            for (int x = 0; x < row.length; x++, at++) {
                int value = (pixels[at] & 0xFF) * row[x] >> 12;
                pixels[at] = (byte) (value > Plane.WHITE ? Plane.WHITE : value);
            }
        }
    }

    /** For each pixel of a row 255 · 4096 / 255 over its paper, in 1/4096. */
    private void paperOf(int y, int[] row) {
        double place = Math.max(0, Math.min(down - 1.0, (y + 0.5) / tile - 0.5));
        int above = (int) place;
        int below = Math.min(down - 1, above + 1);
        double weight = place - above;
        double[] line = new double[across];
        for (int tx = 0; tx < across; tx++) {
            line[tx] = paper[above * across + tx] * (1 - weight) + paper[below * across + tx] * weight;
        }
        double step = 1.0 / tile;
        double at = 0.5 * step - 0.5;
        for (int x = 0; x < row.length; x++, at += step) {
            double inside = Math.max(0, Math.min(across - 1.0, at));
            int left = (int) inside;
            int right = Math.min(across - 1, left + 1);
            double value = line[left] + (line[right] - line[left]) * (inside - left);
            row[x] = (int) (Plane.WHITE * 4096 / value);
        }
    }
}
