package vn.sohoa.scan;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.common.Sha256;
import vn.sohoa.imaging.SourceNote;
import vn.sohoa.page.PageKind;

/** The steps of the walk that worked out: each commits its result and the next state in one transaction. */
@Component
@Transactional
public class Walk {
    private final EntityManager entities;
    private final Transitions transitions;
    private final Ends ends;
    private final Fields fields;
    private final Cells cells;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Walk(
            EntityManager entities,
            Transitions transitions,
            Ends ends,
            Fields fields,
            Cells cells,
            Clock clock,
            ApplicationEventPublisher events) {
        this.fields = fields;
        this.cells = cells;
        this.entities = entities;
        this.transitions = transitions;
        this.ends = ends;
        this.clock = clock;
        this.events = events;
    }

    /** A scan that holds nothing but pages has been cut. */
    public Announcement split(Claim claim, List<NewPage> pages) {
        return split(claim, pages, Set.of());
    }

    /** A scan has been cut into these pages, in the order of its source, and holds this besides. */
    public Announcement split(Claim claim, List<NewPage> pages, Set<SourceNote> notes) {
        List<UUID> toRead = pages.stream()
                .filter(NewPage.ToRead.class::isInstance)
                .map(NewPage::id)
                .toList();
        ends.end(claim, toRead.isEmpty() ? State.READ : State.READING, Optional.empty());
        entities.createQuery("""
                        update ScanRow s set s.pages = :pages, s.pagesPending = :pending, s.notes = :notes
                        where s.id = :id""")
                .setParameter(
                        "notes", notes.stream().map(SourceNote::name).sorted().collect(Collectors.joining(" ")))
                .setParameter("pages", pages.size())
                .setParameter("pending", toRead.size())
                .setParameter("id", claim.id())
                .executeUpdate();
        for (int i = 0; i < pages.size(); i++) {
            PageRow row = row(claim, pages.get(i), i);
            entities.persist(row);
            transitions.begin(Subject.PAGE, row);
        }
        done(claim);
        return toRead.isEmpty() ? Announcement.of(Stage.UNDERSTAND, claim.id()) : Announcement.of(Stage.READ, toRead);
    }

    /** A page has been read. */
    public Announcement read(Claim claim, PageResult result) {
        ends.end(claim, State.READ, Optional.empty());
        entities.createQuery("""
                        update PageRow p set p.kind = :kind, p.textSource = :source, p.resultKey = :key,
                            p.confidence = :confidence, p.letters = :letters, p.flaws = :flaws
                        where p.id = :id""")
                .setParameter("kind", result.kind())
                .setParameter("source", result.source().name())
                .setParameter("key", result.key())
                .setParameter("confidence", result.confidence())
                .setParameter("letters", result.letters())
                .setParameter("flaws", Flaws.write(result.flaws()))
                .setParameter("id", claim.id())
                .executeUpdate();
        done(claim);
        return ends.partEnded(claim);
    }

    /** A scan has been cut into these documents; without any it holds nothing but blank sides. */
    public Announcement understood(Claim claim, List<NewDocument> documents) {
        ends.end(claim, State.RENDERING, Optional.empty());
        for (int i = 0; i < documents.size(); i++) {
            DocumentRow row = row(claim, documents.get(i), i);
            entities.persist(row);
            transitions.begin(Subject.DOCUMENT, row);
            fields.found(row.id, row.unitId, documents.get(i).fields());
            cells.found(row.id, row.unitId, documents.get(i).rows());
        }
        entities.createQuery("update ScanRow s set s.documentsPending = :pending where s.id = :id")
                .setParameter("pending", documents.size())
                .setParameter("id", claim.id())
                .executeUpdate();
        done(claim);
        if (documents.isEmpty()) {
            ends.finish(claim.id(), State.RENDERING);
        }
        return Announcement.of(
                Stage.RENDER, documents.stream().map(NewDocument::id).toList());
    }

    /** A document has been read anew: with a file of its own it is back with the person, without one it gets it. */
    public Announcement extracted(
            Claim claim, DocumentType type, List<FieldValue> values, List<List<FieldValue>> rows) {
        DocumentRow row = entities.find(DocumentRow.class, claim.id());
        boolean rendered = !row.objectKey.isEmpty();
        entities.detach(row);
        ends.end(claim, rendered ? State.IN_REVIEW : State.CUT, Optional.empty());
        if (type.by().isEmpty()) {
            entities.createQuery("""
                            update DocumentRow d set d.type = :type, d.typeConfidence = :confidence, d.typeReason = :reason
                            where d.id = :id and d.typeBy = ''""")
                    .setParameter("type", type.code())
                    .setParameter("confidence", (float) type.confidence())
                    .setParameter("reason", type.reason())
                    .setParameter("id", claim.id())
                    .executeUpdate();
        }
        fields.found(claim.id(), claim.unitId(), values);
        cells.foundAnew(claim.id(), claim.unitId(), rows);
        done(claim);
        return ends.partEnded(claim);
    }

    /** A confirmed document is in the shared data set. */
    public Announcement published(Claim claim) {
        ends.end(claim, State.FILED, Optional.empty());
        done(claim);
        return ends.partEnded(claim);
    }

    /** A document's file, a PDF/A that nobody has checked, has been made and stored under this key. */
    public Announcement rendered(Claim claim, String key, Sha256 sha256, long bytes) {
        return rendered(claim, new DocumentFile(key, sha256, bytes));
    }

    /** A document's file has been made and stored. */
    public Announcement rendered(Claim claim, DocumentFile file) {
        ends.end(claim, State.IN_REVIEW, Optional.empty());
        entities.createQuery("""
                        update DocumentRow d set d.objectKey = :key, d.sha256 = :sha256, d.bytes = :bytes,
                            d.pdfCheck = :check, d.renditionKey = '', d.renditionSha256 = null, d.renditionBytes = null
                        where d.id = :id""")
                .setParameter("key", file.key())
                .setParameter("sha256", file.sha256().hex())
                .setParameter("bytes", file.bytes())
                .setParameter("check", file.check().name())
                .setParameter("id", claim.id())
                .executeUpdate();
        file.rendition().ifPresent(rendition -> beside(claim, rendition));
        done(claim);
        return ends.partEnded(claim);
    }

    private void beside(Claim claim, DocumentFile.Rendition rendition) {
        entities.createQuery("""
                        update DocumentRow d set d.renditionKey = :key, d.renditionSha256 = :sha256,
                            d.renditionBytes = :bytes where d.id = :id""")
                .setParameter("key", rendition.key())
                .setParameter("sha256", rendition.sha256().hex())
                .setParameter("bytes", rendition.bytes())
                .setParameter("id", claim.id())
                .executeUpdate();
    }

    /** A document is left without a file of its own: this run makes none. */
    public Announcement notRendered(Claim claim) {
        ends.end(claim, State.IN_REVIEW, Optional.empty());
        done(claim);
        return ends.partEnded(claim);
    }

    private void done(Claim claim) {
        events.publishEvent(StageDone.of(claim, "done", clock.instant()));
    }

    private PageRow row(Claim claim, NewPage page, int position) {
        PageRow row = begun(new PageRow(), claim, page.id());
        row.scanId = claim.id();
        row.position = position;
        row.kind = PageKind.DOCUMENT;
        NewPage.Image image = page.anyImage().orElse(new NewPage.Image("", "", 0, 0, 0));
        row.imageKey = image.key();
        row.encoding = image.encoding();
        row.width = image.width();
        row.height = image.height();
        row.dpi = image.dpi();
        row.state = State.WAITING;
        if (page instanceof NewPage.AlreadyRead read) {
            row.state = State.READ;
            row.kind = read.result().kind();
            row.textSource = read.result().source().name();
            row.resultKey = read.result().key();
            row.confidence = read.result().confidence();
            row.letters = read.result().letters();
            row.flaws = Flaws.write(read.result().flaws());
        } else if (page instanceof NewPage.Uncut uncut) {
            row.state = State.STUCK;
            row.reasonCode = uncut.reason().code().name();
            row.reasonDetail = uncut.reason().detail();
        }
        return row;
    }

    private DocumentRow row(Claim claim, NewDocument document, int position) {
        DocumentRow row = begun(new DocumentRow(), claim, document.id());
        row.scanId = claim.id();
        row.position = position;
        row.dossierCode = document.dossierCode();
        write(row, document.type());
        row.pages.addAll(document.pages());
        row.state = State.CUT;
        return row;
    }

    private static void write(DocumentRow row, DocumentType type) {
        row.type = type.code();
        row.typeConfidence = (float) type.confidence();
        row.typeReason = type.reason();
        row.typeBy = type.by();
    }

    private <R extends WorkRow> R begun(R row, Claim claim, UUID id) {
        Instant now = clock.instant();
        row.id = id;
        row.unitId = claim.unitId();
        row.actor = claim.actor();
        row.dueAt = now;
        row.rungAt = now; // whoever makes it announces it
        row.createdAt = now;
        row.updatedAt = now;
        return row;
    }
}
