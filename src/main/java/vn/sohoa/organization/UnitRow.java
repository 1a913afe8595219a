package vn.sohoa.organization;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity(name = "UnitRow")
@Table(name = "unit")
class UnitRow {
    @Id
    UUID id;

    String code;
    String name;
    Instant createdAt;

    @Nullable
    UUID parentId;

    @Nullable
    LocalDate validFrom;

    @Nullable
    LocalDate validTo;

    @SuppressWarnings("NullAway.Init")
    UnitRow() {}
}
