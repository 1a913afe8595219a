package vn.sohoa.scan;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.common.Ids;
import vn.sohoa.page.Box;

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
                        cell -> cell.rowNumber, TreeMap::new, Collectors.mapping(Cells::value, Collectors.toList())))
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
                CellRow cell = cell(rows.get(row).get(position));
                cell.documentId = document;
                cell.unitId = unit;
                cell.rowNumber = row;
                cell.position = position;
                entities.persist(cell);
            }
        }
    }

    private static CellRow cell(FieldValue value) {
        CellRow cell = new CellRow();
        cell.id = Ids.next();
        cell.code = value.code();
        cell.found = value.value();
        cell.raw = value.raw();
        cell.confidence = (float) value.confidence();
        cell.source = value.source();
        cell.pageId = value.page().orElse(null);
        cell.x = value.box().map(Box::x).orElse(null);
        cell.y = value.box().map(Box::y).orElse(null);
        cell.width = value.box().map(Box::width).orElse(null);
        cell.height = value.box().map(Box::height).orElse(null);
        cell.needsReview = value.needsReview();
        cell.rule = value.rule();
        return cell;
    }

    private static FieldValue value(CellRow cell) {
        Optional<Box> box = cell.x == null || cell.y == null || cell.width == null || cell.height == null
                ? Optional.empty()
                : Optional.of(new Box(cell.x, cell.y, cell.width, cell.height));
        return new FieldValue(
                cell.code,
                cell.found,
                cell.raw,
                cell.confidence,
                cell.source,
                Optional.ofNullable(cell.pageId),
                box,
                cell.needsReview,
                cell.rule);
    }
}
