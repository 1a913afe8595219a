package vn.sohoa.recognition;

import java.util.List;
import vn.sohoa.classification.Verdict;
import vn.sohoa.common.Step;
import vn.sohoa.scan.Announcement;
import vn.sohoa.scan.Claim;
import vn.sohoa.scan.DocumentType;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.Heartbeat;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.Walk;
import vn.sohoa.storage.ObjectStore;

/** Reads one document anew after a person changed its pages or its type. */
public class Extract {
    private final Scans scans;
    private final Heartbeat heartbeat;
    private final Walk walk;
    private final PageStore store;
    private final PreparedCatalog catalog;

    public Extract(Scans scans, Heartbeat heartbeat, Walk walk, ObjectStore store, PreparedCatalog catalog) {
        this.scans = scans;
        this.heartbeat = heartbeat;
        this.walk = walk;
        this.store = new PageStore(store);
        this.catalog = catalog;
    }

    public Announcement document(Claim claim) {
        return heartbeat.during(claim, held -> extracted(claim));
    }

    private Announcement extracted(Claim claim) {
        Step.EXTRACT_CLAIMED.reached();
        DocumentView document = scans.document(claim.id()).orElseThrow();
        List<SeenPage> pages = document.pages().stream()
                .map(id -> store.seen(scans.page(id).orElseThrow()))
                .toList();
        Understanding understanding = catalog.understanding();
        DocumentType type = type(document.kind(), pages, understanding);
        Step.EXTRACT_EXTRACTED.reached();
        Announcement next = walk.extracted(
                claim, type, understanding.fields(type.code(), pages), understanding.rows(type.code(), pages));
        Step.EXTRACT_COMMITTED.reached();
        return next;
    }

    /** A person's word about the type stands, and so does a machine's, unless it knew none. */
    private static DocumentType type(DocumentType now, List<SeenPage> pages, Understanding understanding) {
        if (now.isPersons() || !now.code().equals(DocumentType.UNKNOWN)) {
            return now;
        }
        Verdict verdict = understanding.type(pages);
        return DocumentType.told(verdict.type(), verdict.confidence(), verdict.reason());
    }
}
