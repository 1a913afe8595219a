package vn.sohoa.scan;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What scans, pages and documents have in common: a state, a fence, lives and a lease. */
@MappedSuperclass
abstract class WorkRow {
    static final int LIVES = 3;

    @Id
    UUID id;

    UUID unitId;
    String actor;

    @Enumerated(EnumType.STRING)
    State state;

    int attempt;
    int lives = LIVES;
    int interruptions;
    String node = "";
    Instant dueAt;

    @Nullable
    Instant rungAt;

    @Nullable
    Instant leasedUntil;

    @Nullable
    String reasonCode;

    @Nullable
    String reasonDetail;

    Instant createdAt;
    Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    WorkRow() {}
}
