package vn.sohoa.scan;

import java.util.List;
import java.util.UUID;

/**
 * A document as understanding cuts it.
 *
 * @param pages in order; never empty
 * @param dossierCode canonical, of the cover sheet in force; empty where there is none
 * @param fields what was found on it
 */
public record NewDocument(UUID id, DocumentType type, String dossierCode, List<UUID> pages, List<FieldValue> fields) {
    /** A document that nobody has told anything of yet. */
    public static NewDocument plain(UUID id, String type, List<UUID> pages) {
        return new NewDocument(id, DocumentType.untold(type), "", pages, List.of());
    }

    public NewDocument {
        fields = List.copyOf(fields);
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("a document has at least one page");
        }
        pages = List.copyOf(pages);
    }
}
