package vn.sohoa.dossier;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.audit.Audit;
import vn.sohoa.audit.AuditEntry;
import vn.sohoa.common.Failure.BadInput;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/** The rows of papers on dossiers. A paper is on one dossier at most; what was before stays on record. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Attachments {
    private static final String DOCUMENT = "DOCUMENT";

    private final EntityManager entities;
    private final KnownPapers papers;
    private final Slots slots;
    private final Audit audit;
    private final Clock clock;

    Attachments(EntityManager entities, KnownPapers papers, Slots slots, Audit audit, Clock clock) {
        this.entities = entities;
        this.papers = papers;
        this.slots = slots;
        this.audit = audit;
        this.clock = clock;
    }

    Optional<AttachmentRow> live(UUID document) {
        return entities.createQuery(
                        "select a from AttachmentRow a where a.documentId = :document and a.live", AttachmentRow.class)
                .setParameter("document", document)
                .getResultStream()
                .findFirst();
    }

    /** The papers on a dossier that nobody took away, in the order in which they came. */
    List<AttachmentRow> on(UUID dossier) {
        List<AttachmentRow> rows = entities.createQuery(
                        "select a from AttachmentRow a where a.dossierId = :dossier and a.live order by a.id",
                        AttachmentRow.class)
                .setParameter("dossier", dossier)
                .getResultList();
        Map<UUID, KnownPapers.Paper> known =
                papers.of(rows.stream().map(row -> row.documentId).toList());
        return rows.stream()
                .filter(row -> known.containsKey(row.documentId)
                        && !known.get(row.documentId).gone())
                .toList();
    }

    /** Whether a person put the paper where it is, or took it from where it was. */
    boolean personSpoke(UUID document) {
        return entities.createQuery("""
                                select count(a) from AttachmentRow a where a.documentId = :document
                                and (a.how = :person or (not a.live and a.endedBy not like 'system:%'))""", Long.class)
                        .setParameter("document", document)
                        .setParameter("person", Attachment.How.PERSON)
                        .getSingleResult()
                > 0;
    }

    /** A machine puts a paper on a dossier, unless a person has spoken. */
    void attach(UUID document, UUID dossier, Attachment.How how, String actor) {
        KnownPapers.Paper paper = hold(document);
        DossierRow row = dossier(dossier, paper.unit());
        Optional<AttachmentRow> before = live(document);
        if (personSpoke(document)
                || before.filter(old -> old.dossierId.equals(dossier)).isPresent()) {
            return;
        }
        put(document, row, component(row, document, paper.type()), how, actor);
    }

    /** A person puts a paper on a dossier. */
    void choose(UUID document, UUID dossier, String component, String actor) {
        DossierRow row = dossier(dossier, hold(document).unit());
        if (!component.isEmpty()
                && slots.of(row.procedureCode).stream()
                        .noneMatch(known -> known.code().equals(component))) {
            throw new BadInput(Reason.of(ReasonCode.COMPONENT_UNKNOWN, component));
        }
        boolean there = live(document)
                .filter(old -> old.dossierId.equals(dossier)
                        && old.component.equals(component)
                        && old.how == Attachment.How.PERSON)
                .isPresent();
        if (!there) {
            put(document, row, component, Attachment.How.PERSON, actor);
        }
    }

    /** A person puts a paper on a dossier and leaves its place there to the procedure. */
    void choose(UUID document, UUID dossier, String actor) {
        KnownPapers.Paper paper = hold(document);
        choose(document, dossier, component(dossier(dossier, paper.unit()), document, paper.type()), actor);
    }

    void detach(UUID document, String actor) {
        UUID unit = hold(document).unit();
        live(document).ifPresent(row -> {
            end(row, actor);
            String code = entities.find(DossierRow.class, row.dossierId).code;
            audit.append(new AuditEntry(unit, actor, code, "DOCUMENT_DETACHED", DOCUMENT, document));
        });
    }

    /** Where a paper would stand on a dossier. */
    String component(DossierRow dossier, UUID document, String type) {
        Set<String> full = on(dossier.id).stream()
                .filter(row -> !row.documentId.equals(document))
                .map(row -> row.component)
                .collect(Collectors.toSet());
        return slots.choose(dossier.procedureCode, type, full);
    }

    /** Whether the procedure of a dossier has a component for such a paper. */
    boolean expects(DossierRow dossier, String type) {
        return slots.expects(dossier.procedureCode, type);
    }

    Checklist checklist(DossierRow dossier) {
        List<Attachment> all = on(dossier.id).stream().map(AttachmentRow::view).toList();
        List<vn.sohoa.catalog.Component> components = slots.of(dossier.procedureCode);
        Set<String> codes =
                components.stream().map(vn.sohoa.catalog.Component::code).collect(Collectors.toSet());
        List<Checklist.Line> lines = components.stream()
                .map(component -> Checklist.Line.of(
                        component,
                        all.stream()
                                .filter(one -> one.component().equals(component.code()))
                                .toList()))
                .toList();
        return new Checklist(
                dossier.view(),
                lines,
                all.stream().filter(one -> !codes.contains(one.component())).toList());
    }

    /** The procedure of a dossier has become known or another: what no person has placed finds its place anew. */
    void placeAnew(DossierRow dossier) {
        List<AttachmentRow> rows = on(dossier.id);
        Map<UUID, KnownPapers.Paper> known =
                papers.of(rows.stream().map(row -> row.documentId).toList());
        List<AttachmentRow> loose = rows.stream()
                .filter(row -> row.how != Attachment.How.PERSON || row.component.isEmpty())
                .toList();
        loose.forEach(row -> row.component = "");
        for (AttachmentRow row : loose) {
            Set<String> full = rows.stream().map(other -> other.component).collect(Collectors.toSet());
            row.component = slots.choose(
                    dossier.procedureCode, known.get(row.documentId).type(), full);
        }
    }

    /** A paper has become one of another type: what no person has placed finds its place anew. */
    void retyped(UUID document) {
        KnownPapers.Paper paper = hold(document);
        live(document)
                .filter(row -> row.how != Attachment.How.PERSON || row.component.isEmpty())
                .ifPresent(
                        row -> row.component = component(dossier(row.dossierId, paper.unit()), document, paper.type()));
    }

    KnownPapers.Paper hold(UUID document) {
        return papers.hold(document).orElseThrow(Attachments::notHere);
    }

    private DossierRow dossier(UUID id, UUID unit) {
        DossierRow row = entities.find(DossierRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null || !row.unitId.equals(unit)) {
            throw notHere();
        }
        return row;
    }

    private void put(UUID document, DossierRow dossier, String component, Attachment.How how, String actor) {
        live(document).ifPresent(before -> end(before, actor));
        AttachmentRow row = new AttachmentRow();
        row.id = Ids.next();
        row.unitId = dossier.unitId;
        row.documentId = document;
        row.dossierId = dossier.id;
        row.component = component;
        row.how = how;
        row.actor = actor;
        row.at = clock.instant();
        entities.persist(row);
        entities.createQuery("delete from CandidateRow c where c.documentId = :document")
                .setParameter("document", document)
                .executeUpdate();
        audit.append(new AuditEntry(dossier.unitId, actor, dossier.code, "DOCUMENT_ATTACHED", DOCUMENT, document));
    }

    private void end(AttachmentRow row, String actor) {
        row.live = false;
        row.endedBy = actor;
        row.endedAt = clock.instant();
        entities.flush(); // before another row of the same paper comes
    }

    private static BadInput notHere() {
        return new BadInput(Reason.of(ReasonCode.DOSSIER_NOT_HERE));
    }
}
