package vn.sohoa.dossier;

import java.time.Instant;
import java.util.UUID;

/**
 * A paper on a dossier.
 *
 * @param component of the dossier's procedure; empty where it fits none
 * @param actor who put it there
 */
public record Attachment(UUID document, UUID dossier, String component, How how, String actor, Instant at) {
    /** How it was known where a paper belongs. */
    public enum How {
        /** It lay in the folder with the dossier's code. */
        FOLDER,
        /** The cover sheet before it. */
        COVER,
        /** A personal number on it, with exactly one open dossier that expects such a paper. */
        NUMBER,
        /** A person said so: no machine changes it. */
        PERSON
    }
}
