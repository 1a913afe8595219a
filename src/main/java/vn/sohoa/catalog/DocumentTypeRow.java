package vn.sohoa.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Entity(name = "DocumentTypeRow")
@Table(name = "document_type")
class DocumentTypeRow {
    @Id
    String code;

    String vi;
    String en;
    String layout;
    String titles;
    String signs;

    @Nullable
    LocalDate validFrom;

    @Nullable
    LocalDate validTo;

    String source;
    boolean digitize;
    String sharedIn;
    String sections;
    String others;

    @SuppressWarnings("NullAway.Init")
    DocumentTypeRow() {}
}
