package vn.sohoa.barcode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import vn.sohoa.page.Box;

/**
 * Where a page is as busy as a matrix code: square areas that change between dark and light everywhere, both across and
 * down. Lines of print are not, because of the white between them.
 */
final class Busy {
    private static final double MM = 25.4;
    /** A change between neighbours that counts: print on a gray scan has twice that. */
    private static final int EDGE = 24;
    /** The smallest code that is looked for, in millimetres; also in cells. */
    private static final int SMALLEST = 8;

    private static final int LARGEST_MM = 60;
    private static final double FULL = 0.8;
    private static final double SQUARE = 1.8;
    private static final int MARGIN_MM = 3;
    private static final int MOST = 6;

    private Busy() {}

    /** The most promising first, with some white around, inside of the page. */
    static List<Box> areas(Luminance page, int dpi) {
        int cell = Math.max(4, (int) Math.round(dpi / MM));
        int columns = page.width() / cell;
        int rows = page.height() / cell;
        if (columns < SMALLEST || rows < SMALLEST) {
            return List.of(new Box(0, 0, page.width(), page.height()));
        }
        boolean[][] core = core(busy(page, cell, columns, rows), columns, rows);
        List<Box> areas = new ArrayList<>();
        boolean[][] seen = new boolean[rows][columns];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                if (core[y][x] && !seen[y][x]) {
                    areas.add(grown(core, seen, x, y));
                }
            }
        }
        return areas.stream()
                .filter(area -> area.width() <= LARGEST_MM && area.height() <= LARGEST_MM)
                .filter(area -> Math.max(area.width(), area.height()) <= SQUARE * Math.min(area.width(), area.height()))
                .sorted(Comparator.comparingInt(area -> -area.width() * area.height()))
                .limit(MOST)
                .map(area -> pixels(area, cell, page))
                .toList();
    }

    /** Cells with edges in both directions. */
    private static boolean[][] busy(Luminance page, int cell, int columns, int rows) {
        boolean[][] busy = new boolean[rows][columns];
        byte[] pixels = page.pixels();
        int width = page.width();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int across = 0;
                int down = 0;
                for (int y = row * cell; y < (row + 1) * cell - 1; y++) {
                    int at = y * width + column * cell;
                    int here = pixels[at] & 0xff;
                    for (int last = at + cell - 1; at < last; at++) {
                        int right = pixels[at + 1] & 0xff;
                        across += Math.abs(right - here) >= EDGE ? 1 : 0;
                        down += Math.abs((pixels[at + width] & 0xff) - here) >= EDGE ? 1 : 0;
                        here = right;
                    }
                }
                int least = Math.max(2, cell / 2);
                busy[row][column] = across >= least && down >= least;
            }
        }
        return busy;
    }

    /** All cells of windows that are busy almost everywhere. */
    private static boolean[][] core(boolean[][] busy, int columns, int rows) {
        int[][] sum = new int[rows + 1][columns + 1];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                sum[y + 1][x + 1] = sum[y][x + 1] + sum[y + 1][x] - sum[y][x] + (busy[y][x] ? 1 : 0);
            }
        }
        boolean[][] core = new boolean[rows][columns];
        for (int y = 0; y + SMALLEST <= rows; y++) {
            for (int x = 0; x + SMALLEST <= columns; x++) {
                int full = sum[y + SMALLEST][x + SMALLEST] - sum[y][x + SMALLEST] - sum[y + SMALLEST][x] + sum[y][x];
                if (full >= FULL * SMALLEST * SMALLEST) {
                    for (int i = 0; i < SMALLEST; i++) {
                        java.util.Arrays.fill(core[y + i], x, x + SMALLEST, true);
                    }
                }
            }
        }
        return core;
    }

    private static Box grown(boolean[][] core, boolean[][] seen, int startX, int startY) {
        Deque<int[]> todo = new ArrayDeque<>();
        todo.add(new int[] {startX, startY});
        seen[startY][startX] = true;
        int left = startX;
        int right = startX;
        int top = startY;
        int bottom = startY;
        while (!todo.isEmpty()) {
            int[] cell = todo.remove();
            left = Math.min(left, cell[0]);
            right = Math.max(right, cell[0]);
            top = Math.min(top, cell[1]);
            bottom = Math.max(bottom, cell[1]);
            int[][] neighbours = {
                {cell[0] - 1, cell[1]}, {cell[0] + 1, cell[1]}, {cell[0], cell[1] - 1}, {cell[0], cell[1] + 1}
            };
            for (int[] next : neighbours) {
                if (next[1] >= 0
                        && next[1] < core.length
                        && next[0] >= 0
                        && next[0] < core[0].length
                        && core[next[1]][next[0]]
                        && !seen[next[1]][next[0]]) {
                    seen[next[1]][next[0]] = true;
                    todo.add(next);
                }
            }
        }
        return new Box(left, top, right - left + 1, bottom - top + 1);
    }

    private static Box pixels(Box cells, int cell, Luminance page) {
        int margin = MARGIN_MM * cell;
        int x = Math.max(0, cells.x() * cell - margin);
        int y = Math.max(0, cells.y() * cell - margin);
        int right = Math.min(page.width(), cells.right() * cell + margin);
        int bottom = Math.min(page.height(), cells.bottom() * cell + margin);
        return new Box(x, y, right - x, bottom - y);
    }
}
