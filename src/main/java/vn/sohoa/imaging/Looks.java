package vn.sohoa.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import vn.sohoa.page.Look;

/**
 * Measures how a page's image looks: sharpness, light and what its border cuts. A sample of the pixels does: rows for
 * edges, tiles for light, so that it costs a hundredth of what reading costs.
 */
public final class Looks {
    private static final double INCH = 25.4;
    /** Tiles of a third of an inch: every one has some paper between its lines. */
    private static final int TILES_AN_INCH = 3;

    private static final int STEP = 3;
    private static final int LEVELS = 256;
    /** A stroke is at least so much darker than its paper; weaker ones are show-through. */
    private static final double STROKE = 0.2;

    private static final int FEWEST = 200;
    private static final int WIDTHS = 400;
    private static final double WIDTH = 0.1;

    private final byte[] pixels;
    private final int width;
    private final int height;
    private final int tile;
    private final int across;
    private final int down;
    private final int[] paper;
    private final int[] widths = new int[WIDTHS];
    private final int[] depths = new int[LEVELS];
    private int edges;

    private Looks(byte[] pixels, int width, int height, int dpi) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
        tile = Math.max(16, dpi / TILES_AN_INCH);
        across = (width + tile - 1) / tile;
        down = (height + tile - 1) / tile;
        paper = brightest(paper());
    }

    /**
     * @param gray 8-bit gray, as from {@link Pixels#gray}
     * @param dpi pixels an inch
     */
    public static Look of(BufferedImage gray, int dpi) {
        byte[] pixels = ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
        Looks looks = new Looks(pixels, gray.getWidth(), gray.getHeight(), dpi);
        looks.edges(Math.max(1, dpi / 40));
        int[] light = looks.inner();
        double bright = light[light.length * 95 / 100];
        return new Look(
                looks.width() * INCH / dpi,
                light[light.length / 2] / 255.0,
                looks.contrast(),
                bright == 0 ? 0 : 1 - light[light.length * 5 / 100] / bright,
                Borders.cut(pixels, looks.width, looks.height, dpi));
    }

    /** The brightest tenth of each tile. */
    private int[] paper() {
        int[] levels = new int[across * down];
        for (int ty = 0; ty < down; ty++) {
            for (int tx = 0; tx < across; tx++) {
                int[] histogram = new int[LEVELS];
                int n = 0;
                for (int y = ty * tile; y < Math.min(height, (ty + 1) * tile); y += STEP) {
                    for (int x = tx * tile; x < Math.min(width, (tx + 1) * tile); x += STEP) {
                        histogram[at(x, y)]++;
                        n++;
                    }
                }
                levels[ty * across + tx] = percentile(histogram, n * 9 / 10);
            }
        }
        return levels;
    }

    /** The brightest of a tile and its neighbours: a tile full of ink has no paper of its own. */
    private int[] brightest(int[] levels) {
        int[] around = new int[levels.length];
        for (int ty = 0; ty < down; ty++) {
            for (int tx = 0; tx < across; tx++) {
                for (int y = Math.max(0, ty - 1); y <= Math.min(down - 1, ty + 1); y++) {
                    for (int x = Math.max(0, tx - 1); x <= Math.min(across - 1, tx + 1); x++) {
                        around[ty * across + tx] = Math.max(around[ty * across + tx], levels[y * across + x]);
                    }
                }
            }
        }
        return around;
    }

    /** Paper of the tiles that do not lie at the border, darkest first. */
    private int[] inner() {
        int edge = across > 4 && down > 4 ? 1 : 0;
        int[] inner = new int[(across - 2 * edge) * (down - 2 * edge)];
        int n = 0;
        for (int ty = edge; ty < down - edge; ty++) {
            for (int tx = edge; tx < across - edge; tx++) {
                inner[n++] = paper[ty * across + tx];
            }
        }
        Arrays.sort(inner);
        return inner;
    }

    /** Goes along every so many rows and takes down how brightness falls and rises at strokes. */
    private void edges(int rows) {
        for (int y = rows; y < height - rows; y += rows) {
            int start = 0;
            int steepest = 0;
            for (int x = 1; x < width; x++) {
                int step = at(x, y) - at(x - 1, y);
                boolean onward = x < width - 1 && step != 0 && (step > 0) == (at(x, y) - at(start, y) >= 0);
                if (onward) {
                    steepest = Math.max(steepest, Math.abs(step));
                    continue;
                }
                edge(Math.abs(at(x - 1, y) - at(start, y)), steepest, level(x, y));
                start = x - 1;
                steepest = Math.abs(step);
            }
        }
    }

    private void edge(int change, int steepest, int level) {
        if (steepest > 0 && change >= STROKE * level) {
            widths[Math.min(WIDTHS - 1, (int) (change / (steepest * WIDTH)))]++;
            depths[Math.min(LEVELS - 1, change * (LEVELS - 1) / Math.max(1, level))]++;
            edges++;
        }
    }

    /** The middle width of an edge, in pixels. */
    private double width() {
        return edges < FEWEST ? 0 : percentile(widths, edges / 2) * WIDTH;
    }

    /** Thin strokes never get as dark as their ink: the darker ones tell. */
    private double contrast() {
        return edges < FEWEST ? 1 : percentile(depths, edges * 3 / 4) / (LEVELS - 1.0);
    }

    private static int percentile(int[] histogram, int rank) {
        int seen = 0;
        int value = 0;
        while (value < histogram.length - 1 && seen + histogram[value] <= rank) {
            seen += histogram[value++];
        }
        return value;
    }

    private int level(int x, int y) {
        return paper[y / tile * across + x / tile];
    }

    private int at(int x, int y) {
        return pixels[y * width + x] & 0xFF;
    }
}
