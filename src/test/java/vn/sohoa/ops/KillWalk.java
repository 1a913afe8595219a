package vn.sohoa.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.FileSystemUtils;
import vn.sohoa.Eventually;
import vn.sohoa.RunningApplication;
import vn.sohoa.SmallPapers;
import vn.sohoa.storage.Durability;
import vn.sohoa.storage.ObjectStore;

/**
 * A node with its own database and store, as on a counter's machine, killed at random moments while files come in, and
 * started again as it is; its recognizers are killed too, while it goes on.
 */
final class KillWalk implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final int REST_MS = 1_000;
    private static final int COPY_EVERY = 10;
    private static final int RUBBISH_EVERY = 25;
    private static final int PAGE_EVERY = 8;

    private final Path data = RunningApplication.newFolder();
    private final Ledger ledger = new Ledger(Files.createDirectories(data.resolve("inbox")));
    private final SmallPapers papers = new SmallPapers();
    private final Random random;
    private final int files;
    private int dropped;
    private int nodeKills;
    private int recognizerKills;

    /** @param seed tells the moments, as far as the machine lets it */
    KillWalk(int files, long seed) throws IOException {
        this.files = files;
        this.random = new Random(seed);
    }

    /** Drops the files over so many lives of the node, each ended by a kill, and lets the last one end its work. */
    Conservation.Found run(int lives, Duration atLeast) throws Exception {
        long end = System.nanoTime() + atLeast.toNanos();
        for (int life = 0; life < lives || System.nanoTime() - end < 0; life++) {
            NodeProcess node = start();
            try {
                live(node.awaitReady(), Math.min(files, (life + 1) * files / lives));
            } finally {
                node.kill();
            }
            nodeKills++;
            FaultWalk.say("life %d: %d files dropped, node killed", life + 1, dropped);
        }
        try (NodeProcess last = start()) {
            last.awaitReady();
            recognizerKills += killRecognizers(last);
            Eventually.until("every file has come to its end", LONG, this::isOver, () -> standing() + last.log());
        }
        return look();
    }

    private void live(NodeProcess node, int until) throws IOException {
        boolean recognizers = random.nextBoolean();
        while (dropped < until) {
            drop(dropped++);
        }
        pause(random.nextInt(2 * REST_MS));
        if (recognizers) {
            recognizerKills += killRecognizers(node);
            pause(random.nextInt(3 * REST_MS));
        }
        pause(random.nextInt(3 * REST_MS));
    }

    private NodeProcess start() throws IOException {
        return NodeProcess.start(
                data,
                Map.of(),
                "sohoa.intake.quiet=100ms",
                "sohoa.intake.poll=200ms",
                "sohoa.books.poll=200ms",
                "sohoa.intake.retry=500ms",
                "sohoa.intake.tidy=1s",
                "sohoa.intake.one-pass=30KB",
                "sohoa.sweep.lease=10s",
                "sohoa.sweep.backoff=500ms",
                "sohoa.sweep.period=1s",
                "sohoa.sweep.silence=5s",
                "sohoa.fixity.period=1s",
                "sohoa.audit.seal=500ms");
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(millis * 1_000_000);
    }

    /** The page that a recognizer has in its hands may lose a life; the node and all other pages may not. */
    private int killRecognizers(NodeProcess node) {
        Eventually.until(
                "recognizers are there", LONG, () -> !node.recognizers().isEmpty(), node::log);
        List<ProcessHandle> recognizers = node.recognizers();
        int killed = 0;
        for (ProcessHandle recognizer : recognizers) {
            if (recognizer.destroyForcibly()) {
                killed++;
                ledger.costs("ub-01", 1);
            }
        }
        if (!node.isAlive()) {
            throw new AssertionError("the node died with its recognizer:\n" + node.log());
        }
        return killed;
    }

    private void drop(int n) throws IOException {
        Path beside = data.resolve("beside");
        String counter = "ub-01/quay-" + (1 + n % 2);
        String name = "SCN_%04d.%s".formatted(n, n % 2 == 0 ? "png" : "jpg");
        if (n % RUBBISH_EVERY == RUBBISH_EVERY - 1) {
            Files.createDirectories(beside);
            ledger.drop(Files.writeString(beside.resolve(name), "<html>không phải bản quét " + n), counter, name);
        } else if (n % COPY_EVERY == COPY_EVERY - 2) {
            ledger.drop(papers.draw(n - 2, beside.resolve(name)), counter, name);
        } else if (n % PAGE_EVERY == PAGE_EVERY - 1) {
            ledger.drop(papers.draw(n, beside.resolve(name)), "ub-01/so-ho-tich", "KS.2007.01/" + name);
        } else {
            ledger.drop(papers.draw(n, beside.resolve(name)), counter, name);
        }
    }

    private boolean isOver() {
        JdbcClient database = JdbcClient.create(running());
        return Scenario.count(database, """
                        scan where state in ('IN_REVIEW', 'FILED', 'STUCK', 'REPEAT', 'QUARANTINED') and shelf is not null
                        and shelf_due is null""") == files
                && Scenario.count(database, "arrival") == 0
                && Scenario.count(database, "audit_unsealed") == 0
                && Scenario.count(database, """
                        scan s join counter c on c.id = s.counter_id where c.code = 'so-ho-tich'
                        and not exists (select 1 from book_scan b where b.scan_id = s.id)""") == 0;
    }

    private String standing() {
        List<String> rows = new ArrayList<>(JdbcClient.create(running())
                .sql("select 'scan ' || state || ' ' || count(*) from scan group by state union all "
                        + "select 'page ' || state || ' ' || count(*) from page group by state union all "
                        + "select 'arrival ' || state || ' ' || count(*) from arrival group by state")
                .query(String.class)
                .list());
        return String.join("\n", rows) + "\n";
    }

    private DataSource running() {
        try {
            String port = Files.readAllLines(data.resolve("postgres/postgresql.conf")).stream()
                    .filter(line -> line.startsWith("port = "))
                    .map(line -> line.substring("port = ".length()))
                    .findFirst()
                    .orElseThrow();
            String password = new Secrets(data.resolve("secrets")).get("postgres-password");
            return new SimpleDriverDataSource(
                    new org.postgresql.Driver(),
                    "jdbc:postgresql://127.0.0.1:" + port + "/" + OwnPostgres.NAME,
                    OwnPostgres.NAME,
                    password);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The node has gone: its engines are opened once more, to be looked at. */
    private Conservation.Found look() throws IOException {
        try (DataFolder folder = DataFolder.claim(data);
                OwnPostgres postgres = OwnPostgres.start(folder);
                OwnObjectStore own = OwnObjectStore.start(folder);
                ObjectStore store = new ObjectStore(own.settings(), Durability.ofServer())) {
            DataSource source = new SimpleDriverDataSource(
                    new org.postgresql.Driver(), postgres.url(), postgres.user(), postgres.password());
            return new Conservation(source, store, ledger).look();
        }
    }

    int nodeKills() {
        return nodeKills;
    }

    int recognizerKills() {
        return recognizerKills;
    }

    @Override
    public void close() throws IOException {
        if (System.getProperty("sohoa.test.keep") == null) {
            FileSystemUtils.deleteRecursively(data);
        }
    }
}
