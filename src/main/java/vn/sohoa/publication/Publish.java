package vn.sohoa.publication;

import java.io.ByteArrayInputStream;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.common.Sha256;
import vn.sohoa.common.Step;
import vn.sohoa.dataset.CodePattern;
import vn.sohoa.dataset.NewPaper;
import vn.sohoa.dataset.Papers;
import vn.sohoa.dossier.DossierView;
import vn.sohoa.dossier.Dossiers;
import vn.sohoa.ocr.WordsJson;
import vn.sohoa.scan.Announcement;
import vn.sohoa.scan.Claim;
import vn.sohoa.scan.DocumentFile;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.FieldView;
import vn.sohoa.scan.Fields;
import vn.sohoa.scan.Heartbeat;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.ScanView;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.Walk;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/**
 * Puts a confirmed document and its data into the shared data set: first the bytes of the sidecar, then the row and the
 * document's end in one transaction. Doing it again changes nothing: the code is given once, the row is there once.
 */
public class Publish {
    private static final Logger log = LoggerFactory.getLogger(Publish.class);
    private static final int MOST_WORDS = 64 << 20;

    private final Scans scans;
    private final Fields fields;
    private final Heartbeat heartbeat;
    private final Walk walk;
    private final Papers papers;
    private final Catalog catalog;
    private final Dossiers dossiers;
    private final ObjectStore store;
    private final TransactionOperations transaction;
    private final CodePattern pattern;

    public Publish(
            Scans scans,
            Fields fields,
            Heartbeat heartbeat,
            Walk walk,
            Papers papers,
            Catalog catalog,
            Dossiers dossiers,
            ObjectStore store,
            TransactionOperations transaction,
            CodePattern pattern) {
        this.scans = scans;
        this.fields = fields;
        this.heartbeat = heartbeat;
        this.walk = walk;
        this.papers = papers;
        this.catalog = catalog;
        this.dossiers = dossiers;
        this.store = store;
        this.transaction = transaction;
        this.pattern = pattern;
    }

    public Announcement document(Claim claim) {
        return heartbeat.during(claim, held -> published(claim));
    }

    private Announcement published(Claim claim) {
        Step.PUBLISH_CLAIMED.reached();
        DocumentView document = scans.document(claim.id()).orElseThrow();
        ScanView scan = scans.scan(document.scanId()).orElseThrow();
        DocumentFile file = scans.file(document.id()).orElseThrow();
        Scans.Confirmation confirmed = scans.confirmation(document.id()).orElseThrow();
        List<FieldView> values = fields.of(document.id());
        Optional<DossierView> dossier =
                dossiers.attachedTo(document.id()).flatMap(attachment -> dossiers.view(attachment.dossier()));
        Holder holder = Holder.of(values, catalog.type(document.type()));
        String code =
                papers.code(document.id(), document.unitId(), pattern.stem(parts(document, scan, holder, confirmed)));
        Step.PUBLISH_CODED.reached();
        List<PageView> pages = pages(document);
        Sidecar sidecar = new Sidecar(
                code, document, scan, catalog.type(document.type()), holder, dossier, file, confirmed, pages, values);
        byte[] json = sidecar.json();
        String key = file.key().replaceAll("\\.pdf$", "") + "." + claim.attempt() + ".json";
        Sha256 hash = put(key, json);
        Step.PUBLISH_SIDECAR_STORED.reached();
        NewPaper paper = new NewPaper(
                document.id(),
                document.unitId(),
                code,
                document.type(),
                sidecar.title(),
                holder.name(),
                holder.number(),
                dossier.map(DossierView::canonical).orElse(""),
                dossier.map(DossierView::id),
                holder.issueNumber(),
                holder.issueDate(),
                sidecar.fields(),
                file.key(),
                file.sha256(),
                key,
                hash,
                confirmed.by(),
                confirmed.at(),
                values.stream()
                        .map(FieldView::value)
                        .filter(value -> !value.isEmpty())
                        .toList(),
                text(pages));
        Announcement next = transaction.execute(status -> {
            papers.enter(paper);
            Step.PUBLISH_ENTERED.reached();
            return walk.published(claim);
        });
        Step.PUBLISH_COMMITTED.reached();
        log.info("Document {} is in the shared data set", document.id());
        return next == null ? Announcement.NOTHING : next;
    }

    private static Map<String, String> parts(
            DocumentView document, ScanView scan, Holder holder, Scans.Confirmation confirmed) {
        int year =
                ZonedDateTime.ofInstant(confirmed.at(), ZoneOffset.ofHours(7)).getYear();
        return Map.of(
                "holder",
                holder.number(),
                "paperType",
                document.type(),
                "unit",
                scan.unit(),
                "year",
                String.valueOf(year));
    }

    private Sha256 put(String key, byte[] json) {
        Sha256 hash = Sha256.of(json);
        store.put(Bucket.DOCUMENTS, key, json, "application/json", Map.of());
        byte[] back = store.bytes(Bucket.DOCUMENTS, key, Math.max(json.length, 1));
        if (!Sha256.of(back).equals(hash)) {
            throw new vn.sohoa.common.Failure.Unavailable(
                    vn.sohoa.common.Reason.of(vn.sohoa.common.ReasonCode.STORE_MISMATCH, key));
        }
        return hash;
    }

    private List<PageView> pages(DocumentView document) {
        Map<UUID, PageView> known =
                scans.pages(document.scanId()).stream().collect(Collectors.toMap(PageView::id, Function.identity()));
        return document.pages().stream().map(known::get).toList();
    }

    private String text(List<PageView> pages) {
        return pages.stream()
                .filter(page -> !page.resultKey().isEmpty())
                .map(page -> store.bytes(Bucket.PAGES, page.resultKey() + "/words.json", MOST_WORDS))
                .map(words -> WordsJson.read(new ByteArrayInputStream(words)).text())
                .collect(Collectors.joining("\n"));
    }
}
