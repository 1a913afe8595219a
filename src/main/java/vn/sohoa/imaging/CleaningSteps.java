package vn.sohoa.imaging;

/**
 * What is done to a page before it is read.
 *
 * @param whiten the paper is made white
 * @param deskew the page is laid straight
 * @param seals round seals are taken off the print beneath
 * @param leaders dotted leaders are taken out
 * @param rules ruling lines are taken out
 */
public record CleaningSteps(boolean whiten, boolean deskew, boolean seals, boolean leaders, boolean rules) {
    public static final CleaningSteps NONE = new CleaningSteps(false, false, false, false, false);
    public static final CleaningSteps PAPER = new CleaningSteps(true, true, true, true, true);
}
