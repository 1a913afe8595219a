package vn.sohoa.page;

/**
 * How a page lies on its scan.
 *
 * @param turn how far it is turned clockwise from upright: 0, 90, 180 or 270
 * @param skew how many degrees its lines rise to the right once that is undone; negative where they fall
 * @param sure whether the turn was measured; false: it could not be told, and is given as 0
 */
public record Pose(int turn, double skew, boolean sure) {
    public static final Pose UPRIGHT = new Pose(0, 0, true);

    private static final int QUARTER = 90;
    private static final int FULL = 360;

    public Pose {
        if (turn < 0 || turn >= FULL || turn % QUARTER != 0) {
            throw new IllegalArgumentException("pages are turned by quarters: " + turn);
        }
    }

    /** The same once the scan has been turned clockwise. */
    public Pose turned(int degrees) {
        return new Pose((turn + degrees) % FULL, skew, sure);
    }
}
