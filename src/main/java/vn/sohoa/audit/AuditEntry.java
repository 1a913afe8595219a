package vn.sohoa.audit;

import java.util.UUID;

/**
 * One thing that was done or read.
 *
 * @param actor who: an account, or {@code system:<room>}
 * @param purpose what for: a dossier code or a reason; for the machine's own steps the name of the step
 * @param action a stable word in capitals, such as {@code SCAN_RECEIVED}
 */
public record AuditEntry(
        UUID unitId, String actor, String purpose, String action, String subjectKind, UUID subjectId) {}
