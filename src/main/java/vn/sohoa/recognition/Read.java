package vn.sohoa.recognition;

import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.common.Failure.BadInput;
import vn.sohoa.common.Failure.Unavailable;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.common.Step;
import vn.sohoa.common.WorkFolder;
import vn.sohoa.ocr.Hold;
import vn.sohoa.ocr.Reading;
import vn.sohoa.ocr.Recognizers;
import vn.sohoa.ocr.Views;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.QualityBars;
import vn.sohoa.scan.Announcement;
import vn.sohoa.scan.Claim;
import vn.sohoa.scan.Claims;
import vn.sohoa.scan.PageResult;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.ScanView;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.Walk;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/**
 * Has one page read by a recognizer and keeps its words. No transaction and no connection is held meanwhile. More pages
 * are brought than recognizers are free, so that none of these waits for the store or the records: a page that waited
 * has its lease from the moment its turn came, and a page that takes long has it renewed.
 */
public class Read {
    private static final Logger log = LoggerFactory.getLogger(Read.class);

    private final Scans scans;
    private final Claims claims;
    private final Walk walk;
    private final ObjectStore store;
    private final PageStore pages;
    private final Recognizers recognizers;
    private final QualityBars bars;
    private final Path work;
    private final boolean views;

    /**
     * @param bars when a page should better be scanned again
     * @param views whether anybody will look at the pages
     */
    public Read(
            Scans scans,
            Claims claims,
            Walk walk,
            ObjectStore store,
            Recognizers recognizers,
            QualityBars bars,
            Path work,
            boolean views) {
        this.scans = scans;
        this.claims = claims;
        this.walk = walk;
        this.store = store;
        this.pages = new PageStore(store);
        this.recognizers = recognizers;
        this.bars = bars;
        this.work = work;
        this.views = views;
    }

    public Announcement page(Claim claim) {
        Step.READ_CLAIMED.reached();
        PageView page = scans.page(claim.id()).orElseThrow();
        ScanView scan = scans.scan(page.scanId()).orElseThrow();
        try (WorkFolder folder = WorkFolder.in(work)) {
            PageImage image = fetch(page, folder);
            Step.READ_FETCHED.reached();
            Path view = folder.file("view.jpg");
            Path thumbnail = folder.file("thumb.jpg");
            Reading reading = recognizers.read(
                    image,
                    page.turn(),
                    views ? Optional.of(new Views(view, thumbnail)) : Optional.empty(),
                    new Hold(claims.rhythm(), () -> extend(claim)));
            Step.READ_ANSWERED.reached();
            if (reading.withoutText()) {
                throw new BadInput(Reason.of(ReasonCode.NO_TEXT));
            }
            String prefix = PageStore.prefix(scan, page.position(), claim.attempt());
            PageStore.Outcome outcome = PageStore.Outcome.of(reading, bars);
            PageResult result = pages.putResult(prefix, outcome, view, thumbnail, scan.id() + "/" + page.position());
            Step.READ_STORED.reached();
            Announcement next = walk.read(claim, result);
            Step.READ_COMMITTED.reached();
            return next;
        }
    }

    /** Records that are away for a moment cost no reading: whether the page was ours is asked again at its end. */
    private void extend(Claim claim) {
        try {
            claims.extend(claim);
        } catch (Unavailable e) {
            log.info(
                    "Page {} is read on without a longer lease: {}",
                    claim.id(),
                    e.reason().code());
        }
    }

    private PageImage fetch(PageView page, WorkFolder folder) {
        PageImage.Encoding encoding = PageImage.Encoding.valueOf(page.encoding());
        Path file = folder.file("page." + encoding.extension());
        store.fetch(Bucket.PAGES, page.imageKey(), file);
        return new PageImage(file, encoding, page.width(), page.height(), page.dpi());
    }
}
