package vn.sohoa.scan;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.common.Failure.BadInput;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/**
 * What a person changes about a document as a whole: its type, how its pages lie, where it begins and ends. A machine
 * reads it anew afterwards; what persons said of its fields stays.
 */
@Component
@Transactional
public class Recuts {
    /** Should a page never come back from being read, its document is read with the words it had. */
    private static final Duration AT_LAST = Duration.ofMinutes(30);

    private static final int QUARTER = 90;
    private static final int FULL = 360;

    private final EntityManager entities;
    private final Transitions transitions;
    private final Held held;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Recuts(EntityManager entities, Transitions transitions, Held held, Clock clock, ApplicationEventPublisher events) {
        this.entities = entities;
        this.transitions = transitions;
        this.held = held;
        this.clock = clock;
        this.events = events;
    }

    /** The document is of another type; it is read anew as one. */
    public void type(Edit edit, String type) {
        Held.Document document = held.open(edit);
        entities.createQuery("""
                        update DocumentRow d set d.type = :type, d.typeConfidence = 1, d.typeReason = '', d.typeBy = :by
                        where d.id = :document""")
                .setParameter("type", type)
                .setParameter("by", edit.person().name())
                .setParameter("document", document.id())
                .executeUpdate();
        held.write(document, edit, "DOCUMENT_TYPE_CHANGED");
        anew(document, edit);
    }

    /** The document belongs to this dossier; canonical code, or empty for none. */
    public void dossier(Edit edit, String code) {
        Held.Document document = held.open(edit);
        entities.createQuery("update DocumentRow d set d.dossierCode = :code where d.id = :document")
                .setParameter("code", code)
                .setParameter("document", document.id())
                .executeUpdate();
        held.write(document, edit, "DOCUMENT_DOSSIER_CHOSEN");
    }

    /** Turns a page by quarters clockwise; it is read anew as it lies now, and then its document. */
    public void turn(Edit edit, UUID page, int quarters) {
        Held.Document document = held.open(edit);
        PageRow row = pageOf(document, page);
        int turn = Math.floorMod(row.turn + quarters * QUARTER, FULL);
        State state = row.state;
        int attempt = row.attempt;
        entities.detach(row);
        if (state == State.WAITING || state == State.READING || row.imageKey.isEmpty()) {
            throw new BadInput(Reason.of(ReasonCode.PAGE_NOT_TURNED));
        }
        entities.createQuery("update PageRow p set p.turn = :turn, p.lives = :lives where p.id = :page")
                .setParameter("turn", turn)
                .setParameter("lives", WorkRow.LIVES)
                .setParameter("page", page)
                .executeUpdate();
        Transitions.Change again = Transitions.Change.of(
                Subject.PAGE, page, document.unitId(), edit.person().name(), state, State.WAITING, attempt);
        if (!transitions.move(again)) {
            throw new IllegalStateException("a page of a locked document has moved");
        }
        held.write(document, edit, "PAGE_TURNED");
        held.move(document, edit, State.RECUT, Optional.empty());
        entities.createQuery("""
                        update DocumentRow d set d.objectKey = '', d.sha256 = null, d.bytes = null, d.dueAt = :due
                        where d.id = :document""")
                .setParameter("due", clock.instant().plus(AT_LAST))
                .setParameter("document", document.id())
                .executeUpdate();
        events.publishEvent(Announcement.of(Stage.READ, page));
    }

    /** Cuts the document in two before this page. Returns the two. */
    public List<UUID> split(Edit edit, UUID before) {
        Held.Document document = held.open(edit);
        int at = document.pages().indexOf(before);
        if (at <= 0) {
            throw new BadInput(Reason.of(ReasonCode.CANNOT_SPLIT));
        }
        replace(document, edit);
        UUID first = cut(document, document.pages().subList(0, at), document.type(), document.typeBy());
        UUID second =
                cut(document, document.pages().subList(at, document.pages().size()), DocumentType.UNKNOWN, "");
        keepWords(
                document.id(),
                second,
                document.pages().subList(at, document.pages().size()));
        keepWords(document.id(), first, List.of());
        held.write(document, edit, "DOCUMENT_SPLIT");
        events.publishEvent(Announcement.of(Stage.EXTRACT, List.of(first, second)));
        return List.of(first, second);
    }

    /**
     * Joins the document with the one before or after it in its scan. Returns the new one.
     *
     * @throws BadInput when there is no such document that waits for a person
     */
    public UUID join(Edit edit, boolean withNext) {
        Held.Document document = held.open(edit);
        DocumentRow row =
                neighbour(document, withNext).orElseThrow(() -> new BadInput(Reason.of(ReasonCode.CANNOT_JOIN)));
        Held.Document other = held.open(new Edit(row.id, row.version, edit.person()));
        Held.Document first = withNext ? document : other;
        Held.Document last = withNext ? other : document;
        List<UUID> pages = new ArrayList<>(first.pages());
        pages.addAll(last.pages());
        replace(document, edit);
        replace(other, edit);
        UUID joined = cut(first, pages, first.type(), first.typeBy());
        keepWords(first.id(), joined, List.of());
        keepWords(last.id(), joined, List.of());
        held.write(document, edit, "DOCUMENTS_JOINED");
        events.publishEvent(Announcement.of(Stage.EXTRACT, joined));
        return joined;
    }

    private void anew(Held.Document document, Edit edit) {
        held.move(document, edit, State.RECUT, Optional.empty());
        events.publishEvent(Announcement.of(Stage.EXTRACT, document.id()));
    }

    private PageRow pageOf(Held.Document document, UUID page) {
        if (!document.pages().contains(page)) {
            throw new BadInput(Reason.of(ReasonCode.PAGE_NOT_TURNED));
        }
        return entities.find(PageRow.class, page);
    }

    /** The old document ends; its pages are free for another, and it remembers that it had them. */
    private void replace(Held.Document document, Edit edit) {
        held.move(document, edit, State.REPLACED, Optional.empty());
        entities.createNativeQuery("update document_page set live = false where document_id = :document")
                .setParameter("document", document.id())
                .executeUpdate();
        entities.createQuery("delete from ReviewLeaseRow l where l.documentId = :document")
                .setParameter("document", document.id())
                .executeUpdate();
    }

    private UUID cut(Held.Document from, List<UUID> pages, String type, String typeBy) {
        Instant now = clock.instant();
        int last = entities.createQuery(
                        "select max(d.position) from DocumentRow d where d.scanId = :scan", Integer.class)
                .setParameter("scan", from.scanId())
                .getSingleResult();
        DocumentRow row = new DocumentRow();
        row.id = Ids.next();
        row.unitId = from.unitId();
        row.actor = "system:review";
        row.scanId = from.scanId();
        row.position = last + 1;
        row.type = type;
        row.typeBy = typeBy;
        row.typeConfidence = typeBy.isEmpty() ? 0 : 1;
        row.dossierCode = from.dossierCode();
        row.pages.addAll(pages);
        row.state = State.RECUT;
        row.dueAt = now;
        row.rungAt = now;
        row.createdAt = createdAt(from);
        row.updatedAt = now;
        entities.persist(row);
        entities.flush();
        transitions.begin(Subject.DOCUMENT, row);
        return row.id;
    }

    /** A paper does not lose its place in the queue by being cut anew. */
    private Instant createdAt(Held.Document from) {
        return entities.createQuery("select d.createdAt from DocumentRow d where d.id = :id", Instant.class)
                .setParameter("id", from.id())
                .getSingleResult();
    }

    /** Hands what persons said on to the new document: of fields on these pages, or of all that are left. */
    private void keepWords(UUID from, UUID to, List<UUID> pages) {
        List<FieldRow> rows = entities.createQuery(
                        "select f from FieldRow f where f.documentId = :from order by f.position", FieldRow.class)
                .setParameter("from", from)
                .getResultList();
        List<String> there = entities.createQuery(
                        "select f.code from FieldRow f where f.documentId = :to", String.class)
                .setParameter("to", to)
                .getResultList();
        for (FieldRow row : rows) {
            boolean meant = pages.isEmpty() || pages.contains(row.pageId);
            if (meant && Fields.view(row).isPersons() && !there.contains(row.code)) {
                row.documentId = to;
            }
        }
        entities.flush();
    }

    private Optional<DocumentRow> neighbour(Held.Document document, boolean next) {
        List<DocumentRow> row = entities.createQuery("""
                        select d from DocumentRow d where d.scanId = :scan and d.state <> :replaced""", DocumentRow.class)
                .setParameter("scan", document.scanId())
                .setParameter("replaced", State.REPLACED)
                .getResultList();
        List<UUID> order = entities.createQuery(
                        "select p.id from PageRow p where p.scanId = :scan order by p.position", UUID.class)
                .setParameter("scan", document.scanId())
                .getResultList();
        List<DocumentRow> documents = new ArrayList<>(row);
        documents.sort(java.util.Comparator.comparingInt(d -> order.indexOf(d.pages.get(0))));
        int me = 0;
        while (!documents.get(me).id.equals(document.id())) {
            me++;
        }
        int other = next ? me + 1 : me - 1;
        Optional<DocumentRow> found =
                other < 0 || other >= documents.size() ? Optional.empty() : Optional.of(documents.get(other));
        documents.forEach(entities::detach);
        return found.filter(d -> d.state == State.IN_REVIEW);
    }
}
