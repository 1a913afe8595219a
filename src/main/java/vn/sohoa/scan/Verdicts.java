package vn.sohoa.scan;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.common.Failure.BadInput;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/** How a person ends the review of a document: it is right, it is not to be kept, or it has to be scanned again. */
@Component
@Transactional
public class Verdicts {
    private final EntityManager entities;
    private final Held held;
    private final Ends ends;
    private final ApplicationEventPublisher events;

    Verdicts(EntityManager entities, Held held, Ends ends, ApplicationEventPublisher events) {
        this.entities = entities;
        this.held = held;
        this.ends = ends;
        this.events = events;
    }

    /**
     * The document is right: it goes into the shared data set.
     *
     * @param required fields that have to be answered, beside those that the machine doubts
     * @throws BadInput when a field still waits for an answer; says how many do
     */
    public void confirm(Edit edit, Set<String> required) {
        Held.Document document = held.open(edit);
        if (document.type().equals(DocumentType.UNKNOWN)) {
            throw new BadInput(Reason.of(ReasonCode.TYPE_UNKNOWN));
        }
        long open = open(document, required);
        if (open > 0) {
            throw new BadInput(Reason.of(ReasonCode.FIELDS_OPEN, open));
        }
        held.move(document, edit, State.CONFIRMED, Optional.empty());
        leave(document, edit, "DOCUMENT_CONFIRMED");
        events.publishEvent(Announcement.of(Stage.PUBLISH, document.id()));
    }

    /** The document is not to be kept; its scan keeps its bytes. */
    public void discard(Edit edit, Reason why) {
        end(edit, State.DISCARDED, why, "DOCUMENT_DISCARDED");
    }

    /** The paper has to be scanned again. */
    public void sendBack(Edit edit, Reason why) {
        end(edit, State.SENT_BACK, why, "DOCUMENT_SENT_BACK");
    }

    private void end(Edit edit, State state, Reason why, String act) {
        Held.Document document = held.open(edit);
        held.move(document, edit, state, Optional.of(why));
        leave(document, edit, act);
        ends.scanEnded(document.scanId(), edit.person().name());
    }

    private void leave(Held.Document document, Edit edit, String act) {
        held.write(document, edit, act);
        entities.createQuery("delete from ReviewLeaseRow l where l.documentId = :document")
                .setParameter("document", document.id())
                .executeUpdate();
    }

    private long open(Held.Document document, Set<String> required) {
        List<FieldRow> rows = entities.createQuery(
                        "select f from FieldRow f where f.documentId = :document", FieldRow.class)
                .setParameter("document", document.id())
                .getResultList();
        Set<String> missing = new HashSet<>(required);
        long pending = 0;
        for (FieldRow row : rows) {
            missing.remove(row.code);
            if (row.standing == FieldView.Standing.PENDING) {
                pending++;
            }
        }
        return pending + missing.size();
    }
}
