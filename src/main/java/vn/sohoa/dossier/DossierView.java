package vn.sohoa.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A dossier as others see it.
 *
 * @param code as it was written first
 * @param canonical what is compared
 * @param procedure its code; empty where nobody has told it
 * @param holderNumber without separators
 * @param version grows with every change
 */
public record DossierView(
        UUID id,
        UUID unitId,
        String code,
        String canonical,
        String procedure,
        String holderName,
        String holderNumber,
        Optional<LocalDate> received,
        State state,
        Source source,
        int version,
        Instant createdAt) {
    /** Whether papers are still expected. */
    public enum State {
        OPEN,
        CLOSED
    }

    /** Who told of it first. */
    public enum Source {
        /** A list of another system. */
        IMPORT,
        /** A person, on a form. */
        HAND,
        /** The folder or the cover sheet of a scan. */
        SCAN
    }
}
