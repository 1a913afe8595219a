package vn.sohoa.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Sha256;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.organization.Counters;
import vn.sohoa.scan.Arrivals;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.Shelves;
import vn.sohoa.storage.ObjectStore;

/**
 * The intake room with the real records and the real store, over an inbox of its own and clocks that the test turns. A
 * unit of its own keeps it apart from everything else in the database.
 */
final class Desk {
    static final IntakeSettings SETTINGS = new IntakeSettings(
            Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofDays(30), 0, 3, 100, Duration.ofSeconds(10));

    static final long LARGE = 64L << 20;

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final Path inbox;
    final String unit;
    final JdbcClient db;
    final List<Failure> failures = new ArrayList<>();
    final AtomicLong free = new AtomicLong(Long.MAX_VALUE / 8);
    FreeSpace space = new FreeSpace(free::get, 1 << 20);

    final Pause pause = new Pause(Clock.systemUTC());

    private final ApplicationContext application;
    private final AtomicLong nanos = new AtomicLong(-5_000_000_000L); // a nano clock may stand below zero
    private final Instant today = Instant.now();
    private final IntakeSettings settings = SETTINGS;
    private UnaryOperator<Arrivals> records = UnaryOperator.identity();
    private ObjectStore store;
    private long large = LARGE;
    private OpenFolder.Lister lister = Files::newDirectoryStream;
    WatchedFolders folders;
    Intake intake;

    Desk(ApplicationContext application, Path inbox) {
        this.application = application;
        this.inbox = inbox;
        this.unit = "T" + NUMBERS.incrementAndGet() + Ids.tail(Ids.next());
        this.db = JdbcClient.create(application.getBean("owner", DataSource.class));
        this.store = application.getBean(ObjectStore.class);
        start();
    }

    /** A process that starts anew knows nothing but the records and the folders. */
    Desk start() {
        Clock clock = clock();
        folders = new WatchedFolders(
                inbox, application.getBean(Counters.class), settings, Budgets.DEFAULT, nanos::get, lister);
        intake = new Intake(
                folders,
                records.apply(application.getBean(Arrivals.class)),
                application.getBean(Scans.class),
                store,
                space,
                pause,
                clock,
                large);
        return this;
    }

    Desk withRecords(UnaryOperator<Arrivals> other) {
        records = other;
        return start();
    }

    Desk withStore(ObjectStore other) {
        store = other;
        return start();
    }

    /** Files of so many bytes and more are read only once. */
    Desk inOnePassFrom(long bytes) {
        large = bytes;
        return start();
    }

    Desk listing(OpenFolder.Lister other) {
        lister = other;
        return start();
    }

    private Clock clock() {
        return Clock.fixed(today, ZoneOffset.UTC);
    }

    Desk later(Duration time) {
        nanos.addAndGet(time.toNanos());
        return this;
    }

    Desk later(long seconds) {
        return later(Duration.ofSeconds(seconds));
    }

    Aftercare aftercareIn(Duration time) {
        return new Aftercare(
                inbox,
                application.getBean(Shelves.class),
                store,
                settings,
                Clock.fixed(Instant.now().plus(time), ZoneOffset.UTC));
    }

    Path counter() {
        return counter("mot-cua");
    }

    Path counter(String code) {
        try {
            return Files.createDirectories(inbox.resolve(unit).resolve(code));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One look as the route makes it; returns how many files were handed out. */
    int look() {
        int handed = 0;
        for (Iterator<?> files = folders.look(); files.hasNext(); handed++) {
            Object file = files.next();
            try {
                intake.clear(intake.take(file));
            } catch (Failure e) {
                failures.add(e);
            }
        }
        return handed;
    }

    /** Looks, waits for the quiet time, and looks again. */
    int lookTwice() {
        look();
        later(SETTINGS.quiet());
        return look();
    }

    List<Map<String, Object>> scans() {
        return db.sql("select s.* from scan s join unit u on u.id = s.unit_id where u.code = :unit order by s.id")
                .param("unit", unit)
                .query()
                .listOfRows();
    }

    Map<String, Object> scan(byte[] bytes) {
        List<Map<String, Object>> found = scans().stream()
                .filter(row -> row.get("sha256").equals(Sha256.of(bytes).hex()))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("expected one scan with these bytes, found " + found);
        }
        return found.get(0);
    }

    long arrivals() {
        return db.sql("select count(*) from arrival a join unit u on u.id = a.unit_id where u.code = :unit")
                .param("unit", unit)
                .query(Long.class)
                .single();
    }

    /** Every entry below the counter that is no folder, as text. */
    static Set<String> below(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            Set<String> names = new TreeSet<>();
            all.filter(p -> !Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS))
                    .forEach(p -> names.add(folder.relativize(p).toString()));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lies in the counter's folder and was not shelved. */
    static Set<String> waiting(Path folder) {
        Set<String> names = below(folder);
        names.removeIf(name -> name.startsWith(".done/") || name.startsWith(".quarantine/"));
        return names;
    }
}
