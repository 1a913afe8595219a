package vn.sohoa.keying;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Sha256;
import vn.sohoa.common.WorkFolder;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.register.Deliveries;
import vn.sohoa.register.DeliveryCheck;
import vn.sohoa.register.DeliveryFiles;
import vn.sohoa.register.Finding;
import vn.sohoa.register.Hand;
import vn.sohoa.register.Order;
import vn.sohoa.scan.Scans;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/** Makes a book's two files, reads them again as whoever receives them does, and keeps them when they hold the book. */
public class BookDelivery {
    private static final Logger log = LoggerFactory.getLogger(BookDelivery.class);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy/MM").withZone(ZoneOffset.UTC);
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Deliveries deliveries;
    private final PagePdfs pdfs;
    private final ObjectStore store;
    private final Budgets budgets;
    private final Path work;
    private final Clock clock;

    public BookDelivery(
            Deliveries deliveries, Scans scans, ObjectStore store, Budgets budgets, Path work, Clock clock) {
        this.deliveries = deliveries;
        this.pdfs = new PagePdfs(scans, store);
        this.store = store;
        this.budgets = budgets;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Delivers a book. No transaction is open while the files are made.
     *
     * @param gapsReason why missing pages are accepted; empty: they are not
     * @return the delivery, which the checker may have refused
     */
    public UUID deliver(Hand hand, UUID book, String gapsReason) {
        Order order = deliveries.order(hand, book, gapsReason);
        try (WorkFolder folder = WorkFolder.in(work)) {
            Path sheet = folder.file("book.xlsx");
            Path archive = folder.file("book.zip");
            DeliveryFiles.sheet(order, sheet);
            DeliveryFiles.archive(order, pages(order, folder), archive);
            List<Finding> findings = DeliveryCheck.check(order, sheet, archive, budgets, folder.folder());
            boolean passed = DeliveryCheck.passed(findings);
            String prefix = "%s/%s/%s".formatted(order.unit(), MONTH.format(clock.instant()), Ids.next());
            UUID delivery = deliveries.made(
                    hand,
                    order,
                    findings,
                    passed ? Optional.of(keep(prefix + ".xlsx", sheet, SHEET)) : Optional.empty(),
                    passed ? Optional.of(keep(prefix + ".zip", archive, "application/zip")) : Optional.empty());
            log.info("Delivery {} of book {}: {}", delivery, book, passed ? "passed" : "refused by the checker");
            return delivery;
        }
    }

    private Map<UUID, Path> pages(Order order, WorkFolder folder) {
        Map<UUID, Path> pages = new HashMap<>();
        order.cases().forEach(one -> pages.computeIfAbsent(one.page(), page -> pdfs.of(page, folder)));
        return pages;
    }

    private Deliveries.Kept keep(String key, Path file, String mediaType) {
        try {
            Sha256 sha256 = Sha256.of(file);
            long bytes = store.putVerified(Bucket.DOCUMENTS, key, file, sha256, mediaType, Map.of())
                    .size();
            return new Deliveries.Kept(key, sha256.hex(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
