package vn.sohoa.classification;

/**
 * What a page says of its place in a paper, besides a title that is known.
 *
 * @param opens it carries the country's name and motto, which stand on the first page of a paper (Decree 30/2020, appendix
 *     I), or a large line in capitals that begins as titles do
 * @param number printed at its edge; 0 where none is
 * @param of of how many pages, where that is printed too; 0 where not
 * @param runsOn it begins in the middle of a sentence
 * @param breaksOff it ends in the middle of a sentence
 */
public record Standing(boolean opens, int number, int of, boolean runsOn, boolean breaksOff) {
    /** It says nothing. */
    public static final Standing NONE = new Standing(false, 0, 0, false, false);

    /** Printed as the page of this place in its paper, from 1. */
    boolean isPage(int place) {
        return number == place && place > 1 && (of == 0 || of >= place);
    }

    /** Printed as page one of several. */
    boolean isFirst() {
        return number == 1 && of > 1;
    }
}
