package vn.sohoa.scan;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity(name = "FieldRow")
@Table(name = "field")
class FieldRow extends FoundRow {
    @Enumerated(EnumType.STRING)
    FieldView.Standing standing;

    @Nullable
    String said;

    String saidBy = "";

    @Nullable
    Instant saidAt;

    @SuppressWarnings("NullAway.Init")
    FieldRow() {}
}
