package vn.sohoa.api;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.sohoa.audit.Audit;
import vn.sohoa.audit.AuditEntry;
import vn.sohoa.organization.Person;

/** What somebody does by REST, and the line about it in the audit: both stand or neither does. */
@Component
class Deeds {
    private static final String PURPOSE = "administration";

    private final Audit audit;
    private final TransactionTemplate transactions;

    Deeds(Audit audit, TransactionTemplate transactions) {
        this.audit = audit;
        this.transactions = transactions;
    }

    <T> T run(Supplier<T> deed) {
        return Objects.requireNonNull(transactions.execute(status -> deed.get()));
    }

    /** In the transaction of the deed. */
    void write(Person who, UUID unit, String action, String kind, UUID id) {
        audit.append(new AuditEntry(unit, who.name(), PURPOSE, action, kind, id));
    }
}
