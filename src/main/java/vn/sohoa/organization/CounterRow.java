package vn.sohoa.organization;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity(name = "CounterRow")
@Table(name = "counter")
class CounterRow {
    @Id
    UUID id;

    UUID unitId;
    String code;

    @Nullable
    Integer quietMs;

    String ignorePatterns;
    Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    CounterRow() {}
}
