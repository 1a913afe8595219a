package vn.sohoa.scan;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Papers of which a person said that they are right, type included. */
@Component
@Transactional(readOnly = true)
public class ConfirmedPapers {
    private final EntityManager entities;

    ConfirmedPapers(EntityManager entities) {
        this.entities = entities;
    }

    /** @param first its first page */
    public record Paper(String type, UUID first) {}

    /** The newest of each type, of all units; of types that are known. */
    @SuppressWarnings("unchecked")
    public List<Paper> newest(int mostOfAType) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select type, page_id from (
                            select d.type, p.page_id, row_number() over (partition by d.type order by d.id desc) as place
                            from document d join document_page p on p.document_id = d.id and p.position = 0
                            where d.state in ('CONFIRMED', 'PUBLISHING', 'FILED') and d.type <> :unknown) newest
                        where place <= :most order by type, place""", Object[].class)
                .setParameter("unknown", DocumentType.UNKNOWN)
                .setParameter("most", mostOfAType)
                .getResultList();
        return rows.stream()
                .map(row -> new Paper((String) row[0], (UUID) row[1]))
                .toList();
    }
}
