package vn.sohoa.scan;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sohoa.page.Box;

/** What the rows of fields and of cells have in common: a value that machines found on a document. */
@MappedSuperclass
abstract class FoundRow {
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

    @SuppressWarnings("NullAway.Init")
    FoundRow() {}

    /** Replaces what was found before; the code stays. */
    final void write(FieldValue value) {
        found = value.value();
        raw = value.raw();
        confidence = (float) value.confidence();
        source = value.source();
        pageId = value.page().orElse(null);
        x = value.box().map(Box::x).orElse(null);
        y = value.box().map(Box::y).orElse(null);
        width = value.box().map(Box::width).orElse(null);
        height = value.box().map(Box::height).orElse(null);
        needsReview = value.needsReview();
        rule = value.rule();
    }

    final FieldValue value() {
        Optional<Box> box = x == null || y == null || width == null || height == null
                ? Optional.empty()
                : Optional.of(new Box(x, y, width, height));
        return new FieldValue(
                code, found, raw, confidence, source, Optional.ofNullable(pageId), box, needsReview, rule);
    }
}
