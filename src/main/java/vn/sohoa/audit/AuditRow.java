package vn.sohoa.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity(name = "AuditRow")
@Table(name = "audit_entry")
@Immutable
class AuditRow {
    @Id
    UUID id;

    Instant at;
    UUID unitId;
    String actor;
    String purpose;
    String action;
    String subjectKind;
    UUID subjectId;

    @SuppressWarnings("NullAway.Init")
    AuditRow() {}
}
