package vn.sohoa.imaging;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vn.sohoa.imaging.Circles.Circle;

/**
 * Round seals over print. A seal's ink is paler than print once it is gray, so that inside its circle a threshold between
 * the two leaves the print alone; where it is as dark (two-valued scans) only its rings are taken out.
 */
final class Seals {
    private static final double RING = 0.06;
    private static final int DARK = 200;
    /** So many places of a ring are looked at. */
    private static final int AROUND = 360;

    private static final double[] COSINES = IntStream.range(0, AROUND)
            .mapToDouble(i -> Math.cos(2 * Math.PI * i / AROUND))
            .toArray();
    private static final double[] SINES = IntStream.range(0, AROUND)
            .mapToDouble(i -> Math.sin(2 * Math.PI * i / AROUND))
            .toArray();
    /** Ink of a seal that is paler than this can be told from print. */
    private static final int PALE = 65;

    private static final int MARGIN = 8;
    /** What is so much darker than a seal's ink is surely print. */
    private static final double PRINT = 0.75;

    private static final double RING_FULL = 0.5;
    private static final double RING_EDGE = 0.25;
    private static final double RING_MM = 0.8;
    /** Pixels beyond a ring that belong to it no more. */
    private static final int EDGE = 2;

    private final Plane page;

    private Seals(Plane page) {
        this.page = page;
    }

    /** Takes the seals out, in place; where they lie. */
    static List<Circle> erase(Plane page) {
        Seals seals = new Seals(page);
        List<Circle> circles = Circles.of(page);
        circles.forEach(seals::erase);
        return circles;
    }

    private void erase(Circle circle) {
        int ink = ink(circle);
        if (ink >= PALE) {
            brighten(circle, circle.radius() * (1 + RING), ink - MARGIN);
        } else {
            rings(circle, circle.radius() * (1 + RING));
        }
    }

    /** How dark the seal's ink is: what is darkest across its ring, all around in the middle; print crosses less than half. */
    private int ink(Circle circle) {
        int inner = (int) Math.ceil(circle.radius() * (1 - RING));
        int outer = (int) (circle.radius() * (1 + RING));
        int[] darkest = new int[AROUND];
        for (int i = 0; i < AROUND; i++) {
            darkest[i] = Plane.WHITE;
            for (int radius = inner; radius <= outer; radius++) {
                darkest[i] = Math.min(darkest[i], page.at(x(circle, radius, i, AROUND), y(circle, radius, i, AROUND)));
            }
        }
        Arrays.sort(darkest);
        return darkest[AROUND / 2];
    }

    /**
     * Everything paler than the limit becomes white, and the darker the more; but print keeps its edges, which are as pale,
     * or it becomes too thin to be read.
     */
    private void brighten(Circle circle, double outer, int limit) {
        int top = row(circle.y() - outer);
        int left = column(circle.x() - outer);
        int bottom = row(circle.y() + outer);
        int right = column(circle.x() + outer);
        Plane before = page.part(left, top, right, bottom);
        int print = (int) (limit * PRINT);
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (Math.hypot(x - circle.x(), y - circle.y()) <= outer && !touches(before, x - left, y - top, print)) {
                    int value = Math.min(Plane.WHITE, page.at(x, y) * Plane.WHITE / limit);
                    page.pixels()[y * page.width() + x] = (byte) value;
                }
            }
        }
    }

    /** Whether it is print, or next to it. */
    private static boolean touches(Plane part, int x, int y, int print) {
        for (int row = Math.max(0, y - 1); row <= Math.min(part.height() - 1, y + 1); row++) {
            for (int column = Math.max(0, x - 1); column <= Math.min(part.width() - 1, x + 1); column++) {
                if (part.at(column, row) < print) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Wipes the rings of a seal that is as dark as print, but for where print crosses them. */
    private void rings(Circle rough, double outer) {
        Circle circle = centred(rough);
        int reach = (int) Math.ceil(outer);
        double[] dark = new double[reach + EDGE + 1];
        for (int radius = reach / 2; radius <= reach; radius++) {
            dark[radius] = around(circle, radius);
        }
        for (int radius = reach / 2; radius <= reach; radius++) {
            if (dark[radius] >= RING_FULL && dark[radius] >= dark[radius - 1] && dark[radius] > dark[radius + 1]) {
                wipe(circle, edge(dark, radius, -1), edge(dark, radius, 1));
            }
        }
    }

    /** Where a ring ends on one side; the letters of a seal, beside it, are no part of it. */
    private int edge(double[] dark, int radius, int step) {
        int edge = radius;
        while (edge + step < dark.length
                && dark[edge + step] >= RING_EDGE
                && Math.abs(edge - radius) < page.mm(RING_MM)) {
            edge += step;
        }
        return edge;
    }

    /** The circle moved by some pixels to where its ring ends most sharply. */
    private Circle centred(Circle rough) {
        int reach = (int) Math.ceil(page.dpi() / (double) Circles.WORKING_DPI);
        int least = (int) rough.radius() - reach;
        double[] dark = new double[2 * reach + 1 + EDGE];
        Circle best = rough;
        double most = 0;
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                Circle moved = new Circle(rough.x() + dx, rough.y() + dy, rough.radius(), rough.seen());
                for (int i = 0; i < dark.length; i++) {
                    dark[i] = around(moved, least + i);
                    if (i >= EDGE && dark[i - EDGE] - dark[i] > most) {
                        most = dark[i - EDGE] - dark[i];
                        best = moved;
                    }
                }
            }
        }
        return best;
    }

    /** Of the circle with this radius so much is dark. */
    private double around(Circle circle, int radius) {
        int dark = 0;
        for (int i = 0; i < AROUND; i++) {
            int x = column(circle.x() + radius * COSINES[i]);
            int y = row(circle.y() + radius * SINES[i]);
            dark += page.at(x, y) < DARK ? 1 : 0;
        }
        return dark / (double) AROUND;
    }

    /** What goes on beyond both edges of the ring is print. */
    private void wipe(Circle circle, int from, int to) {
        int steps = (int) Math.ceil(2 * Math.PI * to * 2);
        for (int i = 0; i < steps; i++) {
            boolean crossed = page.at(x(circle, from - EDGE, i, steps), y(circle, from - EDGE, i, steps)) < DARK
                    || page.at(x(circle, to + EDGE, i, steps), y(circle, to + EDGE, i, steps)) < DARK;
            for (int radius = from - 1; radius <= to + 1 && !crossed; radius++) {
                page.pixels()[y(circle, radius, i, steps) * page.width() + x(circle, radius, i, steps)] =
                        (byte) Plane.WHITE;
            }
        }
    }

    private int x(Circle circle, int radius, int i, int steps) {
        return column(circle.x() + radius * Math.cos(2 * Math.PI * i / steps));
    }

    private int y(Circle circle, int radius, int i, int steps) {
        return row(circle.y() + radius * Math.sin(2 * Math.PI * i / steps));
    }

    private int row(double y) {
        return (int) Math.max(0, Math.min(page.height() - 1.0, y));
    }

    private int column(double x) {
        return (int) Math.max(0, Math.min(page.width() - 1.0, x));
    }
}
