package vn.sohoa.page;

/**
 * A page's text as it reads: boxes in an upright page, whichever way it was scanned.
 *
 * @param text boxes in pixels of the upright page
 * @param turn how far the page, as scanned, is turned clockwise from upright: 0, 90, 180 or 270
 */
public record Upright(PageText text, int turn) {
    private static final int FULL = 360;

    public static Upright of(PageText scanned) {
        int turn = scanned.pose().turn();
        return new Upright(scanned.turned((FULL - turn) % FULL), turn);
    }

    /** A box of the upright page in pixels of the page as scanned. */
    public Box asScanned(Box box) {
        return box.turned(turn, text.width(), text.height());
    }
}
