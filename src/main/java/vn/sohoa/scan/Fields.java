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
        row.write(value);
        if (row.said == null
                && (row.standing == FieldView.Standing.PENDING || row.standing == FieldView.Standing.MACHINE)) {
            row.standing = value.needsReview() ? FieldView.Standing.PENDING : FieldView.Standing.MACHINE;
        }
    }

    static FieldView view(FieldRow row) {
        return new FieldView(
                row.position,
                row.value(),
                row.standing,
                Optional.ofNullable(row.said),
                row.saidBy,
                Optional.ofNullable(row.saidAt));
    }
}
