package vn.sohoa.scan;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity(name = "CellRow")
@Table(name = "cell")
class CellRow {
    @Id
    UUID id;

    UUID documentId;
    UUID unitId;
    int rowNumber;
    int position;
    String code;
    String found = "";
    String raw = "";
    float confidence;

    @Enumerated(EnumType.STRING)
    FieldValue.Source source;

    @Nullable
    UUID pageId;

    @Nullable
    Integer x;

    @Nullable
    Integer y;

    @Nullable
    Integer width;

    @Nullable
    Integer height;

    boolean needsReview;
    String rule = "";

    @SuppressWarnings("NullAway.Init")
    CellRow() {}
}
