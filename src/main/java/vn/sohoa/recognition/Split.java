package vn.sohoa.recognition;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.barcode.Barcodes;
import vn.sohoa.common.Failure.BadInput;
import vn.sohoa.common.Failure.Unavailable;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.common.Sha256;
import vn.sohoa.common.Step;
import vn.sohoa.common.WorkFolder;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.imaging.PageCut;
import vn.sohoa.imaging.Pixels;
import vn.sohoa.imaging.SourceFile;
import vn.sohoa.imaging.SourceFormat;
import vn.sohoa.imaging.SourceNote;
import vn.sohoa.page.Barcode;
import vn.sohoa.page.PageText;
import vn.sohoa.scan.Announcement;
import vn.sohoa.scan.Claim;
import vn.sohoa.scan.Heartbeat;
import vn.sohoa.scan.HeldWork;
import vn.sohoa.scan.NewPage;
import vn.sohoa.scan.ScanView;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.Walk;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/** Fetches a scan once and cuts it into page images. */
public class Split {
    private static final Logger log = LoggerFactory.getLogger(Split.class);

    private static final int VIEW_SIDE = 2000;
    private static final int THUMBNAIL_SIDE = 240;

    private final Scans scans;
    private final Heartbeat heartbeat;
    private final Walk walk;
    private final ObjectStore store;
    private final PageStore pages;
    private final Budgets budgets;
    private final Path work;

    public Split(Scans scans, Heartbeat heartbeat, Walk walk, ObjectStore store, Budgets budgets, Path work) {
        this.scans = scans;
        this.heartbeat = heartbeat;
        this.walk = walk;
        this.store = store;
        this.pages = new PageStore(store);
        this.budgets = budgets;
        this.work = work;
    }

    public Announcement scan(Claim claim) {
        return heartbeat.during(claim, held -> scan(claim, held));
    }

    private Announcement scan(Claim claim, HeldWork held) {
        Step.SPLIT_CLAIMED.reached();
        ScanView scan = scans.scan(claim.id()).orElseThrow();
        List<NewPage> cut = new ArrayList<>();
        Set<SourceNote> notes;
        try (WorkFolder folder = WorkFolder.in(work)) {
            Path original = fetch(scan, folder);
            Step.SPLIT_FETCHED.reached();
            try (SourceFile source = SourceFile.open(original, SourceFormat.valueOf(scan.format()), budgets)) {
                notes = source.notes();
                for (int i = 0; i < source.pages(); i++) {
                    held.goesOn();
                    cut.add(page(claim, scan, source, i, folder));
                }
            }
        }
        Step.SPLIT_CUT.reached();
        Announcement next = walk.split(claim, cut, notes);
        Step.SPLIT_COMMITTED.reached();
        log.info(
                "Scan {} has {} pages; next {} of them are read",
                scan.id(),
                cut.size(),
                next.read().size());
        return next;
    }

    private Path fetch(ScanView scan, WorkFolder folder) {
        Path original = folder.file("original");
        Sha256 fetched = store.fetch(Bucket.ORIGINALS, scan.objectKey(), original);
        if (!fetched.equals(scan.sha256())) {
            throw new Unavailable(Reason.of(ReasonCode.ORIGINAL_DAMAGED, scan.objectKey()));
        }
        return original;
    }

    private NewPage page(Claim claim, ScanView scan, SourceFile source, int position, WorkFolder folder) {
        PageCut cut;
        try {
            cut = source.cut(position, folder.folder());
        } catch (BadInput e) {
            log.warn(
                    "Page {} of scan {} cannot be cut ({}); it goes to a person",
                    position,
                    scan.id(),
                    e.reason().code());
            return new NewPage.Uncut(Ids.next(), e.reason());
        }
        String prefix = PageStore.prefix(scan, position, claim.attempt());
        NewPage.Image image = pages.putImage(prefix, cut);
        Step.SPLIT_IMAGE_STORED.reached();
        Optional<PageText> text = cut.textLayer();
        NewPage page = text.isPresent()
                ? alreadyRead(scan, position, prefix, image, cut, text.get(), folder)
                : new NewPage.ToRead(Ids.next(), image);
        delete(cut.image().file());
        cut.scan().ifPresent(Split::delete);
        return page;
    }

    private NewPage alreadyRead(
            ScanView scan,
            int position,
            String prefix,
            NewPage.Image image,
            PageCut cut,
            PageText layer,
            WorkFolder folder) {
        Path view = folder.file("view.jpg");
        Path thumbnail = folder.file("thumb.jpg");
        Pixels.view(cut.image().file(), view, VIEW_SIDE, budgets);
        Pixels.view(cut.image().file(), thumbnail, THUMBNAIL_SIDE, budgets);
        PageText text = layer.with(barcodes(cut));
        String label = scan.id() + "/" + position;
        return new NewPage.AlreadyRead(
                Ids.next(), image, pages.putResult(prefix, PageStore.Outcome.of(text), view, thumbnail, label));
    }

    private List<Barcode> barcodes(PageCut cut) {
        BufferedImage gray = Pixels.gray(cut.image().file(), budgets);
        byte[] pixels = ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
        return Barcodes.read(
                pixels, gray.getWidth(), gray.getHeight(), cut.image().dpi());
    }

    /** One page image lies on the disk at a time. */
    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
