package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.FileSystemUtils;
import vn.sohoa.Eventually;
import vn.sohoa.RunningApplication;
import vn.sohoa.common.Sha256;

/** A node with engines of its own dies by {@code kill -9}, twice, and is started again as it is. */
@Timeout(900)
class RestartTest {
    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final Duration LONG = Duration.ofMinutes(10);

    private final Path data = RunningApplication.newFolder();
    private final Path counter = data.resolve("inbox/ub-01/quay-1");

    @Test
    void everySampleEndsOnceThoughTheNodeIsKilledTwice() throws Exception {
        Map<String, String> dropped = drop();
        try (NodeProcess first = start()) {
            first.awaitReady();
            until(first, "some files are entered and some are not", () -> count("scan where state <> 'x'") >= 3);
            first.kill();
        }
        try (NodeProcess second = start()) {
            second.awaitReady();
            until(
                    second,
                    "pages have been read and one is being read",
                    () -> count("page where state = 'READ'") >= 2 && count("page where state = 'READING'") >= 1);
            second.kill();
        }
        try (NodeProcess third = start()) {
            third.awaitReady();
            until(
                    third,
                    "every file has come to its end and out of the way",
                    () -> count("""
                            scan where state in ('IN_REVIEW', 'REPEAT', 'QUARANTINED', 'STUCK') and shelf is not null""") == dropped.size() && count("arrival") == 0);
            assertThat(strings("select sha256 from scan"))
                    .as("the scans, one for each file")
                    .containsExactlyInAnyOrderElementsOf(dropped.keySet());
            assertThat(strings(
                            "select id::text from page where lives <> 3 union all select id::text from scan where lives <> 3"
                                    + " union all select id::text from document where lives <> 3"))
                    .as("rows that a kill of the node cost a life")
                    .isEmpty();
            assertThat(count("page where interruptions > 0"))
                    .as("pages that were in work when it was killed")
                    .isPositive();
            assertThat(strings("""
                            select subject || ' ' || subject_id || ' ' || to_state from history
                            where (to_state = 'READ' and from_state = 'READING') or to_state = 'IN_REVIEW' group by subject, subject_id, to_state having count(*) > 1""")).as("ends that were reached twice").isEmpty();
            assertThat(files()).as("what lies in the counter's folder").isEqualTo(dropped);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private NodeProcess start() throws IOException {
        return NodeProcess.start(
                data, Map.of(), "sohoa.intake.quiet=200ms", "sohoa.intake.tidy=1s", "sohoa.sweep.lease=15s");
    }

    /** The samples by their hash. */
    private Map<String, String> drop() throws IOException {
        Files.createDirectories(counter);
        Map<String, String> dropped = new TreeMap<>();
        try (Stream<Path> samples =
                Files.list(SAMPLES).filter(sample -> !sample.toString().endsWith(".json"))) {
            for (Path sample : samples.toList()) {
                Path file = Files.copy(sample, counter.resolve(sample.getFileName()));
                dropped.put(Sha256.of(file).hex(), "done");
            }
        }
        return dropped;
    }

    /** What became of the files: where each one's bytes lie now. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(counter).filter(Files::isRegularFile)) {
            for (Path file : found.toList()) {
                String place = counter.relativize(file).toString();
                files.merge(
                        Sha256.of(file).hex(),
                        place.startsWith(".done/") ? "done" : place,
                        (one, other) -> one + " and " + other);
            }
        }
        return files;
    }

    private void until(NodeProcess node, String fact, java.util.concurrent.Callable<Boolean> holds) {
        Eventually.until(
                fact,
                LONG,
                holds,
                () -> strings("select 'scan ' || state || ' ' || count(*) from scan group by state union all "
                                + "select 'page ' || state || ' ' || count(*) from page group by state")
                        + "\n" + node.log());
    }

    private int count(String what) {
        return database()
                .sql("select count(*) from " + what)
                .query(Integer.class)
                .single();
    }

    private List<String> strings(String sql) {
        return database().sql(sql).query(String.class).list();
    }

    /** As the node would find its own database: on another port after each start. */
    private JdbcClient database() {
        try {
            String port = Files.readAllLines(data.resolve("postgres/postgresql.conf")).stream()
                    .filter(line -> line.startsWith("port = "))
                    .map(line -> line.substring("port = ".length()))
                    .findFirst()
                    .orElseThrow();
            String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + OwnPostgres.NAME;
            String password = new Secrets(data.resolve("secrets")).get("postgres-password");
            return JdbcClient.create(
                    new SimpleDriverDataSource(new org.postgresql.Driver(), url, OwnPostgres.NAME, password));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
