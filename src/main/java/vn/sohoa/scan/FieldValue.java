package vn.sohoa.scan;

import java.util.Optional;
import java.util.UUID;
import vn.sohoa.page.Box;

/**
 * A value that a machine found on a document.
 *
 * @param code the field's catalog code
 * @param value normalised: NFC, dates {@code dd/MM/yyyy}
 * @param raw as it stands on the paper
 * @param confidence 0 to 1
 * @param page where it was found
 * @param box in pixels of the page as scanned
 * @param needsReview whether a person must look; false is a promise
 * @param rule what doubts the value; empty when nothing does
 */
public record FieldValue(
        String code,
        String value,
        String raw,
        double confidence,
        Source source,
        Optional<UUID> page,
        Optional<Box> box,
        boolean needsReview,
        String rule) {

    /** Where a value comes from. */
    public enum Source {
        QR,
        MRZ,
        BARCODE,
        OCR,
        RULE,
        RECORD,
        PERSON
    }
}
