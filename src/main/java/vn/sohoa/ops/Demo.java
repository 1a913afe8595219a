package vn.sohoa.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.sohoa.common.Reason;
import vn.sohoa.dossier.Dossiers;
import vn.sohoa.keying.Books;
import vn.sohoa.organization.Counters;
import vn.sohoa.register.BookBoard;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.ScanView;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.State;

/**
 * The demonstration: units and people, a list of dossiers, a stack with cover sheets, loose scans and a register book,
 * dropped as scanners and other systems would; {@code <data>/demo.txt} tells what becomes of each.
 */
@Component
class Demo {
    private static final Logger log = LoggerFactory.getLogger(Demo.class);
    private static final String LISTS = "demo/ho-so";
    private static final String REGISTER = "samples-register";
    private static final String BOOK = "KS.2007.01";
    private static final long POLL_MILLIS = 500;
    private static final Duration LISTS_TAKEN = Duration.ofMinutes(1);

    private final Settings settings;
    private final DemoPeople people;
    private final Counters counters;
    private final Scans scans;
    private final Dossiers dossiers;
    private final BookBoard board;
    private final Clock clock;

    Demo(
            Settings settings,
            DemoPeople people,
            Counters counters,
            Scans scans,
            Dossiers dossiers,
            BookBoard board,
            Clock clock) {
        this.board = board;
        this.settings = settings;
        this.people = people;
        this.counters = counters;
        this.scans = scans;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Path samples = settings.demo();
        if (samples != null) {
            Thread thread = new Thread(() -> run(samples), "demo");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run(Path samples) {
        try {
            Instant since = clock.instant();
            people.make();
            DemoPapers papers = new DemoPapers(settings.inbox().resolve(DemoPeople.UNIT.text()));
            await(papers.dossiers(samples.resolveSibling(LISTS)), since);
            papers.book(samples.resolveSibling(REGISTER));
            Map<String, DemoPapers.Dropped> dropped = papers.scans(samples);
            tell("Đã thả " + dropped.size() + " tệp mẫu / " + dropped.size() + " sample scans dropped");
            follow(dropped, since);
        } catch (IOException | RuntimeException e) {
            log.error("The demonstration failed", e);
            fail();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Papers find their dossiers once the lists have been taken. */
    private void await(List<Path> lists, Instant since) throws InterruptedException {
        while (lists.stream().anyMatch(Files::exists) && clock.instant().isBefore(since.plus(LISTS_TAKEN))) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    private void follow(Map<String, DemoPapers.Dropped> dropped, Instant since)
            throws IOException, InterruptedException {
        Map<String, ScanView> ended = new TreeMap<>();
        while (ended.size() < dropped.size()) {
            for (Map.Entry<String, DemoPapers.Dropped> file : dropped.entrySet()) {
                Optional<ScanView> scan =
                        ended.containsKey(file.getKey()) ? Optional.empty() : end(file.getValue(), since);
                if (scan.isPresent()) {
                    ended.put(file.getKey(), scan.get());
                    tell(ended.size() + "/" + dropped.size() + "  " + file.getKey() + "  "
                            + scan.get().state());
                }
            }
            Thread.sleep(POLL_MILLIS);
        }
        table(ended);
    }

    private Optional<ScanView> end(DemoPapers.Dropped file, Instant since) {
        return scans.newest(counters.at(DemoPeople.UNIT, file.counter()).id(), file.bytes())
                .filter(scan -> !scan.createdAt().isBefore(since))
                .filter(scan -> scan.state().endsScan());
    }

    private void table(Map<String, ScanView> ended) throws IOException {
        boolean failed = ended.values().stream()
                .anyMatch(scan -> scan.state() == State.STUCK || scan.state() == State.QUARANTINED);
        StringBuilder table = new StringBuilder();
        table.append("=== ").append(failed ? "FAILED" : "OK").append(" ===\n");
        table.append("%-36s %-10s %5s  %s%n"
                .formatted("tệp / file", "trạng thái", "trang", "giấy tờ → hồ sơ / papers → dossiers"));
        ended.forEach((name, scan) -> {
            ScanView whole = scan.repeatOf().flatMap(scans::scan).orElse(scan);
            String what = scan.reason().map(Reason::vi).orElseGet(() -> papers(whole));
            table.append("%-36s %-10s %5d  %s%n".formatted(name, scan.state(), whole.pages(), what));
        });
        board.book(counters.at(DemoPeople.UNIT, Books.COUNTER).unitId(), BOOK)
                .ifPresent(book -> table.append("%-36s %-10s %5d  sổ hộ tịch, chờ nhập / a register book to be keyed%n"
                        .formatted(
                                Books.COUNTER + "/" + BOOK,
                                book.state(),
                                board.pages(book.id()).size())));
        table.append("\nĐăng nhập / sign in:\n").append(people.list());
        tell(table.toString().stripTrailing());
    }

    private String papers(ScanView scan) {
        return scans.documents(scan.id()).stream().map(this::paper).collect(Collectors.joining("; "));
    }

    private String paper(DocumentView document) {
        return document.type()
                + dossiers.attachedTo(document.id())
                        .flatMap(attachment -> dossiers.view(attachment.dossier()))
                        .map(dossier -> " → " + dossier.code())
                        .orElse("");
    }

    private void fail() {
        try {
            tell("=== FAILED ===");
        } catch (IOException e) {
            log.error("That the demonstration failed cannot be told", e);
        }
    }

    private void tell(String text) throws IOException {
        Files.writeString(
                settings.data().resolve("demo.txt"), text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
