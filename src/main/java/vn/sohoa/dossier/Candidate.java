package vn.sohoa.dossier;

import java.util.UUID;

/**
 * A dossier that a paper may belong to; a person decides.
 *
 * @param component where the paper would stand; empty where it fits none
 * @param rank from 0, the likeliest first
 */
public record Candidate(UUID document, DossierView dossier, String component, Why why, int rank) {
    /** What speaks for it, the stronger first. */
    public enum Why {
        /** The dossier's holder has a number that stands on the paper. */
        NUMBER,
        /** The dossier's holder has a name that stands on the paper, diacritics aside. */
        NAME
    }
}
