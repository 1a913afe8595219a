package vn.sohoa.audit;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.common.Ids;

/** Where everyone writes down what was done. Lines are only ever added, and never make each other wait. */
@Component
public class Audit {
    private final EntityManager entities;
    private final Clock clock;

    Audit(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Adds a line in the transaction of the act itself: both stand or neither does. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(AuditEntry entry) {
        AuditRow row = new AuditRow();
        row.id = Ids.next();
        row.at = clock.instant();
        row.unitId = entry.unitId();
        row.actor = entry.actor();
        row.purpose = entry.purpose();
        row.action = entry.action();
        row.subjectKind = entry.subjectKind();
        row.subjectId = entry.subjectId();
        entities.persist(row);
    }
}
