package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import vn.sohoa.Eventually;
import vn.sohoa.RunningApplication;
import vn.sohoa.SmallPapers;
import vn.sohoa.common.Sha256;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.Listed;
import vn.sohoa.storage.ObjectStore;

/**
 * Two nodes on one database, one broker, one store and one inbox. One of them is frozen in the middle of its work for
 * longer than its leases last, and wakes up believing that everything is still its own. The walk is done once, in {@link
 * #walk}; the tests look at what it left.
 */
@Timeout(900)
class TwoNodesTest {
    private static final int PAPERS = 2_000;
    private static final int COPIES = 20;
    private static final int RUBBISH = 10;
    /** Dropped first: what the other node has to get through before it comes to what the sleeper held. */
    private static final int EARLY = 300;
    /** Papers whose name was used before, by a file that is dropped when its predecessor has been taken. */
    private static final int REUSED = 100;

    private static final Duration WALK = Duration.ofMinutes(12);

    private static Path folder;
    private static Path inbox;
    private static NamedEngines engines;
    private static JdbcClient database;
    private static NodeProcess awake;
    private static NodeProcess sleeper;

    /** Hash of each file that was dropped, and how often those bytes were dropped. */
    private static final Map<String, Integer> papers = new HashMap<>();

    private static final Map<String, Integer> rubbish = new HashMap<>();
    private static List<Held> held = List.of();
    private static Instant frozen = Instant.MIN;
    private static Instant woken = Instant.MAX;

    /** What the sleeper worked on when it was frozen. */
    private record Held(String table, UUID id, int attempt) {}

    @BeforeAll
    static void walk() throws Exception {
        folder = RunningApplication.newFolder();
        inbox = Files.createDirectories(folder.resolve("inbox"));
        engines = new NamedEngines();
        database = engines.database();
        long begin = System.nanoTime();
        awake = start("awake");
        sleeper = start("sleeper");
        Map<Path, Path> drops = prepare();
        awake.awaitReady();
        sleeper.awaitReady();
        say("two nodes are up and %d files drawn after %s", drops.size(), since(begin));
        assertThat(drops).hasSize(total());
        long walk = System.nanoTime();
        dropSome(drops, EARLY);
        until("some have ended", () -> ended() > EARLY / 6);
        freezeInTheMiddle();
        until("the other node has taken up all that the sleeper held", () -> held.stream()
                .allMatch(TwoNodesTest::wasTakenUpAgain));
        woken = Instant.now();
        sleeper.wake();
        say("the sleeper held %d rows and slept %s", held.size(), Duration.between(frozen, woken));
        dropAll(drops);
        until("every file has come to its end", () -> ended() == total() && isEmpty(inbox));
        double seconds = (System.nanoTime() - walk) / 1e9;
        say("%d files in %.0f s: %.1f files/s", total(), seconds, total() / seconds);
    }

    private static NodeProcess start(String name) throws IOException {
        Map<String, String> environment = new HashMap<>(engines.environment());
        environment.put("SOHOA_INBOX", inbox.toString());
        return NodeProcess.start(
                folder.resolve(name),
                environment,
                "sohoa.intake.quiet=500ms",
                "sohoa.intake.poll=500ms",
                "sohoa.intake.retry=2s",
                "sohoa.recognizer.workers=1",
                "sohoa.render.check-every=0", // what is asked here is who works, not what a file is worth
                "sohoa.sweep.lease=10s",
                "sohoa.sweep.period=2s",
                "sohoa.sweep.silence=20s",
                "logging.level.vn.sohoa.ops.Failures=debug");
    }

    @AfterAll
    static void stop() throws Exception {
        try {
            for (AutoCloseable part :
                    Stream.of(sleeper, awake, engines).filter(Objects::nonNull).toList()) {
                part.close();
            }
        } finally {
            if (System.getProperty("sohoa.test.keep") == null) {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
    }

    /** Everything is drawn beside the inbox and moved in, as scanners that know what they do. */
    private static Map<Path, Path> prepare() throws IOException {
        SmallPapers drawn = new SmallPapers();
        Path beside = folder.resolve("beside");
        Map<Path, Path> drops = new TreeMap<>();
        for (int n = 0; n < PAPERS; n++) {
            Path file = drawn.draw(n, beside.resolve(n + (n % 2 == 0 ? ".png" : ".jpg")));
            papers.merge(Sha256.of(file).hex(), 1, Integer::sum);
            drops.put(file, place(n));
        }
        assertThat(papers).as("papers that all differ").hasSize(PAPERS);
        for (int n = 0; n < COPIES; n++) {
            Path file = Files.copy(beside.resolve(n * 2 + ".png"), beside.resolve("copy-" + n + ".png"));
            papers.merge(Sha256.of(file).hex(), 1, Integer::sum);
            drops.put(file, place(n * 2).resolveSibling("bản sao " + n + ".png"));
        }
        for (int n = 0; n < RUBBISH; n++) {
            Path file = Files.writeString(beside.resolve("rubbish-" + n + ".png"), "<html>không phải bản quét " + n);
            rubbish.merge(Sha256.of(file).hex(), 1, Integer::sum);
            drops.put(file, inbox.resolve("ub-01/quay-1/trang web " + n + ".png"));
        }
        return drops;
    }

    /** Two counters, some dossiers; the last ones take names that were used before. */
    private static Path place(int n) {
        int name = n >= PAPERS - REUSED ? n - (PAPERS - REUSED) : n;
        Path counter = inbox.resolve(name % 2 == 0 ? "ub-01/quay-1" : "ub-01/quay-2");
        Path place = name % 5 == 0 ? counter.resolve("H01.23-" + name % 7) : counter;
        return place.resolve("SCN_%04d.%s".formatted(name, name % 2 == 0 ? "png" : "jpg"));
    }

    private static void dropSome(Map<Path, Path> drops, int many) throws IOException {
        var rest = drops.entrySet().iterator();
        for (int n = 0; n < many; n++) {
            if (dropped(rest.next())) {
                rest.remove();
            }
        }
    }

    private static void dropAll(Map<Path, Path> drops) {
        until("every name that is used again has become free", () -> {
            dropSome(drops, drops.size());
            return drops.isEmpty();
        });
    }

    private static boolean dropped(Map.Entry<Path, Path> drop) throws IOException {
        if (Files.exists(drop.getValue())) {
            return false; // the scanner uses the name again when the file before has been taken
        }
        Files.createDirectories(drop.getValue().getParent());
        Files.move(drop.getKey(), drop.getValue(), StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    /** Frozen between two pages it would have nothing to come back with: until it holds some work, it is tried again. */
    private static void freezeInTheMiddle() {
        until("the sleeper is frozen with a page in its hands", () -> {
            sleeper.freeze();
            frozen = Instant.now();
            held = Stream.of("scan", "page", "document")
                    .flatMap(table -> database
                            .sql("select id, attempt from " + table + " where node = ? and leased_until is not null")
                            .param(sleeper.name())
                            .query((row, n) -> new Held(table, row.getObject("id", UUID.class), row.getInt("attempt")))
                            .list()
                            .stream())
                    .toList();
            if (held.stream().anyMatch(h -> h.table().equals("page"))) {
                return true;
            }
            sleeper.wake();
            return false;
        });
    }

    private static boolean wasTakenUpAgain(Held work) {
        return database.sql("select attempt from " + work.table() + " where id = ?")
                        .param(work.id())
                        .query(Integer.class)
                        .single()
                > work.attempt();
    }

    @Test
    void everyFileEndsOnce() {
        Map<String, String> states = new TreeMap<>();
        database.sql("select state, count(*) n from scan group by state")
                .query((row, n) -> states.put(row.getString("state"), row.getString("n")))
                .list();
        assertThat(states)
                .containsOnly(
                        Map.entry("IN_REVIEW", String.valueOf(PAPERS)),
                        Map.entry("REPEAT", String.valueOf(COPIES)),
                        Map.entry("QUARANTINED", String.valueOf(RUBBISH)));
        assertThat(strings("""
                        select sha256 || ' ' || count(*) from scan where repeat_of is null
                        group by sha256 having count(*) <> 1""")).as("bytes that became more than one scan").isEmpty();
        assertThat(strings("select sha256 from scan where state = 'IN_REVIEW'"))
                .as("the papers that became scans")
                .containsExactlyInAnyOrderElementsOf(papers.keySet());
        assertThat(strings("select r.sha256 from scan r join scan s on s.id = r.repeat_of and s.sha256 = r.sha256"))
                .as("the copies, each linked to its first")
                .containsExactlyInAnyOrderElementsOf(papers.entrySet().stream()
                        .filter(paper -> paper.getValue() == 2)
                        .map(Map.Entry::getKey)
                        .toList());
        assertThat(strings("select sha256 from scan where state = 'QUARANTINED' and reason_code is not null"))
                .containsExactlyInAnyOrderElementsOf(rubbish.keySet());
    }

    @Test
    void everyFileLiesWhereItBelongsAndNothingElseDoes() throws IOException {
        Map<String, Integer> done = new HashMap<>();
        Map<String, Integer> quarantined = new HashMap<>();
        List<String> elsewhere = new ArrayList<>();
        try (Stream<Path> files = Files.walk(inbox).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                String path = inbox.relativize(file).toString();
                if (path.contains("/.done/")) {
                    done.merge(Sha256.of(file).hex(), 1, Integer::sum);
                } else if (path.contains("/.quarantine/")) {
                    if (!path.endsWith(".reason.txt")) {
                        quarantined.merge(Sha256.of(file).hex(), 1, Integer::sum);
                    }
                } else {
                    elsewhere.add(path);
                }
            }
        }
        assertThat(elsewhere).as("files left in the inbox").isEmpty();
        assertThat(difference(done, papers))
                .as(".done against what was dropped")
                .isEmpty();
        assertThat(difference(quarantined, rubbish))
                .as(".quarantine against what was dropped")
                .isEmpty();
        assertThat(strings("select path from arrival"))
                .as("arrivals that are not over")
                .isEmpty();
        assertThat(strings("select id::text from scan where shelf is null"))
                .as("scans that do not know where their file lies")
                .isEmpty();
    }

    @Test
    void bothNodesWorked() {
        Map<String, Integer> read = new TreeMap<>();
        database.sql("""
                        select node, count(*) n from history
                        where subject = 'PAGE' and from_state = 'READING' and to_state = 'READ' group by node""")
                .query((row, n) -> read.put(row.getString("node"), row.getInt("n")))
                .list();
        assertThat(read).containsOnlyKeys(awake.name(), sleeper.name());
        assertThat(read.values()).allSatisfy(pages -> assertThat(pages).isGreaterThan(PAPERS / 20));
        assertThat(read.values().stream().mapToInt(n -> n).sum()).isEqualTo(PAPERS);
    }

    @Test
    void whatTheSleeperHeldWasDoneByTheOtherAndTheSleepersResultWasRefused() throws IOException {
        assertThat(held).isNotEmpty();
        for (Held work : held) {
            assertThat(strings("""
                            select from_state || ' > ' || to_state || ' by ' || node from history
                            where subject_id = ? and attempt = ? and at >= ? and node = ?""", work.id(), work.attempt(), frozen.atOffset(ZoneOffset.UTC), sleeper.name()))
                    .as("what the sleeper wrote of %s after it had been frozen", work)
                    .isEmpty();
        }
        List<String> conceded = sleeper.lines()
                .filter(line -> line.contains("Someone was first with"))
                .toList();
        List<String> pages = held.stream()
                .filter(work -> work.table().equals("page"))
                .map(work -> work.id().toString())
                .toList();
        assertThat(pages).allSatisfy(page -> assertThat(conceded)
                .as("the sleeper came back with page %s and was told that someone was first", page)
                .anyMatch(line -> line.contains("READ " + page)));
    }

    @Test
    void nobodyWroteInTheSleepersNameWhileItSlept() {
        assertThat(strings(
                        "select subject || ' ' || to_state from history where node = ? and at > ? and at < ?",
                        sleeper.name(),
                        frozen.atOffset(ZoneOffset.UTC),
                        woken.atOffset(ZoneOffset.UTC)))
                .isEmpty();
    }

    @Test
    void noPageHasTwoResultsAndNoScanTwoDocuments() {
        assertThat(strings("""
                        select subject || ' ' || subject_id || ' ' || to_state from history
                        where to_state in ('READ', 'IN_REVIEW', 'STUCK', 'QUARANTINED', 'REPEAT', 'UNDERSTANDING')
                        or (subject = 'SCAN' and to_state in ('READING', 'RENDERING'))
                        group by subject, subject_id, to_state, attempt having count(*) > 1"""))
                .as("ends that were reached twice by one attempt")
                .isEmpty();
        assertThat(strings("""
                        select subject || ' ' || subject_id || ' ' || to_state from history
                        where (to_state = 'READ' and from_state = 'READING') or to_state = 'IN_REVIEW'
                        or (subject = 'SCAN' and to_state in ('READING', 'RENDERING'))
                        group by subject, subject_id, to_state having count(*) > 1""")).as("ends that were reached twice").isEmpty();
        assertThat(strings("""
                        select s.name || ' ' || s.pages || ' ' || count(distinct p.id) || ' ' || count(distinct d.id)
                        from scan s left join page p on p.scan_id = s.id left join document d on d.scan_id = s.id
                        where s.state = 'IN_REVIEW' group by s.id
                        having s.pages <> 1 or count(distinct p.id) <> 1 or count(distinct d.id) <> 1"""))
                .as("scans that have not one page and one document")
                .isEmpty();
        assertThat(strings("""
                        select h.subject || ' ' || h.subject_id from history h join page p on p.id = h.subject_id
                        where h.to_state = 'READ' and h.attempt <> p.attempt"""))
                .as("pages whose result is not that of their last attempt")
                .isEmpty();
        assertThat(strings("select p.id::text from page p where p.result_key not like '%/' || p.attempt"))
                .as("pages that point at the words of another attempt")
                .isEmpty();
    }

    @Test
    void noPageLostALife() {
        assertThat(strings("select id || ' ' || lives || ' ' || coalesce(reason_code, '') from page where lives <> 3"))
                .isEmpty();
        assertThat(strings("select id::text from scan where lives <> 3")).isEmpty();
        assertThat(strings("select id::text from document where lives <> 3")).isEmpty();
    }

    @Test
    void everyRowHasItsObject() {
        try (ObjectStore store = engines.objects()) {
            assertThat(missing(store, Bucket.ORIGINALS, "select object_key from scan where object_key <> ''"))
                    .isEmpty();
            assertThat(
                            missing(
                                    store,
                                    Bucket.PAGES,
                                    "select image_key from page union all "
                                            + "select result_key || '/words.json' from page union all select result_key || '/alto.xml' from page"))
                    .isEmpty();
            assertThat(missing(store, Bucket.DOCUMENTS, "select object_key from document"))
                    .isEmpty();
        }
    }

    private static List<String> missing(ObjectStore store, Bucket bucket, String keys) {
        try (Stream<Listed> listed = store.list(bucket, "")) {
            var there = listed.map(Listed::key).collect(Collectors.toSet());
            return strings(keys).stream().filter(key -> !there.contains(key)).toList();
        }
    }

    private static Map<String, Integer> difference(Map<String, Integer> found, Map<String, Integer> wanted) {
        Map<String, Integer> difference = new TreeMap<>(found);
        wanted.forEach((key, n) -> difference.merge(key, -n, Integer::sum));
        difference.values().removeIf(n -> n == 0);
        return difference;
    }

    private static int total() {
        return PAPERS + COPIES + RUBBISH;
    }

    private static int ended() {
        return database.sql("""
                        select count(*) from scan where state in ('IN_REVIEW', 'REPEAT', 'QUARANTINED', 'STUCK')""").query(Integer.class).single();
    }

    private static boolean isEmpty(Path inbox) throws IOException {
        try (Stream<Path> files = Files.walk(inbox)) {
            return files.filter(Files::isRegularFile)
                    .allMatch(file -> inbox.relativize(file).toString().contains("/."));
        }
    }

    private static List<String> strings(String sql, Object... values) {
        return database.sql(sql).params(List.of(values)).query(String.class).list();
    }

    private static void until(String fact, java.util.concurrent.Callable<Boolean> holds) {
        Eventually.until(fact, WALK, holds, TwoNodesTest::standing);
    }

    private static String standing() {
        return String.join(
                        "\n",
                        strings("select 'scan ' || state || ' ' || count(*) from scan group by state union all "
                                + "select 'page ' || state || ' ' || count(*) from page group by state union all "
                                + "select 'document ' || state || ' ' || count(*) from document group by state union all "
                                + "select 'arrival ' || state || ' ' || count(*) from arrival group by state"))
                + "\nawake:\n" + awake.log() + "\nsleeper:\n" + sleeper.log();
    }

    private static String since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toSeconds() + " s";
    }

    private static void say(String what, Object... values) {
        System.out.println("two nodes: " + what.formatted(values));
    }
}
