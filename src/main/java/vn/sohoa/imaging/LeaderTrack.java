package vn.sohoa.imaging;

import java.util.ArrayList;
import java.util.List;

/**
 * Goes on from both ends of a leader at its steps, and takes out the dots that touch writing: at each place where one
 * has to be, what is as narrow as a dot and has nothing below it. A mark under a vowel that stands alone there has more ink.
 */
final class LeaderTrack {
    private static final double HIDDEN_MM = 30;
    private static final double NARROW = 1.4;
    private static final double OFF = 0.2;
    private static final int FEWEST = 4;
    private static final double OFTEN = 0.5;
    private static final double MOSTLY = 0.6;
    /** A mark is at most so many dots high. */
    private static final double TALLEST = 3;

    /** Columns beside a mark that are white. */
    private static final int BESIDE = 2;

    /** Dots that far apart tell how the line falls. */
    private static final int FALL = 8;

    private final Plane page;
    private final int threshold;
    private final Leaders.Chain chain;
    private final double width;
    private final double height;
    private final double slope;
    private final double mostInk;

    LeaderTrack(Plane page, int threshold, Leaders.Chain chain) {
        this.page = page;
        this.threshold = threshold;
        this.chain = chain;
        this.width = chain.dotWidth();
        this.height = chain.dotHeight();
        this.slope = slope(chain.dots());
        this.mostInk = chain.mostInk(page);
    }

    private static double slope(List<Leaders.Dot> dots) {
        if (dots.size() < 2 * FALL) {
            return 0;
        }
        Leaders.Dot first = dots.get(FALL / 2);
        Leaders.Dot last = dots.get(dots.size() - 1 - FALL / 2);
        return (last.level() - first.level()) / (last.middle() - first.middle());
    }

    void erase() {
        List<Leaders.Dot> dots = chain.dots();
        for (int i = 0; i + 1 < dots.size(); i++) {
            double step = dots.get(i + 1).middle() - dots.get(i).middle();
            if (step > 1.5 * chain.pitch()) {
                go(dots.get(i), 1, dots.get(i + 1).middle() - chain.pitch() / 2).forEach(this::wipe);
            }
        }
        certain(chain.first(), go(chain.first(), -1, 0)).forEach(this::wipe);
        certain(chain.last(), go(chain.last(), 1, page.width())).forEach(this::wipe);
    }

    /** What may be a dot, so many steps from where the track began, and the columns it takes. */
    private record Place(int step, int left, int right, double level) {}

    /**
     * Behind the end of a leader the tails of letters may stand where a dot would: dots are there at most steps. And where
     * the leader stands on the line of the writing, feet of letters do: of what is dark there most belongs to dots.
     */
    private List<Place> certain(Leaders.Dot from, List<Place> places) {
        int last = 0;
        int dark = 0;
        int dots = 0;
        double at = from.middle();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            double to = (place.left() + place.right() + 1) / 2.0;
            dark += dark(from, at, to);
            dots += dark(from, place.left(), place.right() + 1.0);
            at = to;
            int steps = place.step() - places.get(Math.max(0, i - FEWEST + 1)).step() + 1;
            if (i + 1 >= FEWEST && FEWEST >= OFTEN * steps && dots >= MOSTLY * dark) {
                last = i + 1;
            }
        }
        return places.subList(0, last);
    }

    /** How many pixels are dark along the lower edge of the dots' line between two columns. */
    private int dark(Leaders.Dot line, double from, double to) {
        int dark = 0;
        for (int x = (int) Math.min(from, to); x < (int) Math.max(from, to); x++) {
            int row = (int) (line.level() + (x - line.middle()) * slope + height / 2 - 0.5);
            dark += page.at(x, Math.min(page.height() - 1, Math.max(0, row))) < threshold ? 1 : 0;
        }
        return dark;
    }

    /** Step by step away from a dot as far as the limit. */
    private List<Place> go(Leaders.Dot from, int direction, double limit) {
        List<Place> places = new ArrayList<>();
        double x = from.middle();
        double y = from.level();
        int steps = 0;
        int missed = 0;
        while (missed * chain.pitch() <= page.mm(HIDDEN_MM)) {
            x += direction * chain.pitch();
            y += direction * chain.pitch() * slope;
            steps++;
            missed++;
            if (direction > 0 ? x >= limit : x <= limit) {
                break;
            }
            Place place = dot(x, y, steps);
            if (place.step() > 0) {
                places.add(place);
                x = (place.left() + place.right() + 1) / 2.0;
                missed = 0;
            }
        }
        return places;
    }

    /** The dot at this place; no step where none is. */
    private Place dot(double x, double y, int step) {
        Place none = new Place(0, 0, 0, 0);
        int row = (int) Math.floor(y);
        int below = (int) Math.ceil(y + height / 2 + 0.5);
        int reach = (int) Math.max(1, Math.round(OFF * chain.pitch()));
        if (row < 1 || below >= page.height() || x - reach < 1 || x + reach >= page.width() - 1) {
            return none;
        }
        int darkest = (int) x;
        for (int at = (int) x - reach; at <= (int) x + reach; at++) {
            darkest = page.at(at, row) < page.at(darkest, row) ? at : darkest;
        }
        if (page.at(darkest, row) >= threshold) {
            return none;
        }
        int left = darkest;
        int right = darkest;
        while (left > 0 && page.at(left - 1, row) < threshold) {
            left--;
        }
        while (right < page.width() - 1 && page.at(right + 1, row) < threshold) {
            right++;
        }
        boolean narrow = right - left + 1 <= width * NARROW + 0.7;
        boolean inPlace = Math.abs((left + right + 1) / 2.0 - x) <= reach + 0.5;
        return narrow && inPlace && white(left, right, below) && !isMark(left, right, row)
                ? new Place(step, left, right, y)
                : none;
    }

    /** What stands free of the writing above it and beside it, and is more than a dot. */
    private boolean isMark(int left, int right, int row) {
        int reach = (int) Math.ceil(TALLEST * height);
        int top = row;
        while (top > row - reach && isDotWide(left, right, top)) {
            top--;
        }
        int bottom = row + 1;
        while (bottom < row + reach && bottom < page.height() && isDotWide(left, right, bottom)) {
            bottom++;
        }
        return white(left, right, top)
                && bottom < page.height()
                && white(left, right, bottom)
                && Leaders.ink(page, left, right + 1, top + 1, bottom) > mostInk;
    }

    /** Something dark is in this row, and it goes on neither to the left nor to the right. */
    private boolean isDotWide(int left, int right, int row) {
        return row > 0
                && !white(left, right, row)
                && white(left - BESIDE, left - BESIDE, row)
                && white(right + BESIDE, right + BESIDE, row);
    }

    private void wipe(Place place) {
        int below = (int) Math.ceil(place.level() + height / 2 + 0.5);
        wipe(place.left() - 1, place.right() + 1, (int) Math.floor(place.level() - height / 2), below);
    }

    private boolean white(int left, int right, int row) {
        for (int x = Math.max(0, left); x <= Math.min(page.width() - 1, right); x++) {
            if (page.at(x, row) < threshold) {
                return false;
            }
        }
        return true;
    }

    private void wipe(int left, int right, int top, int bottom) {
        for (int y = Math.max(0, top); y <= bottom; y++) {
            for (int x = Math.max(0, left); x <= Math.min(page.width() - 1, right); x++) {
                page.pixels()[y * page.width() + x] = (byte) Plane.WHITE;
            }
        }
    }
}
