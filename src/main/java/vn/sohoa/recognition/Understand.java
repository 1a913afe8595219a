package vn.sohoa.recognition;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.classification.Paper;
import vn.sohoa.classification.Verdict;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Step;
import vn.sohoa.page.PageKind;
import vn.sohoa.scan.Announcement;
import vn.sohoa.scan.Claim;
import vn.sohoa.scan.DocumentType;
import vn.sohoa.scan.Heartbeat;
import vn.sohoa.scan.HeldWork;
import vn.sohoa.scan.NewDocument;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.ScanView;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.Walk;
import vn.sohoa.storage.ObjectStore;

/** Cuts the pages of a scan into documents, says of which type each is, and reads its fields. */
public class Understand {
    /** Register books are dropped here: each page stands for itself. */
    public static final String REGISTER_COUNTER = "so-ho-tich";

    public static final String REGISTER_PAGE = "trang_so_ho_tich";

    private static final Logger log = LoggerFactory.getLogger(Understand.class);

    private final Scans scans;
    private final Heartbeat heartbeat;
    private final Walk walk;
    private final PageStore store;
    private final PreparedCatalog catalog;

    public Understand(Scans scans, Heartbeat heartbeat, Walk walk, ObjectStore store, PreparedCatalog catalog) {
        this.scans = scans;
        this.heartbeat = heartbeat;
        this.walk = walk;
        this.store = new PageStore(store);
        this.catalog = catalog;
    }

    public Announcement scan(Claim claim) {
        return heartbeat.during(claim, held -> scan(claim, held));
    }

    private Announcement scan(Claim claim, HeldWork held) {
        Step.UNDERSTAND_CLAIMED.reached();
        ScanView scan = scans.scan(claim.id()).orElseThrow();
        List<PageView> pages = scans.pages(claim.id()).stream()
                .filter(page -> !page.imageKey().isEmpty())
                .toList();
        List<NewDocument> documents =
                scan.counter().equals(REGISTER_COUNTER) ? registerPages(pages) : documents(pages, held);
        Step.UNDERSTAND_UNDERSTOOD.reached();
        Announcement next = walk.understood(claim, documents);
        Step.UNDERSTAND_COMMITTED.reached();
        log.info("Scan {} holds {} documents; next they are rendered", claim.id(), documents.size());
        return next;
    }

    private static List<NewDocument> registerPages(List<PageView> pages) {
        return pages.stream()
                .filter(page -> page.kind() == PageKind.DOCUMENT)
                .map(page -> NewDocument.plain(Ids.next(), REGISTER_PAGE, List.of(page.id())))
                .toList();
    }

    private List<NewDocument> documents(List<PageView> pages, HeldWork held) {
        List<SeenPage> seen = pages.stream().map(page -> seen(page, held)).toList();
        Understanding understanding = catalog.understanding();
        return understanding.papers(seen).stream()
                .map(paper -> document(paper, seen, understanding))
                .toList();
    }

    private SeenPage seen(PageView page, HeldWork held) {
        held.goesOn();
        return store.seen(page);
    }

    private static NewDocument document(Paper paper, List<SeenPage> seen, Understanding understanding) {
        List<SeenPage> pages = paper.pages().stream().map(seen::get).toList();
        List<UUID> ids = pages.stream().map(page -> page.view().id()).toList();
        Verdict verdict = paper.verdict();
        return new NewDocument(
                Ids.next(),
                DocumentType.told(verdict.type(), verdict.confidence(), verdict.reason()),
                paper.dossier(),
                ids,
                understanding.fields(verdict.type(), pages),
                understanding.rows(verdict.type(), pages));
    }
}
