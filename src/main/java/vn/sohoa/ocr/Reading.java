package vn.sohoa.ocr;

import vn.sohoa.page.Look;
import vn.sohoa.page.PageText;

/**
 * What a recognizer saw on one page.
 *
 * @param text the words and barcodes; empty for a blank page, and for a page on which nothing could be read: the second is for the
 *     caller to make an error state of, never a success
 * @param blank the page was measured to be empty and was not read
 * @param look how its image looks
 */
public record Reading(PageText text, boolean blank, Look look) {
    public Reading {
        if (blank && !text.isEmpty()) {
            throw new IllegalArgumentException("a blank page has no words");
        }
    }

    /** Of an image that looks good. */
    public Reading(PageText text, boolean blank) {
        this(text, blank, Look.GOOD);
    }

    /** There is ink on the page but not one word was read, nor a barcode. */
    public boolean withoutText() {
        return !blank && text.isEmpty() && text.barcodes().isEmpty();
    }
}
