package vn.sohoa.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reading the audit, newest first; the database shows the lines of the reader's units only. */
@Component
@Transactional(readOnly = true)
public class AuditLog {
    private final EntityManager entities;

    AuditLog(EntityManager entities) {
        this.entities = entities;
    }

    /** A line as it was written. */
    public record Line(UUID id, Instant at, AuditEntry entry) {}

    /**
     * @param from the first moment
     * @param to the first moment after
     */
    public record Filter(
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<String> actor,
            Optional<String> action,
            Optional<UUID> subject) {}

    /** @param before the last id of the part before */
    public List<Line> lines(Filter wanted, Optional<UUID> before, int most) {
        StringBuilder where = new StringBuilder("select a from AuditRow a where 1 = 1");
        Map<String, Object> values = new HashMap<>();
        add(where, values, "a.at >= :from", "from", wanted.from());
        add(where, values, "a.at < :to", "to", wanted.to());
        add(where, values, "a.actor = :actor", "actor", wanted.actor());
        add(where, values, "a.action = :action", "action", wanted.action());
        add(where, values, "a.subjectId = :subject", "subject", wanted.subject());
        add(where, values, "a.id < :before", "before", before);
        TypedQuery<AuditRow> query =
                entities.createQuery(where.append(" order by a.id desc").toString(), AuditRow.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(most).getResultStream().map(AuditLog::line).toList();
    }

    private static void add(
            StringBuilder where, Map<String, Object> values, String condition, String name, Optional<?> value) {
        value.ifPresent(given -> {
            where.append(" and ").append(condition);
            values.put(name, given);
        });
    }

    private static Line line(AuditRow row) {
        return new Line(
                row.id,
                row.at,
                new AuditEntry(row.unitId, row.actor, row.purpose, row.action, row.subjectKind, row.subjectId));
    }
}
