package vn.sohoa.imaging;

import java.util.Arrays;
import java.util.List;
import vn.sohoa.page.Box;
import vn.sohoa.page.Table;

/** A page made ready to be read, step by step. */
public final class Cleaning {
    /** Enough for measuring how a page lies. */
    private static final int WORKING_DPI = 150;

    private static final int DARK = 170;
    /** The dots of leaders are so small that no pixel of them may be dark. */
    private static final int FAINT = 205;

    private static final double HALO_MM = 0.12;
    private static final double BLOT_MARGIN_MM = 0.3;

    private Cleaning() {}

    /** Makes the paper white, in place. */
    public static void whiten(Plane page) {
        Paper.whiten(page);
    }

    /** A smaller copy to measure. */
    public static Plane small(Plane page) {
        return page.shrunk(Math.max(1, Math.round(page.dpi() / (float) WORKING_DPI)));
    }

    /**
     * How far the lines of a page fall to the right, in degrees, once it has been turned upright.
     *
     * @param white with white paper
     * @param turn how far it is turned clockwise from upright
     */
    public static double skew(Plane white, int turn) {
        Plane upright = turn == 0 ? white : new Straightening(turn, 0, white.width(), white.height()).apply(white);
        return Skew.of(upright).degrees();
    }

    /** Whether the lines of a page run across rather than down. */
    public static boolean runsAcross(Plane white) {
        return Skew.of(white).sharpness() >= Skew.ofColumns(white).sharpness();
    }

    /** Whether a page whose lines run across seems to lie upside down, by how its letters stand; a guess worth asking about. */
    public static boolean seemsUpsideDown(Plane white) {
        return Skew.hangs(white);
    }

    /**
     * Takes seals, leaders and ruling lines out of a straight page with white paper, in place.
     *
     * @return the tables that the ruling lines made, in pixels of the straight page
     */
    public static List<Table> clear(Plane page, CleaningSteps steps) {
        if (steps.seals()) {
            Seals.erase(page);
        }
        if (steps.leaders()) {
            clearSpots(page);
        }
        return steps.rules() ? Grid.of(Rules.erase(page, DARK), page) : List.of();
    }

    private static void clearSpots(Plane page) {
        Spots spots = Spots.of(page, FAINT);
        boolean[] chosen = new boolean[spots.count()];
        List<Leaders.Chain> leaders = Leaders.of(spots, page, FAINT);
        leaders.forEach(chain -> chain.dots().forEach(dot -> chosen[dot.spot()] = true));
        Clutter.choose(spots, page, FAINT, chosen);
        spots.erase(chosen, (int) Math.max(1, Math.round(page.mm(HALO_MM))));
        leaders.stream().filter(Leaders.Chain::even).forEach(chain -> new LeaderTrack(page, FAINT, chain).erase());
    }

    /** Wipes out what has been read by other means, a matrix code above all. */
    public static void blot(Plane page, Box box) {
        int margin = (int) Math.round(page.mm(BLOT_MARGIN_MM));
        int left = Math.max(0, box.x() - margin);
        int right = Math.min(page.width(), box.right() + margin);
        for (int y = Math.max(0, box.y() - margin); y < Math.min(page.height(), box.bottom() + margin); y++) {
            Arrays.fill(page.pixels(), y * page.width() + left, y * page.width() + right, (byte) Plane.WHITE);
        }
    }
}
