package vn.sohoa.scan;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.common.Ids;

/** The rows of documents that are tables, a register's cases above all, as machines found them. */
@Component
@Transactional
public class Cells {
    private final EntityManager entities;

    Cells(EntityManager entities) {
        this.entities = entities;
    }

    /** The rows of a document from the top of its table, each with its values in the order of the columns. */
    @Transactional(readOnly = true)
    public List<List<FieldValue>> of(UUID document) {
        return entities
                .createQuery(
                        "select c from CellRow c where c.documentId = :document order by c.rowNumber, c.position",
                        CellRow.class)
                .setParameter("document", document)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        cell -> cell.rowNumber, TreeMap::new, Collectors.mapping(CellRow::value, Collectors.toList())))
                .values()
                .stream()
                .toList();
    }

    /** Replaces what was found before. */
    void foundAnew(UUID document, UUID unit, List<List<FieldValue>> rows) {
        entities.createQuery("delete from CellRow c where c.documentId = :document")
                .setParameter("document", document)
                .executeUpdate();
        found(document, unit, rows);
    }

    /** What was found on a document that has no rows yet. */
    void found(UUID document, UUID unit, List<List<FieldValue>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int position = 0; position < rows.get(row).size(); position++) {
                FieldValue value = rows.get(row).get(position);
                CellRow cell = new CellRow();
                cell.id = Ids.next();
                cell.code = value.code();
                cell.write(value);
                cell.documentId = document;
                cell.unitId = unit;
                cell.rowNumber = row;
                cell.position = position;
                entities.persist(cell);
            }
        }
    }
}
