package vn.sohoa.imaging;

import java.util.Arrays;

/**
 * The connected dark spots of a page, eight neighbours, kept as runs: dark pixels side by side in one row. A spot is
 * known by its number.
 */
final class Spots {
    /** More runs than on any page of print: noise, of which nothing can be told. */
    private static final int MOST_RUNS = 4_000_000;

    private final Plane page;
    private final int threshold;

    /** The first run of each row, and one more. */
    private final int[] rows;

    private int[] starts = new int[1 << 12];
    private int[] ends = new int[1 << 12];
    private int[] owners = new int[1 << 12];
    private int runs;

    private int count;
    private int[] left = {};
    private int[] right = {};
    private int[] top = {};
    private int[] bottom = {};
    private int[] area = {};

    private Spots(Plane page, int threshold) {
        this.page = page;
        this.threshold = threshold;
        this.rows = new int[page.height() + 1];
    }

    /** Of all pixels darker than the threshold; none on a page of noise. */
    static Spots of(Plane page, int threshold) {
        Spots spots = new Spots(page, threshold);
        spots.findRuns();
        spots.join();
        spots.number();
        return spots;
    }

    int count() {
        return count;
    }

    int left(int spot) {
        return left[spot];
    }

    /** The first column to the right of it. */
    int right(int spot) {
        return right[spot];
    }

    int top(int spot) {
        return top[spot];
    }

    /** The first row below it. */
    int bottom(int spot) {
        return bottom[spot];
    }

    int width(int spot) {
        return right[spot] - left[spot];
    }

    int height(int spot) {
        return bottom[spot] - top[spot];
    }

    int area(int spot) {
        return area[spot];
    }

    private void findRuns() {
        byte[] pixels = page.pixels();
        int width = page.width();
        for (int y = 0; y < page.height(); y++) {
            rows[y] = runs;
            if (runs > MOST_RUNS) {
                runs = 0;
                Arrays.fill(rows, 0);
                return;
            }
            int at = y * width;
            int x = 0;
            while (x < width) {
                while (x < width && (pixels[at + x] & 0xFF) >= threshold) {
                    x++;
                }
                int start = x;
                while (x < width && (pixels[at + x] & 0xFF) < threshold) {
                    x++;
                }
                if (x > start) {
                    add(start, x);
                }
            }
        }
        rows[page.height()] = runs;
    }

    private void add(int start, int end) {
        if (runs == starts.length) {
            starts = Arrays.copyOf(starts, runs * 2);
            ends = Arrays.copyOf(ends, runs * 2);
            owners = Arrays.copyOf(owners, runs * 2);
        }
        starts[runs] = start;
        ends[runs] = end;
        owners[runs] = runs;
        runs++;
    }

    /** Runs of neighbouring rows that touch, also at a corner, become one. */
    private void join() {
        for (int y = 1; y < page.height(); y++) {
            int above = rows[y - 1];
            int run = rows[y];
            while (above < rows[y] && run < rows[y + 1]) {
                if (starts[above] <= ends[run] && starts[run] <= ends[above]) {
                    unite(above, run);
                }
                if (ends[above] < ends[run]) {
                    above++;
                } else {
                    run++;
                }
            }
        }
    }

    private int root(int run) {
        int at = run;
        while (owners[at] != at) {
            owners[at] = owners[owners[at]];
            at = owners[at];
        }
        return at;
    }

    private void unite(int a, int b) {
        int first = root(a);
        int second = root(b);
        if (first < second) {
            owners[second] = first;
        } else {
            owners[first] = second;
        }
    }

    /** The root of a spot is its first run, so that spots are numbered from the top of the page down. */
    private void number() {
        for (int run = 0; run < runs; run++) {
            owners[run] = root(run);
        }
        for (int run = 0; run < runs; run++) {
            owners[run] = owners[run] == run ? count++ : owners[owners[run]];
        }
        left = new int[count];
        right = new int[count];
        top = new int[count];
        bottom = new int[count];
        area = new int[count];
        Arrays.fill(left, Integer.MAX_VALUE);
        Arrays.fill(top, Integer.MAX_VALUE);
        for (int y = 0; y < page.height(); y++) {
            for (int run = rows[y]; run < rows[y + 1]; run++) {
                measure(owners[run], run, y);
            }
        }
    }

    private void measure(int spot, int run, int y) {
        left[spot] = Math.min(left[spot], starts[run]);
        right[spot] = Math.max(right[spot], ends[run]);
        top[spot] = Math.min(top[spot], y);
        bottom[spot] = Math.max(bottom[spot], y + 1);
        area[spot] += ends[run] - starts[run];
    }

    /** Paints spots white, with the gray around them, and nothing of the others. */
    void erase(boolean[] chosen, int halo) {
        for (int y = 0; y < page.height(); y++) {
            for (int run = rows[y]; run < rows[y + 1]; run++) {
                if (chosen[owners[run]]) {
                    erase(run, y, halo);
                }
            }
        }
    }

    private void erase(int run, int y, int halo) {
        byte[] pixels = page.pixels();
        int width = page.width();
        Arrays.fill(pixels, y * width + starts[run], y * width + ends[run], (byte) Plane.WHITE);
        int from = Math.max(0, starts[run] - halo);
        int to = Math.min(width, ends[run] + halo);
        for (int near = Math.max(0, y - halo); near <= Math.min(page.height() - 1, y + halo); near++) {
            for (int at = near * width + from; at < near * width + to; at++) {
                if ((pixels[at] & 0xFF) >= threshold) {
                    pixels[at] = (byte) Plane.WHITE;
                }
            }
        }
    }
}
