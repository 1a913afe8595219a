package vn.sohoa.scan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sohoa.common.Reason;

/**
 * A document as others see it.
 *
 * @param dossierCode canonical, of the cover sheet in force when it was scanned; empty where there was none
 * @param objectKey of its PDF in {@code sohoa-documents}; empty until it is rendered
 * @param pages their ids, in order
 * @param version grows with every change by a person: the fence of an edit
 */
public record DocumentView(
        UUID id,
        UUID scanId,
        int position,
        DocumentType kind,
        String dossierCode,
        String objectKey,
        List<UUID> pages,
        State state,
        Optional<Reason> reason,
        int version,
        UUID unitId,
        Instant createdAt) {
    /** A catalog code, or {@code unknown}. */
    public String type() {
        return kind.code();
    }
}
