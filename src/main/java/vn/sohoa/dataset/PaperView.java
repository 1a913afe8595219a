package vn.sohoa.dataset;

import java.time.Instant;
import java.util.UUID;
import vn.sohoa.common.Sha256;

/**
 * A paper of the shared data set as others see it.
 *
 * @param code of digitization (Circular 01/2023/TT-VPCP, art. 10)
 * @param holderName empty when unknown
 * @param holderNumber empty when unknown
 * @param dossierCode canonical; empty when it is on none
 * @param fields JSON
 */
public record PaperView(
        UUID id,
        UUID document,
        UUID unitId,
        String code,
        String type,
        String title,
        String holderName,
        String holderNumber,
        String dossierCode,
        String issueNumber,
        String issueDate,
        String fields,
        String pdfKey,
        Sha256 pdfSha256,
        String sidecarKey,
        String confirmedBy,
        Instant confirmedAt,
        Status status) {
    /** Whether a paper holds. */
    public enum Status {
        ACTIVE,
        REPLACED,
        REVOKED
    }
}
