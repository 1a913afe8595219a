package vn.sohoa.keying;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.common.Code;
import vn.sohoa.common.Step;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Counters;
import vn.sohoa.page.PageKind;
import vn.sohoa.register.Registers;
import vn.sohoa.register.TakenScan;
import vn.sohoa.scan.Ended;
import vn.sohoa.scan.ScanView;
import vn.sohoa.scan.Scans;

/** Takes finished scans of the registers' counter into the books of their folders. What is taken twice is there once. */
public class Books {
    /** The counter whose folders are books. */
    public static final Code COUNTER = new Code("so-ho-tich");

    private static final Logger log = LoggerFactory.getLogger(Books.class);
    private static final int PART = 200;

    private final Counters counters;
    private final Ended ended;
    private final Scans scans;
    private final Registers registers;

    public Books(Counters counters, Ended ended, Scans scans, Registers registers) {
        this.counters = counters;
        this.ended = ended;
        this.scans = scans;
        this.registers = registers;
    }

    /** One round. */
    public void round() {
        List<UUID> ours = counters.named(COUNTER).stream().map(Counter::id).toList();
        if (ours.isEmpty()) {
            return;
        }
        Optional<Ended.Place> after = Optional.empty();
        List<Ended.Place> part;
        do {
            part = ended.untaken(ours, after, PART);
            part.forEach(place -> take(place.id()));
            after = part.isEmpty() ? after : Optional.of(part.get(part.size() - 1));
        } while (part.size() == PART);
    }

    private void take(UUID id) {
        ScanView scan = scans.scan(id).orElseThrow();
        if (!scan.state().endsScan()) {
            return;
        }
        if (!registers.knows(id, scan.state().name())) {
            take(scan);
        }
        ended.taken(id, scan.state());
    }

    private void take(ScanView scan) {
        UUID id = scan.id();
        List<TakenScan.Page> pages = scans.pages(id).stream()
                .filter(page -> !page.encoding().isEmpty() && page.kind() != PageKind.SEPARATOR)
                .map(page -> new TakenScan.Page(page.id(), page.position(), page.kind() == PageKind.BLANK))
                .toList();
        Step.BOOK_SCAN_ENDED.reached();
        registers.take(new TakenScan(
                id,
                scan.unitId(),
                scan.unit(),
                scan.folder(),
                scan.name(),
                scan.state().name(),
                scan.repeatOf(),
                scan.updatedAt(),
                pages));
        Step.BOOK_SCAN_TAKEN.reached();
        log.info("Scan {} is in its book with {} pages; next they are keyed", id, pages.size());
    }
}
