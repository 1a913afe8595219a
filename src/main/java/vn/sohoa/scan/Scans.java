package vn.sohoa.scan;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.common.Sha256;
import vn.sohoa.imaging.SourceNote;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Counters;

/** Reading scans, pages and documents, one at a time. */
@Component
@Transactional(readOnly = true)
public class Scans {
    private final EntityManager entities;
    private final Counters counters;

    Scans(EntityManager entities, Counters counters) {
        this.entities = entities;
        this.counters = counters;
    }

    public Optional<ScanView> scan(UUID id) {
        return Optional.ofNullable(entities.find(ScanRow.class, id)).map(this::view);
    }

    /** The newest scan of these bytes in a counter. */
    public Optional<ScanView> newest(UUID counter, Sha256 sha256) {
        return entities.createQuery(
                        "select s from ScanRow s where s.counterId = :counter and s.sha256 = :sha256 order by s.id desc",
                        ScanRow.class)
                .setParameter("counter", counter)
                .setParameter("sha256", sha256.hex())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(this::view);
    }

    public Optional<PageView> page(UUID id) {
        return Optional.ofNullable(entities.find(PageRow.class, id)).map(Scans::view);
    }

    /** The pages of a scan in the order of its source. */
    public List<PageView> pages(UUID scan) {
        return entities.createQuery("select p from PageRow p where p.scanId = :scan order by p.position", PageRow.class)
                .setParameter("scan", scan)
                .getResultStream()
                .map(Scans::view)
                .toList();
    }

    public Optional<DocumentView> document(UUID id) {
        return Optional.ofNullable(entities.find(DocumentRow.class, id)).map(Scans::view);
    }

    /** The document's PDF, once it is rendered. */
    public Optional<DocumentFile> file(UUID document) {
        return Optional.ofNullable(entities.find(DocumentRow.class, document))
                .filter(row -> !row.objectKey.isEmpty() && row.sha256 != null && row.bytes != null)
                .map(row -> new DocumentFile(
                        row.objectKey,
                        new Sha256(Objects.requireNonNull(row.sha256)),
                        Objects.requireNonNull(row.bytes),
                        row.pdfCheck.isEmpty() ? PdfCheck.NOT_CHECKED : PdfCheck.valueOf(row.pdfCheck),
                        rendition(row)));
    }

    private static Optional<DocumentFile.Rendition> rendition(DocumentRow row) {
        return row.renditionKey.isEmpty()
                ? Optional.empty()
                : Optional.of(new DocumentFile.Rendition(
                        row.renditionKey,
                        new Sha256(Objects.requireNonNull(row.renditionSha256)),
                        Objects.requireNonNull(row.renditionBytes)));
    }

    /** Who said that a document is right, and when. */
    public record Confirmation(String by, Instant at) {}

    /** The last time that a person said so. */
    public Optional<Confirmation> confirmation(UUID document) {
        return entities.createQuery("""
                        select h from HistoryRow h where h.subjectId = :document and h.fromState = :review
                        and h.toState = :confirmed order by h.at desc, h.id desc""", HistoryRow.class)
                .setParameter("document", document)
                .setParameter("review", State.IN_REVIEW.name())
                .setParameter("confirmed", State.CONFIRMED.name())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(line -> new Confirmation(line.actor, line.at));
    }

    /** The documents of a scan in their order. */
    public List<DocumentView> documents(UUID scan) {
        return entities.createQuery(
                        "select d from DocumentRow d where d.scanId = :scan order by d.position", DocumentRow.class)
                .setParameter("scan", scan)
                .getResultStream()
                .map(Scans::view)
                .toList();
    }

    private ScanView view(ScanRow s) {
        Counter counter = counters.of(s.counterId);
        return new ScanView(
                s.id,
                s.unitId,
                counter.unit().text(),
                counter.code().text(),
                s.name,
                s.folder,
                new Sha256(s.sha256),
                s.bytes,
                s.format,
                s.objectKey,
                Optional.ofNullable(s.repeatOf),
                notes(s.notes),
                s.pages,
                s.pagesPending,
                s.state,
                reason(s.reasonCode, s.reasonDetail),
                s.createdAt,
                s.updatedAt);
    }

    private static Set<SourceNote> notes(String codes) {
        return Pattern.compile(" ")
                .splitAsStream(codes)
                .filter(code -> !code.isEmpty())
                .map(SourceNote::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(SourceNote.class)));
    }

    private static PageView view(PageRow p) {
        return new PageView(
                p.id,
                p.scanId,
                p.position,
                p.kind,
                p.encoding,
                p.width,
                p.height,
                p.dpi,
                p.imageKey,
                p.resultKey,
                p.confidence,
                p.turn,
                p.state,
                reason(p.reasonCode, p.reasonDetail),
                Flaws.read(p.flaws));
    }

    private static DocumentView view(DocumentRow d) {
        return new DocumentView(
                d.id,
                d.scanId,
                d.position,
                new DocumentType(d.type, d.typeConfidence, d.typeReason, d.typeBy),
                d.dossierCode,
                d.objectKey,
                List.copyOf(d.pages),
                d.state,
                reason(d.reasonCode, d.reasonDetail),
                d.version,
                d.unitId,
                d.createdAt);
    }

    static Optional<Reason> reason(@Nullable String code, @Nullable String detail) {
        return code == null
                ? Optional.empty()
                : Optional.of(new Reason(ReasonCode.valueOf(code), detail == null ? "" : detail));
    }
}
