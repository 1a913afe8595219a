package vn.sohoa.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sohoa.catalog.DocumentType;
import vn.sohoa.catalog.Field;
import vn.sohoa.dossier.Candidate;
import vn.sohoa.dossier.Checklist;
import vn.sohoa.dossier.DossierView;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.FieldView;
import vn.sohoa.scan.PageView;

/**
 * A document on the desk of a person.
 *
 * @param type as the catalog knows it; empty for an unknown one
 * @param types to choose from
 * @param pages of the document, in order
 * @param lines first those that the machine found or that the paper must have, then what else its type may have
 * @param dossier where it belongs
 * @param next the document that would come after it; its image can be fetched ahead
 */
public record Sheet(
        DocumentView document,
        Optional<DocumentType> type,
        List<DocumentType> types,
        List<PageView> pages,
        List<Line> lines,
        Case dossier,
        Optional<Next> next) {

    /**
     * Where the document belongs.
     *
     * @param at the dossier that it is on
     * @param candidates that it may belong to, the likeliest first
     * @param checklist of that dossier: what is there and what is missing
     */
    public record Case(Optional<DossierView> at, List<Candidate> candidates, Optional<Checklist> checklist) {}

    /**
     * A field of the document.
     *
     * @param field as the catalog knows it; empty for one that the type does not have
     * @param known what was found or said; empty when nothing was
     * @param required whether the document cannot be confirmed without an answer
     */
    public record Line(String code, Optional<Field> field, Optional<FieldView> known, boolean required) {
        /** Whether it belongs to the fields that are always shown. */
        public boolean shown() {
            return required || known.isPresent();
        }
    }

    /** The document that comes after this one. */
    public record Next(UUID document, UUID page) {}
}
