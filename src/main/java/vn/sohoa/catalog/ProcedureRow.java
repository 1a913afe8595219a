package vn.sohoa.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Entity(name = "ProcedureRow")
@Table(name = "procedure")
class ProcedureRow {
    @Id
    String code;

    String vi;
    String en;
    String field;

    @Nullable
    LocalDate validFrom;

    @Nullable
    LocalDate validTo;

    String source;

    @SuppressWarnings("NullAway.Init")
    ProcedureRow() {}
}
