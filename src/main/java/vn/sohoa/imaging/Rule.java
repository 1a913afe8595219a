package vn.sohoa.imaging;

/**
 * A ruling line that was found, or a piece of one.
 *
 * @param down whether it runs down; else across
 * @param start where it begins, along its run
 * @param end behind its last pixel, along its run
 * @param from its middle at the start, across its run
 * @param to its middle at the end, across its run
 */
record Rule(boolean down, int start, int end, double from, double to) {
    /** Its middle at a place of its run; beyond its ends it stays what it was there. */
    double at(double along) {
        if (along <= start || end <= start) {
            return from;
        }
        return along >= end ? to : from + (to - from) * (along - start) / (end - start);
    }

    int length() {
        return end - start;
    }
}
