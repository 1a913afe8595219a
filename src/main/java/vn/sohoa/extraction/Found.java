package vn.sohoa.extraction;

import java.util.Optional;
import vn.sohoa.page.Box;

/**
 * A value that was found on a document.
 *
 * @param value in NFC, dates as {@code dd/MM/yyyy}
 * @param raw as it was read
 * @param confidence 0 to 1
 * @param page its place in the document, from 0
 * @param needsReview whether a person must look; false only where two sources agree, or where measuring has earned it
 * @param rule what doubts the value, in Vietnamese; empty where nothing does
 */
public record Found(
        String code,
        String value,
        String raw,
        double confidence,
        Source source,
        int page,
        Box box,
        boolean needsReview,
        Optional<String> rule) {
    /** The same, for nobody to look at. */
    Found sure() {
        return new Found(code, value, raw, confidence, source, page, box, false, rule);
    }

    /** The same place, with another value and without a doubt; somebody has to look. */
    Found reading(String other) {
        return new Found(code, other, raw, confidence, source, page, box, true, Optional.empty());
    }

    /** The same, with what doubts it: somebody has to look. */
    Found doubted(String why) {
        return new Found(code, value, raw, confidence, source, page, box, true, Optional.of(why));
    }

    /** Where a value comes from. */
    public enum Source {
        QR,
        MRZ,
        OCR
    }
}
