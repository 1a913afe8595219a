package vn.sohoa.imaging;

import java.util.ArrayList;
import java.util.List;

/** Circles of the size of a seal on a page, found by the votes of edges on a small picture. */
final class Circles {
    static final int WORKING_DPI = 40;
    /** Where a wrong resolution would have us count the votes of millions. */
    private static final int MOST_PIXELS = 500_000;

    private static final double INCH = 25.4;
    private static final double SMALLEST_MM = 12;
    private static final double LARGEST_MM = 24;
    private static final int STEEP = 90;
    /** Of a circle so much has to be seen. */
    private static final double SEEN = 0.6;

    /** Of the votes that a whole circle would have, those for one middle to the pixel. */
    private static final double ENOUGH = 0.08;

    private static final Circle NONE = new Circle(0, 0, 0, 0);
    private static final double RING_SEEN = 0.6;
    private static final int MOST = 3;
    /** On the small picture a thin ring of pale ink is no darker. */
    private static final int FAINT = 225;

    private Circles() {}

    /** A circle in pixels of the page. */
    record Circle(double x, double y, double radius, double seen) {
        /** Whether its middle lies in the other one. */
        boolean meets(Circle other) {
            return Math.hypot(other.x - x, other.y - y) < other.radius;
        }
    }

    /** Every steep edge votes for the middles of all circles that it may be a part of. */
    static List<Circle> of(Plane page) {
        double pixels = (double) page.width() * page.height();
        int bounded = (int) Math.ceil(Math.sqrt(pixels / MOST_PIXELS));
        int factor = Math.max(bounded, Math.max(1, Math.round(page.dpi() / (float) WORKING_DPI)));
        Plane small = page.shrunk(factor);
        double perMm = page.dpi() / (double) factor / INCH;
        int least = (int) Math.round(SMALLEST_MM * perMm);
        int most = (int) Math.round(LARGEST_MM * perMm);
        short[][] votes = new short[most - least + 1][small.width() * small.height()];
        for (int y = 1; y < small.height() - 1; y++) {
            for (int x = 1; x < small.width() - 1; x++) {
                int dx = 2 * (small.at(x + 1, y) - small.at(x - 1, y))
                        + small.at(x + 1, y - 1)
                        - small.at(x - 1, y - 1)
                        + small.at(x + 1, y + 1)
                        - small.at(x - 1, y + 1);
                int dy = 2 * (small.at(x, y + 1) - small.at(x, y - 1))
                        + small.at(x - 1, y + 1)
                        - small.at(x - 1, y - 1)
                        + small.at(x + 1, y + 1)
                        - small.at(x + 1, y - 1);
                if (dx * dx + dy * dy >= STEEP * STEEP) {
                    double length = Math.sqrt((double) dx * dx + dy * dy);
                    vote(small, votes, least, x, y, dx / length, dy / length);
                }
            }
        }
        return best(small, votes, least, factor);
    }

    /** The middle lies on the bright side of the inner edge of a ring and on the dark side of the outer one. */
    private static void vote(Plane small, short[][] votes, int least, int x, int y, double dx, double dy) {
        for (int i = 0; i < votes.length; i++) {
            int radius = least + i;
            int cx = (int) Math.round(x - radius * dx);
            int cy = (int) Math.round(y - radius * dy);
            if (cx >= 0 && cy >= 0 && cx < small.width() && cy < small.height()) {
                votes[i][cy * small.width() + cx]++;
            }
        }
    }

    private static List<Circle> best(Plane small, short[][] votes, int least, int factor) {
        List<Circle> voted = voted(small, votes, least, factor);
        List<Circle> found = new ArrayList<>();
        while (found.size() < MOST) {
            Circle best = NONE;
            for (Circle circle : voted) {
                if (circle.seen() > best.seen() && found.stream().noneMatch(circle::meets)) {
                    best = circle;
                }
            }
            if (best.seen() < SEEN) {
                break;
            }
            found.add(refined(small, best, factor));
        }
        return found.stream().filter(circle -> circle.seen() >= RING_SEEN).toList();
    }

    /** Those that enough edges voted for, as circles of the page. */
    private static List<Circle> voted(Plane small, short[][] votes, int least, int factor) {
        List<Circle> voted = new ArrayList<>();
        int width = small.width();
        for (int i = 0; i < votes.length; i++) {
            short[] ofRadius = votes[i];
            double around = 2 * Math.PI * (least + i);
            int enough = (int) (around * ENOUGH);
            for (int y = 1; y < small.height() - 1; y++) {
                for (int at = y * width + 1; at < (y + 1) * width - 1; at++) {
                    if (ofRadius[at] > enough) {
                        double seen = near(votes, i, at, width) / around;
                        if (seen >= SEEN) {
                            int x = at % width;
                            voted.add(new Circle(
                                    (x + 0.5) * factor, (y + 0.5) * factor, (least + i) * (double) factor, seen));
                        }
                    }
                }
            }
        }
        return voted;
    }

    /** The circle near this one that is dark nearly all around; of such the outermost. */
    private static Circle refined(Plane small, Circle rough, int factor) {
        Circle best = rough;
        double most = 0;
        double seen = 0;
        for (double radius = rough.radius() / factor - 3; radius <= rough.radius() / factor + 4; radius += 0.5) {
            for (int dy = -3; dy <= 3; dy++) {
                for (int dx = -3; dx <= 3; dx++) {
                    double x = rough.x() / factor + dx;
                    double y = rough.y() / factor + dy;
                    double dark = dark(small, x, y, radius);
                    if (dark + radius / 200 > most) {
                        most = dark + radius / 200;
                        seen = dark;
                        best = new Circle(x * factor, y * factor, radius * factor, dark);
                    }
                }
            }
        }
        return new Circle(best.x(), best.y(), best.radius(), seen);
    }

    /** Of the circle so much is ink. */
    private static double dark(Plane small, double x, double y, double radius) {
        final int steps = 90;
        int dark = 0;
        for (int i = 0; i < steps; i++) {
            int px = (int) (x + radius * Math.cos(2 * Math.PI * i / steps));
            int py = (int) (y + radius * Math.sin(2 * Math.PI * i / steps));
            boolean inside = px >= 0 && py >= 0 && px < small.width() && py < small.height();
            dark += inside && small.at(px, py) < FAINT ? 1 : 0;
        }
        return dark / (double) steps;
    }

    /** Votes of a middle and its neighbours, for this radius and the next. */
    private static int near(short[][] votes, int i, int at, int width) {
        int sum = 0;
        for (int j = i; j <= Math.min(votes.length - 1, i + 1); j++) {
            for (int row = -width; row <= width; row += width) {
                sum += votes[j][at + row - 1] + votes[j][at + row] + votes[j][at + row + 1];
            }
        }
        return sum;
    }
}
