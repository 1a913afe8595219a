package vn.sohoa.scan;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity(name = "HistoryRow")
@Table(name = "history")
@Immutable
class HistoryRow {
    @Id
    UUID id;

    UUID unitId;

    @Enumerated(EnumType.STRING)
    Subject subject;

    UUID subjectId;
    String fromState;
    String toState;
    int attempt;
    String actor;
    String node;

    @Nullable
    String reasonCode;

    @Nullable
    String reasonDetail;

    Instant at;

    @SuppressWarnings("NullAway.Init")
    HistoryRow() {}
}
