package vn.sohoa.scan;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sohoa.audit.Audit;
import vn.sohoa.audit.AuditEntry;
import vn.sohoa.common.Failure.Conflict;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/** What every change by a person begins with: the document is on their desk, as they saw it, and nobody else's. */
@Component
class Held {
    private static final String PURPOSE = "review";

    private final EntityManager entities;
    private final Transitions transitions;
    private final Desk desk;
    private final Audit audit;
    private final Clock clock;

    Held(EntityManager entities, Transitions transitions, Desk desk, Audit audit, Clock clock) {
        this.entities = entities;
        this.transitions = transitions;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    /** A document as it was before the change. */
    record Document(
            UUID id,
            UUID scanId,
            UUID unitId,
            int attempt,
            String type,
            String typeBy,
            String dossierCode,
            List<UUID> pages) {}

    /**
     * Opens the document for one change and raises its version; the row stays locked until the transaction ends.
     *
     * @throws Conflict when it is on another desk, was changed elsewhere, or does not wait for a person any more
     */
    Document open(Edit edit) {
        DocumentRow row = entities.find(DocumentRow.class, edit.document(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw new Conflict(Reason.of(ReasonCode.REVIEW_OVER));
        }
        Document document = new Document(
                row.id,
                row.scanId,
                row.unitId,
                row.attempt,
                row.type,
                row.typeBy,
                row.dossierCode,
                List.copyOf(row.pages));
        State state = row.state;
        int version = row.version;
        entities.detach(row);
        if (state != State.IN_REVIEW) {
            throw new Conflict(Reason.of(ReasonCode.REVIEW_OVER));
        }
        desk.take(edit.document(), edit.person());
        if (version != edit.version()) {
            throw new Conflict(Reason.of(ReasonCode.REVIEW_STALE));
        }
        raise(document.id());
        return document;
    }

    private void raise(UUID document) {
        entities.createQuery(
                        "update DocumentRow d set d.version = d.version + 1, d.updatedAt = :now where d.id = :document")
                .setParameter("now", clock.instant())
                .setParameter("document", document)
                .executeUpdate();
    }

    /** Moves the opened document on, by the person. */
    void move(Document document, Edit edit, State to, Optional<Reason> why) {
        Transitions.Change change = Transitions.Change.of(
                Subject.DOCUMENT,
                document.id(),
                document.unitId(),
                edit.person().name(),
                State.IN_REVIEW,
                to,
                document.attempt());
        if (!transitions.move(why.map(change::because).orElse(change))) {
            throw new IllegalStateException("a locked document has moved");
        }
    }

    void write(Document document, Edit edit, String act) {
        audit.append(new AuditEntry(
                document.unitId(), edit.person().name(), PURPOSE, act, Subject.DOCUMENT.name(), document.id()));
    }
}
