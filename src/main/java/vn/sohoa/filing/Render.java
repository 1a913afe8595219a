package vn.sohoa.filing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.common.Sha256;
import vn.sohoa.common.Step;
import vn.sohoa.common.WorkFolder;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.pdf.ArchiveCheck;
import vn.sohoa.pdf.DocumentInfo;
import vn.sohoa.pdf.PdfPage;
import vn.sohoa.pdf.SearchablePdf;
import vn.sohoa.scan.Announcement;
import vn.sohoa.scan.Claim;
import vn.sohoa.scan.DocumentFile;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.Heartbeat;
import vn.sohoa.scan.HeldWork;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.PdfCheck;
import vn.sohoa.scan.ScanView;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.Walk;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/**
 * Makes a document's file once; its bytes are what a person will sign, and never change again. It is the document's own
 * PDF where it came as one that is more than a picture, with a PDF/A beside it if that is valid; else it is the PDF/A.
 */
public class Render {
    private static final Logger log = LoggerFactory.getLogger(Render.class);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy/MM").withZone(ZoneOffset.UTC);

    private final Scans scans;
    private final Heartbeat heartbeat;
    private final Walk walk;
    private final ObjectStore store;
    private final ArchiveCheck check;
    private final Budgets budgets;
    private final Path work;
    private final boolean wanted;

    /**
     * @param check says whether what was made is PDF/A
     * @param budgets how large an original may be
     * @param wanted whether this installation makes PDFs at all
     */
    public Render(
            Scans scans,
            Heartbeat heartbeat,
            Walk walk,
            ObjectStore store,
            ArchiveCheck check,
            Budgets budgets,
            Path work,
            boolean wanted) {
        this.scans = scans;
        this.heartbeat = heartbeat;
        this.walk = walk;
        this.store = store;
        this.check = check;
        this.budgets = budgets;
        this.work = work;
        this.wanted = wanted;
    }

    public Announcement document(Claim claim) {
        if (!wanted) {
            return walk.notRendered(claim);
        }
        return heartbeat.during(claim, held -> document(claim, held));
    }

    private Announcement document(Claim claim, HeldWork held) {
        DocumentView document = scans.document(claim.id()).orElseThrow();
        ScanView scan = scans.scan(document.scanId()).orElseThrow();
        List<PageView> ofScan = scans.pages(scan.id());
        try (WorkFolder folder = WorkFolder.in(work)) {
            List<PdfPage> pages = pages(held, document, ofScan, folder);
            Optional<Path> own = new OwnFile(store, scan, ofScan, folder, budgets).of(document, pages);
            held.goesOn();
            Made made = make(held, pages, document, scan, own.isPresent(), folder);
            Step.RENDER_WRITTEN.reached();
            DocumentFile file =
                    own.isPresent() ? besideOwn(own.get(), made, scan, claim) : alone(made, name(scan, claim) + ".pdf");
            Step.RENDER_STORED.reached();
            Announcement next = walk.rendered(claim, file);
            Step.RENDER_COMMITTED.reached();
            log.info(
                    "Document {} has its file ({} bytes, PDF/A {}); next a person looks at it",
                    document.id(),
                    file.bytes(),
                    file.check());
            return next;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<PdfPage> pages(HeldWork held, DocumentView document, List<PageView> ofScan, WorkFolder folder) {
        Map<UUID, PageView> known = ofScan.stream().collect(Collectors.toMap(PageView::id, Function.identity()));
        DocumentPages fetched = new DocumentPages(store, folder);
        List<PdfPage> pages = new ArrayList<>();
        for (UUID id : document.pages()) {
            held.goesOn();
            pages.add(fetched.page(known.get(id)));
        }
        return pages;
    }

    /** A PDF/A and what is known of it. */
    private record Made(Path file, PdfCheck check) {}

    /** Where the pictures as they were scanned do not make a valid PDF/A, their pixels do. */
    private Made make(
            HeldWork held,
            List<PdfPage> pages,
            DocumentView document,
            ScanView scan,
            boolean besideOwn,
            WorkFolder folder)
            throws IOException {
        DocumentInfo info = new DocumentInfo("sohoa " + document.id(), scan.createdAt());
        Path pdf = folder.file("document.pdf");
        SearchablePdf.write(pages, info, pdf);
        held.goesOn();
        if (!besideOwn && !check.isWanted(document.id().getLeastSignificantBits())) {
            return new Made(pdf, PdfCheck.NOT_CHECKED);
        }
        ArchiveCheck.Verdict verdict = check.of(pdf);
        if (verdict.outcome() == ArchiveCheck.Outcome.FAILED
                && pages.stream().anyMatch(page -> page.scan().isPresent())) {
            log.warn("Document {} is made of pixels: as scanned it breaks {}", document.id(), verdict.detail());
            pdf = folder.file("pixels.pdf");
            SearchablePdf.write(pages.stream().map(PdfPage::withoutScan).toList(), info, pdf);
            held.goesOn();
            verdict = check.of(pdf);
        }
        if (verdict.outcome() == ArchiveCheck.Outcome.FAILED) {
            log.error("Document {} is no PDF/A-2u: {}", document.id(), verdict.detail());
        }
        return new Made(pdf, PdfCheck.valueOf(verdict.outcome().name()));
    }

    private DocumentFile alone(Made made, String key) throws IOException {
        Stored stored = put(made.file(), key);
        return new DocumentFile(key, stored.sha256(), stored.bytes(), made.check(), Optional.empty());
    }

    private DocumentFile besideOwn(Path own, Made made, ScanView scan, Claim claim) throws IOException {
        String key = name(scan, claim) + ".pdf";
        String beside = name(scan, claim) + ".pdfa.pdf";
        Optional<DocumentFile.Rendition> rendition = Optional.empty();
        if (made.check() == PdfCheck.OK) {
            Stored stored = put(made.file(), beside);
            rendition = Optional.of(new DocumentFile.Rendition(beside, stored.sha256(), stored.bytes()));
        }
        Stored stored = put(own, key);
        return new DocumentFile(key, stored.sha256(), stored.bytes(), made.check(), rendition);
    }

    private record Stored(Sha256 sha256, long bytes) {}

    private Stored put(Path file, String key) throws IOException {
        Sha256 sha256 = Sha256.of(file);
        return new Stored(
                sha256,
                store.putVerified(Bucket.DOCUMENTS, key, file, sha256, "application/pdf", Map.of())
                        .size());
    }

    /** Keys carry the attempt: what was written once is never written again. */
    private static String name(ScanView scan, Claim claim) {
        return "%s/%s/%s.%d".formatted(scan.unit(), MONTH.format(scan.createdAt()), claim.id(), claim.attempt());
    }
}
