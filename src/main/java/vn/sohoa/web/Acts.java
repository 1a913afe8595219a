package vn.sohoa.web;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.sohoa.audit.Audit;
import vn.sohoa.audit.AuditEntry;

/** What a signed-in person does on a screen, and the line about it in the audit: both stand or neither does. */
@Component
class Acts {
    private final Audit audit;
    private final TransactionTemplate transactions;

    Acts(Audit audit, TransactionTemplate transactions) {
        this.audit = audit;
        this.transactions = transactions;
    }

    <T> T run(Supplier<T> act) {
        return Objects.requireNonNull(transactions.execute(status -> act.get()));
    }

    /** In the transaction of the act. */
    void write(UUID unit, String purpose, String action, String kind, UUID id) {
        audit.append(new AuditEntry(unit, Disclosure.actor(), purpose, action, kind, id));
    }
}
