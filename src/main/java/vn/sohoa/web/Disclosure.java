package vn.sohoa.web;

import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.audit.Audit;
import vn.sohoa.audit.AuditEntry;
import vn.sohoa.organization.Person;
import vn.sohoa.scan.Subject;

/** Writes down what is shown to somebody. Called before the first byte goes out: what is not written is not shown. */
@Component
class Disclosure {
    private static final String PURPOSE = "status";

    private final Audit audit;

    Disclosure(Audit audit) {
        this.audit = audit;
    }

    enum Act {
        PAGE_VIEWED,
        PAGE_TEXT_VIEWED,
        FIELDS_VIEWED,
        ORIGINAL_DOWNLOADED,
        DOCUMENT_DOWNLOADED,
        REVIEW_OPENED,
        BOOK_DOWNLOADED
    }

    @Transactional
    void of(Act act, UUID unit, Subject subject, UUID id) {
        audit.append(new AuditEntry(unit, actor(), PURPOSE, act.name(), subject.name(), id));
    }

    /** With the purpose that the person gave. */
    @Transactional
    void of(Act act, UUID unit, String kind, UUID id, String purpose) {
        audit.append(new AuditEntry(unit, actor(), purpose, act.name(), kind, id));
    }

    /** Doors let nobody in who is not signed in. */
    static String actor() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof Person person) {
            return person.name();
        }
        throw new IllegalStateException("nobody is signed in");
    }
}
