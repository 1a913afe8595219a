package vn.sohoa.scan;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.common.Ids;
import vn.sohoa.page.Box;

/** The fields of documents: what machines found and what persons said. */
@Component
@Transactional
public class Fields {
    private final EntityManager entities;

    Fields(EntityManager entities) {
        this.entities = entities;
    }

    /** The fields of a document in their order. */
    @Transactional(readOnly = true)
    public List<FieldView> of(UUID document) {
        return rows(document).stream().map(Fields::view).toList();
    }

    /** Replaces what machines found before; a person's word stays. */
    void found(UUID document, UUID unit, List<FieldValue> values) {
        Map<String, FieldRow> before = new HashMap<>();
        for (FieldRow row : rows(document)) {
            before.put(row.code, row);
        }
        int position = 0;
        for (FieldValue value : values) {
            FieldRow row = before.remove(value.code());
            if (row == null) {
                row = begun(document, unit, value.code());
                write(row, value, position++);
                entities.persist(row);
            } else {
                write(row, value, position++);
            }
        }
        for (FieldRow gone : before.values()) {
            if (view(gone).isPersons()) {
                gone.position = position++;
            } else {
                entities.remove(gone);
            }
        }
    }

    private List<FieldRow> rows(UUID document) {
        return entities.createQuery(
                        "select f from FieldRow f where f.documentId = :document order by f.position", FieldRow.class)
                .setParameter("document", document)
                .getResultList();
    }

    private static FieldRow begun(UUID document, UUID unit, String code) {
        FieldRow row = new FieldRow();
        row.id = Ids.next();
        row.documentId = document;
        row.unitId = unit;
        row.code = code;
        row.standing = FieldView.Standing.PENDING;
        return row;
    }

    private static void write(FieldRow row, FieldValue value, int position) {
        row.position = position;
        row.found = value.value();
        row.raw = value.raw();
        row.confidence = (float) value.confidence();
        row.source = value.source();
        row.pageId = value.page().orElse(null);
        row.x = value.box().map(Box::x).orElse(null);
        row.y = value.box().map(Box::y).orElse(null);
        row.width = value.box().map(Box::width).orElse(null);
        row.height = value.box().map(Box::height).orElse(null);
        row.needsReview = value.needsReview();
        row.rule = value.rule();
        if (row.said == null
                && (row.standing == FieldView.Standing.PENDING || row.standing == FieldView.Standing.MACHINE)) {
            row.standing = value.needsReview() ? FieldView.Standing.PENDING : FieldView.Standing.MACHINE;
        }
    }

    static FieldView view(FieldRow row) {
        Optional<Box> box = row.x == null || row.y == null || row.width == null || row.height == null
                ? Optional.empty()
                : Optional.of(new Box(row.x, row.y, row.width, row.height));
        FieldValue found = new FieldValue(
                row.code,
                row.found,
                row.raw,
                row.confidence,
                row.source,
                Optional.ofNullable(row.pageId),
                box,
                row.needsReview,
                row.rule);
        return new FieldView(
                row.position,
                found,
                row.standing,
                Optional.ofNullable(row.said),
                row.saidBy,
                Optional.ofNullable(row.saidAt));
    }
}
