package vn.sohoa.api;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.audit.Audit;
import vn.sohoa.audit.AuditEntry;
import vn.sohoa.organization.Person;

/** Writes down what is read by REST, before it is handed out: what is not written is not shown. */
@Component
public class Reads {
    private final Audit audit;

    Reads(Audit audit) {
        this.audit = audit;
    }

    /**
     * @param action a stable word in capitals, such as {@code FIELDS_READ}
     * @param unit whose data it is
     */
    @Transactional
    public void of(Person who, Purpose purpose, UUID unit, String action, String kind, UUID id) {
        audit.append(new AuditEntry(unit, who.name(), purpose.text(), action, kind, id));
    }
}
