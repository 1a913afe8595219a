package vn.sohoa.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sohoa.common.Sha256;

/**
 * A confirmed document as it is entered.
 *
 * @param holderName empty when unknown
 * @param holderNumber personal or identity number; empty when unknown
 * @param dossierCode canonical; empty when it is on none
 * @param issueNumber as on the paper; empty when it has none
 * @param issueDate as on the paper; empty when it has none
 * @param fields JSON
 * @param values what persons confirmed, for the search
 * @param text of its pages, for the search
 */
public record NewPaper(
        UUID document,
        UUID unitId,
        String code,
        String type,
        String title,
        String holderName,
        String holderNumber,
        String dossierCode,
        Optional<UUID> dossier,
        String issueNumber,
        String issueDate,
        String fields,
        String pdfKey,
        Sha256 pdfSha256,
        String sidecarKey,
        Sha256 sidecarSha256,
        String confirmedBy,
        Instant confirmedAt,
        List<String> values,
        String text) {}
