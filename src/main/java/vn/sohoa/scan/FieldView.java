package vn.sohoa.scan;

import java.time.Instant;
import java.util.Optional;

/**
 * A field of a document as others see it: what the machine found, and what a person said of it, which no machine
 * overwrites.
 *
 * @param position from 0, in the order of the machine's finding
 * @param found the machine's value; its value is empty when only a person gave one
 * @param said a person's value; empty as long as no person gave one
 * @param by the person
 */
public record FieldView(
        int position, FieldValue found, Standing standing, Optional<String> said, String by, Optional<Instant> at) {

    /** Where a field stands. */
    public enum Standing {
        /** A person has to look. */
        PENDING,
        /** The machine's value needs nobody. */
        MACHINE,
        /** A person accepted the machine's value. */
        CONFIRMED,
        /** A person gave another value. */
        CORRECTED,
        /** A person says that it cannot be read. */
        ILLEGIBLE,
        /** A person says that the paper does not have it. */
        ABSENT
    }

    public String code() {
        return found.code();
    }

    /** What holds now: a person's word before the machine's; nothing where it is illegible or absent. */
    public String value() {
        return switch (standing) {
            case ILLEGIBLE, ABSENT -> "";
            default -> said.orElse(found.value());
        };
    }

    public boolean isPersons() {
        return standing != Standing.PENDING && standing != Standing.MACHINE;
    }
}
