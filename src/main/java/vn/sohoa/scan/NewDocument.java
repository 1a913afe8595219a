package vn.sohoa.scan;

import java.util.List;
import java.util.UUID;

/**
 * A document as understanding cuts it.
 *
 * @param pages in order; never empty
 * @param dossierCode canonical, of the cover sheet in force; empty where there is none
 * @param fields what was found on it
 * @param rows of its table, where it has one: the values of each, in the order of the columns
 */
public record NewDocument(
        UUID id,
        DocumentType type,
        String dossierCode,
        List<UUID> pages,
        List<FieldValue> fields,
        List<List<FieldValue>> rows) {
    /** A document without a table. */
    public NewDocument(UUID id, DocumentType type, String dossierCode, List<UUID> pages, List<FieldValue> fields) {
        this(id, type, dossierCode, pages, fields, List.of());
    }

    /** A document that nobody has told anything of yet. */
    public static NewDocument plain(UUID id, String type, List<UUID> pages) {
        return new NewDocument(id, DocumentType.untold(type), "", pages, List.of());
    }

    public NewDocument {
        fields = List.copyOf(fields);
        rows = rows.stream().map(List::copyOf).toList();
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("a document has at least one page");
        }
        pages = List.copyOf(pages);
    }
}
