package vn.sohoa.scan;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity(name = "ArrivalRow")
@Table(name = "arrival")
class ArrivalRow {
    static final String CLAIMED = "CLAIMED";
    static final String SETTLED = "SETTLED";
    static final String REPORTED = "REPORTED";

    @Id
    UUID id;

    UUID unitId;
    UUID counterId;
    String path;
    long size;
    Instant modifiedAt;
    String fileKey;
    String state;
    int attempt;
    String node;
    Instant leasedUntil;

    @Nullable
    UUID scanId;

    String actor;
    Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    ArrivalRow() {}
}
