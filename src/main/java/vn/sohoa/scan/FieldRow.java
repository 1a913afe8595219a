package vn.sohoa.scan;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity(name = "FieldRow")
@Table(name = "field")
class FieldRow {
    @Id
    UUID id;

    UUID documentId;
    UUID unitId;
    String code;
    int position;
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
