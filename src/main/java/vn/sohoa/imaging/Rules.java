package vn.sohoa.imaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ruling lines: of tables, frames and forms, and those under titles. They are taken out of the picture where they run
 * free or touch writing; where a stroke crosses them it stays whole. Where they ran is kept.
 */
final class Rules {
    private static final double LONG_ACROSS_MM = 9;
    private static final double LONG_DOWN_MM = 12;
    private static final double THICK_MM = 1.6;
    private static final double BREAK_MM = 0.2;

    private final Plane page;
    private final int threshold;
    private final boolean down;
    private final int length;
    private final int breadth;
    private final int thick;
    private final List<Rule> found = new ArrayList<>();

    private Rules(Plane page, int threshold, boolean down) {
        this.page = page;
        this.threshold = threshold;
        this.down = down;
        this.length = down ? page.height() : page.width();
        this.breadth = down ? page.width() : page.height();
        this.thick = (int) Math.max(3, Math.round(page.mm(THICK_MM)));
    }

    /**
     * Takes out what runs across and what runs down; straight pages only.
     *
     * @return where the lines ran, in pieces
     */
    static List<Rule> erase(Plane page, int threshold) {
        Rules across = new Rules(page, threshold, false);
        across.erase(page.mm(LONG_ACROSS_MM));
        Rules down = new Rules(page, threshold, true);
        down.erase(page.mm(LONG_DOWN_MM));
        across.found.addAll(down.found);
        return across.found;
    }

    private boolean dark(int along, int side) {
        return (page.pixels()[at(along, side)] & 0xFF) < threshold;
    }

    private int at(int along, int side) {
        return down ? along * page.width() + side : side * page.width() + along;
    }

    private void erase(double longEnough) {
        int gap = (int) Math.max(1, Math.round(page.mm(BREAK_MM)));
        for (int side = 0; side < breadth; side++) {
            int along = 0;
            while (along < length) {
                along = skipped(along, side, (int) Math.ceil(longEnough), gap);
                while (along < length && !dark(along, side)) {
                    along++;
                }
                int start = along;
                int end = along;
                while (along < length && along - end <= gap) {
                    if (dark(along, side)) {
                        end = along + 1;
                    }
                    along++;
                }
                if (end - start >= longEnough) {
                    line(start, end, side);
                }
            }
        }
    }

    /**
     * The first place from here on where a line of this length may begin: behind every break, looked for from where such a line
     * would end, so that few pixels are looked at.
     */
    private int skipped(int from, int side, int least, int gap) {
        int begin = from;
        int light = 0;
        for (int along = begin + least - 1; along >= begin; along--) {
            if (along >= length) {
                return length;
            }
            light = dark(along, side) ? 0 : light + 1;
            if (light > gap) {
                begin = along + gap + 1;
                along = begin + least;
                light = 0;
            }
        }
        return begin;
    }

    /** How many dark pixels lie beside this one, on one side. */
    private int reach(int along, int side, int direction) {
        int reach = 0;
        int at = side + direction;
        while (at >= 0 && at < breadth && reach <= 2 * thick && dark(along, at)) {
            reach++;
            at += direction;
        }
        return reach;
    }

    private void line(int start, int end, int side) {
        int[] before = new int[end - start];
        int[] behind = new int[end - start];
        int[] sizes = new int[end - start];
        int n = 0;
        for (int along = start; along < end; along++) {
            if (dark(along, side)) {
                before[along - start] = reach(along, side, -1);
                behind[along - start] = reach(along, side, 1);
                sizes[n++] = before[along - start] + behind[along - start] + 1;
            }
        }
        Arrays.sort(sizes, 0, n);
        int size = sizes[n / 2];
        if (size > thick) {
            return;
        }
        for (int along = start; along < end; along++) {
            if (dark(along, side)) {
                cross(along, side, before[along - start], behind[along - start], size);
            }
        }
        End last = follow(end, 1, side, size);
        End first = follow(start - 1, -1, side, size);
        found.add(new Rule(down, first.along + 1, last.along, first.side, last.side));
    }

    /** Where a line ends: behind its last pixel, in this row. */
    private record End(int along, int side) {}

    /** A line that is not quite straight goes on in the next row: follows it while it is as thin. */
    private End follow(int from, int step, int row, int size) {
        int along = from;
        int side = row;
        while (along >= 0 && along < length) {
            int next = dark(along, side) ? side : side > 0 && dark(along, side - 1) ? side - 1 : side + 1;
            if (next >= breadth || !dark(along, next)) {
                break;
            }
            int before = reach(along, next, -1);
            int behind = reach(along, next, 1);
            if (before + behind + 1 > size + Math.max(1, size / 2)) {
                break;
            }
            wipe(along, next - before - 1, next + behind + 1);
            side = next;
            along += step;
        }
        return new End(along, side);
    }

    private void cross(int along, int side, int before, int behind, int size) {
        int slack = Math.max(1, size / 2);
        if (before + behind + 1 <= size + slack) {
            wipe(along, side - before - 1, side + behind + 1);
        } else if (before < size) {
            wipe(along, side - before - 1, side - before + size - 1);
        } else if (behind < size) {
            wipe(along, side + behind - size + 1, side + behind + 1);
        }
    }

    /** From one side to another, both inclusive. */
    private void wipe(int along, int from, int to) {
        for (int side = Math.max(0, from); side <= Math.min(breadth - 1, to); side++) {
            page.pixels()[at(along, side)] = (byte) Plane.WHITE;
        }
    }
}
