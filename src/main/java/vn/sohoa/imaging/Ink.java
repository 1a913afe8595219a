package vn.sohoa.imaging;

import java.awt.image.BufferedImage;

/**
 * How much is written on a page. Counted are dark spots that could be strokes: darker than 70 % of the paper around
 * them (show-through of the other side is paler, low-contrast print is darker), away from the scanner's edges, larger
 * than dust, and not the holes of a punch. Pencil fainter than that does not count.
 *
 * @param share of the page's area inside the margins that is ink, 0 to 1
 * @param blank nothing, or less than a page number
 */
public record Ink(double share, boolean blank) {
    private static final int WORKING_DPI = 150;
    private static final double MARGIN = 0.03;
    private static final int TILE = 32;
    private static final double DARK = 0.7;
    private static final int PAPER_AT_LEAST = 60;
    private static final double INCH = 25.4;
    private static final double DUST_MM2 = 0.25;
    private static final double BLANK_MM2 = 4;
    private static final double HOLE_LEAST_MM = 3.5;
    private static final double HOLE_MOST_MM = 9;
    private static final double HOLE_FILL = 0.65;

    /**
     * @param gray 8-bit gray, as from {@link Pixels#gray}
     * @param dpi pixels an inch
     */
    public static Ink of(BufferedImage gray, int dpi) {
        int factor = Math.max(1, Math.round(dpi / (float) WORKING_DPI));
        Plane page = Plane.of(gray, dpi).shrunk(factor);
        double pixelsPerMm = dpi / (double) factor / INCH;
        int marginX = (int) Math.round(page.width() * MARGIN);
        int marginY = (int) Math.round(page.height() * MARGIN);
        boolean[] dark = dark(page, marginX, marginY);
        double mm2 = 0;
        for (Blobs.Blob blob : Blobs.of(dark, page.width(), page.height(), marginX, marginY)) {
            double area = blob.pixels() / (pixelsPerMm * pixelsPerMm);
            if (area >= DUST_MM2 && !isHole(blob, pixelsPerMm)) {
                mm2 += area;
            }
        }
        double inner = (page.width() - 2.0 * marginX) * (page.height() - 2.0 * marginY) / (pixelsPerMm * pixelsPerMm);
        return new Ink(inner <= 0 ? 0 : Math.min(1, mm2 / inner), mm2 < BLANK_MM2);
    }

    private static boolean isHole(Blobs.Blob blob, double pixelsPerMm) {
        double width = blob.width() / pixelsPerMm;
        double height = blob.height() / pixelsPerMm;
        return width >= HOLE_LEAST_MM
                && width <= HOLE_MOST_MM
                && height >= HOLE_LEAST_MM
                && height <= HOLE_MOST_MM
                && Math.abs(width - height) < 0.25 * width
                && blob.pixels() >= HOLE_FILL * blob.width() * blob.height();
    }

    /** Paper is the brightest tenth of each tile and its neighbours, so that folds and shadows stay paper. */
    private static boolean[] dark(Plane page, int marginX, int marginY) {
        int across = (page.width() + TILE - 1) / TILE;
        int down = (page.height() + TILE - 1) / TILE;
        int[] paper = new int[across * down];
        for (int ty = 0; ty < down; ty++) {
            for (int tx = 0; tx < across; tx++) {
                paper[ty * across + tx] = brightTenth(page, tx * TILE, ty * TILE);
            }
        }
        int[] limit = new int[across * down]; // once a tile: the page has a thousand times as many pixels
        for (int i = 0; i < limit.length; i++) {
            int brightest = Math.max(around(paper, across, down, i % across, i / across), PAPER_AT_LEAST);
            limit[i] = (int) Math.ceil(DARK * brightest);
        }
        boolean[] dark = new boolean[page.width() * page.height()];
        for (int y = marginY; y < page.height() - marginY; y++) {
            int tiles = y / TILE * across;
            for (int x = marginX; x < page.width() - marginX; x++) {
                dark[y * page.width() + x] = page.at(x, y) < limit[tiles + x / TILE];
            }
        }
        return dark;
    }

    /** The brightest of a tile and its eight neighbours: a tile full of ink has no paper of its own. */
    private static int around(int[] paper, int across, int down, int tx, int ty) {
        int brightest = 0;
        for (int y = Math.max(0, ty - 1); y <= Math.min(down - 1, ty + 1); y++) {
            for (int x = Math.max(0, tx - 1); x <= Math.min(across - 1, tx + 1); x++) {
                brightest = Math.max(brightest, paper[y * across + x]);
            }
        }
        return brightest;
    }

    private static int brightTenth(Plane page, int left, int top) {
        int[] histogram = new int[256];
        int n = 0;
        for (int y = top; y < Math.min(page.height(), top + TILE); y++) {
            for (int x = left; x < Math.min(page.width(), left + TILE); x++) {
                histogram[page.at(x, y)]++;
                n++;
            }
        }
        int value = 255;
        for (int seen = histogram[255]; seen <= n / 10 && value > 0; seen += histogram[value]) {
            value--;
        }
        return value;
    }
}
