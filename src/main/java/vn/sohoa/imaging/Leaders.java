package vn.sohoa.imaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Dotted leaders ("Họ và tên: ……"): many small dots on one level at equal steps. They are found as chains of small
 * spots, also where writing interrupts them; the dots of i, periods and marks under vowels are never so many at equal
 * steps.
 */
final class Leaders {
    /** The largest dot, in millimetres; anything flatter is a dash, or dots that ran together. */
    private static final double DOT_MM = 0.8;

    private static final double ENCLOSED_MM = 1.1;
    private static final double LEVEL_MM = 0.25;
    private static final double BAND_MM = 9;
    private static final double BAND_PIECE_MM = 1.5;
    private static final double BAND_FULL = 0.5;
    private static final double SAME_LEVEL_MM = 0.12;
    private static final double TALLER = 1.5;
    /** A mark under a vowel has so much more ink than a dot of the leader that it stands on. */
    private static final double HEAVIER = 1.4;

    private static final double MORE_MM2 = 0.03;

    private static final double USUAL = 5;
    /** White between two dots at most. */
    private static final double GAP_MM = 1.9;
    /** How far a leader goes on behind writing that hides some of its dots. */
    private static final double HIDDEN_MM = 25;

    private static final int FEWEST = 6;
    private static final int FEWEST_BESIDE = 3;
    /** Leaders this long tell the steps of the page's others. */
    private static final int MANY = 12;

    private static final double SAME = 0.06;
    private static final int FEWEST_PAIRS = 4;
    /** Of the gaps so many are about as wide as the middle one. */
    private static final double EVEN = 0.65;

    private static final double ABOUT = 0.35;
    /** More small spots are noise, not leaders. */
    private static final int MOST = 60_000;

    private static final int MOST_CHAINS = 6_000;

    private final Plane page;
    private final List<Dot> dots;

    private Leaders(Plane page, List<Dot> dots) {
        this.page = page;
        this.dots = dots;
    }

    /** @param ink how dark it is, summed over its pixels and those around */
    record Dot(int spot, int left, int right, int top, int bottom, int ink) {
        double middle() {
            return (left + right) / 2.0;
        }

        double level() {
            return (top + bottom) / 2.0;
        }
    }

    /**
     * Dots from left to right.
     *
     * @param gap white between two dots
     * @param pitch from the middle of one dot to that of the next
     * @param even whether the dots stand at equal steps; where they ran together they do not
     */
    record Chain(List<Dot> dots, double gap, double pitch, boolean even) {
        /** The middle one of all dots' widths. */
        double dotWidth() {
            int[] widths = dots.stream()
                    .mapToInt(dot -> dot.right() - dot.left())
                    .sorted()
                    .toArray();
            return widths[widths.length / 2];
        }

        double dotHeight() {
            int[] heights = dots.stream()
                    .mapToInt(dot -> dot.bottom() - dot.top())
                    .sorted()
                    .toArray();
            return heights[heights.length / 2];
        }

        /** What has more ink is no dot of this leader. */
        double mostInk(Plane page) {
            return Leaders.mostInk(dots, page);
        }

        Dot first() {
            return dots.get(0);
        }

        Dot last() {
            return dots.get(dots.size() - 1);
        }
    }

    /** The leaders of a page. */
    static List<Chain> of(Spots spots, Plane page, int threshold) {
        List<Dot> dots = dots(spots, page, threshold);
        return dots.size() > MOST ? List.of() : new Leaders(page, dots).find();
    }

    private static List<Dot> dots(Spots spots, Plane page, int threshold) {
        double highest = Math.max(3, page.mm(DOT_MM));
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < spots.count(); i++) {
            if (spots.height(i) <= highest && !enclosed(spots, i, page, threshold)) {
                int ink = ink(page, spots.left(i), spots.right(i), spots.top(i), spots.bottom(i));
                dots.add(new Dot(i, spots.left(i), spots.right(i), spots.top(i), spots.bottom(i), ink));
            }
        }
        dots.sort(Comparator.comparingInt(Dot::left));
        return dots;
    }

    /**
     * How much darker than the paper around it: of a box and the pixels beside and below it, in which small dots have much
     * of theirs; above it there are letters.
     *
     * @param right beyond its last column
     * @param bottom beyond its last row
     */
    static int ink(Plane page, int left, int right, int top, int bottom) {
        int from = Math.max(0, left - 1);
        int to = Math.min(page.width(), right + 1);
        int end = Math.min(page.height(), bottom + 1);
        int paper = 0;
        for (int x = from; x < to; x++) {
            paper = Math.max(paper, page.at(x, end - 1));
        }
        int ink = 0;
        for (int y = top; y < end; y++) {
            for (int x = from; x < to; x++) {
                ink += Math.max(0, paper - page.at(x, y));
            }
        }
        return ink;
    }

    /** Dots of one leader are alike; how much they differ depends on the scanner, and on how near to letters they stand. */
    private static double mostInk(List<Dot> dots, Plane page) {
        double[] inks = dots.stream().mapToDouble(Dot::ink).sorted().toArray();
        double middle = inks[inks.length / 2];
        double[] off =
                Arrays.stream(inks).map(ink -> Math.abs(ink - middle)).sorted().toArray();
        double more = page.mm(1) * page.mm(1) * MORE_MM2 * Plane.WHITE;
        return middle + Math.max(more, Math.max((HEAVIER - 1) * middle, USUAL * off[off.length / 2]));
    }

    /** The dot in a zero of some typewriters has ink close by on all four sides. */
    static boolean enclosed(Spots spots, int spot, Plane page, int threshold) {
        int x = (spots.left(spot) + spots.right(spot)) / 2;
        int y = (spots.top(spot) + spots.bottom(spot)) / 2;
        int reach = (int) Math.round(page.mm(ENCLOSED_MM));
        return spots.width(spot) <= reach
                && ink(page, threshold, spots.left(spot) - 1, y, -1, 0, reach)
                && ink(page, threshold, spots.right(spot), y, 1, 0, reach)
                && ink(page, threshold, x, spots.top(spot) - 1, 0, -1, reach)
                && ink(page, threshold, x, spots.bottom(spot), 0, 1, reach);
    }

    private static boolean ink(Plane page, int threshold, int fromX, int fromY, int dx, int dy, int reach) {
        int x = fromX;
        int y = fromY;
        for (int i = 0; i < reach && x >= 0 && y >= 0 && x < page.width() && y < page.height(); i++) {
            if (page.at(x, y) < threshold) {
                return true;
            }
            x += dx;
            y += dy;
        }
        return false;
    }

    private List<Chain> find() {
        List<Chain> leaders = new ArrayList<>();
        List<Chain> parts = new ArrayList<>();
        List<Chain> bands = new ArrayList<>();
        for (Chain chain : chains()) {
            if (!chain.even()) {
                bands.add(chain);
            } else if (chain.dots().size() >= FEWEST) {
                leaders.add(chain);
            } else {
                parts.add(chain);
            }
        }
        if (leaders.size() + parts.size() > MOST_CHAINS) {
            leaders.addAll(bands);
            return leaders;
        }
        double[] pitches = leaders.stream()
                .filter(chain -> chain.dots().size() >= MANY)
                .mapToDouble(Chain::pitch)
                .sorted()
                .toArray();
        List<Chain> alike = parts.stream()
                .filter(part ->
                        Arrays.stream(pitches).anyMatch(pitch -> Math.abs(pitch - part.pitch()) <= SAME * pitch))
                .filter(part -> part.dots().size() >= FEWEST_BESIDE || pairs(part, parts) >= FEWEST_PAIRS)
                .toList();
        leaders.addAll(alike);
        parts.removeAll(alike);
        boolean grown = true;
        while (grown) {
            List<Chain> more = parts.stream()
                    .filter(part -> leaders.stream().anyMatch(leader -> goesOn(leader, part)))
                    .toList();
            leaders.addAll(more);
            parts.removeAll(more);
            grown = !more.isEmpty();
        }
        leaders.addAll(bands);
        return leaders;
    }

    /** How many chains of the same steps lie on the level of this one: between words often only two dots are free. */
    private long pairs(Chain part, List<Chain> parts) {
        double level = Math.max(1, page.mm(SAME_LEVEL_MM));
        return parts.stream()
                .filter(other -> Math.abs(other.first().level() - part.first().level()) <= level)
                .filter(other -> Math.abs(other.pitch() - part.pitch()) <= SAME * part.pitch() + 0.5)
                .count();
    }

    /** Every dot with the next one to its right, where each is the other's nearest. */
    private List<Chain> chains() {
        int n = dots.size();
        int[] next = new int[n];
        int[] previous = new int[n];
        double[] nearest = new double[n];
        Arrays.fill(next, -1);
        Arrays.fill(previous, -1);
        Arrays.fill(nearest, Double.MAX_VALUE);
        for (int i = 0; i < n; i++) {
            next[i] = following(i);
            if (next[i] >= 0 && distance(dots.get(i), dots.get(next[i])) < nearest[next[i]]) {
                nearest[next[i]] = distance(dots.get(i), dots.get(next[i]));
                previous[next[i]] = i;
            }
        }
        List<Chain> chains = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (previous[i] < 0) {
                chain(i, next, previous, chains);
            }
        }
        return chains;
    }

    private void chain(int start, int[] next, int[] previous, List<Chain> chains) {
        List<Dot> chain = new ArrayList<>();
        int at = start;
        chain.add(dots.get(at));
        while (next[at] >= 0 && previous[next[at]] == at) {
            at = next[at];
            chain.add(dots.get(at));
        }
        if (chain.size() >= FEWEST_BESIDE) {
            keepAlike(chain);
        }
        if (isBand(chain)) {
            chains.add(new Chain(chain, 0, 0, false));
            return;
        }
        if (chain.size() < 2) {
            return;
        }
        int[] gaps = new int[chain.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = chain.get(i + 1).left() - chain.get(i).right();
        }
        int[] sorted = gaps.clone();
        Arrays.sort(sorted);
        double middle = sorted[sorted.length / 2];
        double tolerance = Math.max(1.5, middle * ABOUT);
        long even = Arrays.stream(gaps)
                .filter(gap -> Math.abs(gap - middle) <= tolerance)
                .count();
        if (even >= EVEN * gaps.length) {
            chains.add(new Chain(chain, middle, pitch(chain), true));
        }
    }

    /** In a blurred scan dots run together into a long flat band with gaps. */
    private boolean isBand(List<Dot> chain) {
        if (chain.isEmpty()) {
            return false;
        }
        int length = chain.get(chain.size() - 1).right() - chain.get(0).left();
        int ink = chain.stream().mapToInt(dot -> dot.right() - dot.left()).sum();
        int widest =
                chain.stream().mapToInt(dot -> dot.right() - dot.left()).max().orElse(0);
        return length >= page.mm(BAND_MM) && ink >= BAND_FULL * length && widest >= page.mm(BAND_PIECE_MM);
    }

    /** The steps of a chain, of which some may be double, in the mean of those that are not. */
    private static double pitch(List<Dot> chain) {
        double[] steps = new double[chain.size() - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = chain.get(i + 1).middle() - chain.get(i).middle();
        }
        double[] sorted = steps.clone();
        Arrays.sort(sorted);
        double middle = sorted[sorted.length / 2];
        return Arrays.stream(steps)
                .filter(step -> Math.abs(step - middle) <= ABOUT * middle)
                .average()
                .orElse(middle);
    }

    /** Leaves out what is taller than the others or off their level: marks under vowels, periods. */
    private void keepAlike(List<Dot> chain) {
        int[] heights = chain.stream()
                .mapToInt(dot -> dot.bottom() - dot.top())
                .sorted()
                .toArray();
        int height = heights[heights.length / 2];
        double ink = mostInk(chain, page);
        double level = Math.max(1, page.mm(SAME_LEVEL_MM));
        List<Dot> odd = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            double[] near = chain.subList(Math.max(0, i - 4), Math.min(chain.size(), i + 5)).stream()
                    .mapToDouble(Dot::level)
                    .sorted()
                    .toArray();
            Dot dot = chain.get(i);
            if (dot.bottom() - dot.top() > height * TALLER + 1
                    || dot.ink() > ink && dot.right() - dot.left() < 2 * (dot.bottom() - dot.top())
                    || Math.abs(dot.level() - near[near.length / 2]) > level) {
                odd.add(dot);
            }
        }
        chain.removeAll(odd);
    }

    private int following(int i) {
        Dot dot = dots.get(i);
        double reach = page.mm(GAP_MM);
        double level = Math.max(1.5, page.mm(LEVEL_MM));
        int best = -1;
        double least = Double.MAX_VALUE;
        for (int j = i + 1; j < dots.size() && dots.get(j).left() <= dot.right() + reach; j++) {
            Dot other = dots.get(j);
            if (other.left() >= dot.right() && Math.abs(other.level() - dot.level()) <= level) {
                double distance = distance(dot, other);
                if (distance < least) {
                    least = distance;
                    best = j;
                }
            }
        }
        return best;
    }

    private static double distance(Dot a, Dot b) {
        return b.left() - a.right() + 2 * Math.abs(b.level() - a.level());
    }

    /** The part lies on the leader's level, near one of its ends, and its dots stand as close. */
    private boolean goesOn(Chain leader, Chain part) {
        double level = Math.max(1.5, page.mm(LEVEL_MM));
        double tolerance = Math.max(1.5, leader.gap() * ABOUT);
        if (part.dots().size() < FEWEST_BESIDE || Math.abs(leader.gap() - part.gap()) > tolerance) {
            return false;
        }
        double before = leader.first().left() - part.last().right();
        double behind = part.first().left() - leader.last().right();
        if (before >= 0) {
            return before <= page.mm(HIDDEN_MM)
                    && Math.abs(leader.first().level() - part.last().level()) <= level;
        }
        return behind >= 0
                && behind <= page.mm(HIDDEN_MM)
                && Math.abs(leader.last().level() - part.first().level()) <= level;
    }
}
