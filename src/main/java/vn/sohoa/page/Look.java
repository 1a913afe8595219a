package vn.sohoa.page;

/**
 * How the image of a page looks, whatever stands on it.
 *
 * @param edge how wide the edges of strokes are, in millimetres: the distance in which paper becomes ink; 0 where there is
 *     too little print to tell
 * @param paper how bright the paper is, 0 (black) to 1 (white)
 * @param contrast how much darker than its paper the ink is, 0 to 1; 1 where there is too little ink to tell
 * @param shade how much of its light the darkest part of the paper lacks against the brightest, 0 to 1
 * @param cut how many strokes the border of the image cuts through on its worst side
 */
public record Look(double edge, double paper, double contrast, double shade, int cut) {
    /** Nothing is wrong with it. */
    public static final Look GOOD = new Look(0, 1, 1, 0, 0);
}
