package vn.sohoa.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.HandClock;
import vn.sohoa.common.Code;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.common.Sha256;
import vn.sohoa.organization.Counter;
import vn.sohoa.page.PageKind;
import vn.sohoa.page.PageText;

/**
 * Where the records are proven: two nodes, {@code north} and {@code south}, work on one database under one clock, which only the
 * tests move; and scans in any state to begin with.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
public abstract class RecordGround {
    static final Leases LEASES = new Leases(Duration.ofMinutes(2), Duration.ofSeconds(15), 4);
    static final Duration PAST_THE_LEASE = LEASES.work().plusSeconds(1);
    static final Duration SILENCE = Duration.ofMinutes(1);
    static final Reason WHY = Reason.of(ReasonCode.STORE_UNAVAILABLE, "why");
    static final int MANY = 12;

    /** A database, or a schema of one, for this class alone. */
    public record Database(String url, String user, String password) {}

    final HandClock clock = new HandClock();
    Database database;
    RecordNode north;
    RecordNode south;
    JdbcClient sql;
    ExecutorService threads;
    Counter counter;

    /** Opens the database under test, empty. */
    protected abstract Database open() throws Exception;

    @BeforeAll
    void start() throws Exception {
        database = open();
        north = RecordNode.start("north", database, clock, LEASES);
        south = RecordNode.start("south", database, clock, LEASES);
        sql = north.context().getBean(JdbcClient.class);
        threads = Executors.newFixedThreadPool(2 * MANY);
    }

    @AfterAll
    void stop() {
        for (RecordNode node : new RecordNode[] {north, south}) {
            if (node != null) {
                node.close();
            }
        }
        if (threads != null) {
            threads.shutdownNow();
        }
    }

    @BeforeEach
    void empty() {
        List<String> kept = List.of("audit_entry", "audit_link", "history"); // append-only, but for their owner
        kept.forEach(table -> sql.sql("alter table %1$s disable trigger %1$s_append_only".formatted(table))
                .update());
        sql.sql("truncate arrival, scan, page, document, document_page, history, audit_entry cascade")
                .update();
        kept.forEach(table -> sql.sql("alter table %1$s enable trigger %1$s_append_only".formatted(table))
                .update());
        counter = north.counters().at(new Code("ub-01"), new Code("quay-1"));
    }

    // ---- a scan in any state

    UUID received() {
        return settle(Ids.next().toString(), taken(Ids.next().toString()));
    }

    UUID settle(String path, NewScan scan) {
        Arrival arrival = arrival(path);
        north.arrivals().settle(arrival, (Arrival.Yours) north.arrivals().claim(arrival), scan);
        return scan.id();
    }

    Arrival arrival(String path) {
        return new Arrival(counter, path, print(1), "system:test");
    }

    Arrival.Print print(long size) {
        return new Arrival.Print(size, Instant.parse("2026-11-20T00:00:00Z"), "file 1");
    }

    static NewScan taken(String bytes) {
        UUID id = Ids.next();
        return new NewScan(id, "SCN_0001.pdf", "", hash(bytes), 1, "PDF", "ub-01/2026/11/" + id, Optional.empty());
    }

    static NewScan refused(String bytes) {
        Optional<Reason> why = Optional.of(Reason.of(ReasonCode.EMPTY_FILE));
        return new NewScan(Ids.next(), "SCN_0001.pdf", "", hash(bytes), 1, "", "", why);
    }

    static Sha256 hash(String bytes) {
        return Sha256.of(bytes.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    List<UUID> reading(int pages) {
        return pages(received(), pages);
    }

    List<UUID> pages(UUID scan, int pages) {
        Claim claim = north.claims().split(scan.toString());
        Announcement next = north.walk()
                .split(claim, IntStream.range(0, pages).mapToObj(n -> toRead()).toList());
        return next.read().stream().map(UUID::fromString).toList();
    }

    static NewPage toRead() {
        return new NewPage.ToRead(Ids.next(), new NewPage.Image("key", "PNG", 10, 10, 300));
    }

    /** Work of this stage, in the hands of this node. */
    Claim claimed(RecordNode node, Stage stage) {
        UUID scan = received();
        if (stage == Stage.SPLIT) {
            return claim(node, stage, scan);
        }
        UUID page = pages(scan, 1).get(0);
        if (stage == Stage.READ) {
            return claim(node, stage, page);
        }
        done(north, claim(north, Stage.READ, page));
        if (stage == Stage.UNDERSTAND) {
            return claim(node, stage, scan);
        }
        Announcement next = done(north, claim(north, Stage.UNDERSTAND, scan));
        UUID document = UUID.fromString(next.render().get(0));
        if (stage == Stage.EXTRACT || stage == Stage.PUBLISH) {
            sql.sql("update document set state = ? where id = ?")
                    .params(stage.from().name(), document) // as a person's change would
                    .update();
        }
        return claim(node, stage, document);
    }

    static Claim claim(RecordNode node, Stage stage, UUID id) {
        Claims claims = node.claims();
        return switch (stage) {
            case SPLIT -> claims.split(id.toString());
            case READ -> claims.read(id.toString());
            case UNDERSTAND -> claims.understand(id.toString());
            case EXTRACT -> claims.extract(id.toString());
            case RENDER -> claims.render(id.toString());
            case PUBLISH -> claims.publish(id.toString());
        };
    }

    /** Ends the work as it should end. */
    Announcement done(RecordNode node, Claim claim) {
        return switch (claim.stage()) {
            case SPLIT -> node.walk().split(claim, List.of(toRead()));
            case READ ->
                node.walk().read(claim, new PageResult(PageKind.DOCUMENT, PageText.Source.OCR, "key", 0.9f, 10));
            case UNDERSTAND -> node.walk().understood(claim, List.of(documentOf(claim.id())));
            case EXTRACT -> node.walk().extracted(claim, DocumentType.untold("unknown"), List.of(), List.of());
            case RENDER -> node.walk().rendered(claim, "key", hash("pdf"), 3);
            case PUBLISH -> node.walk().published(claim);
        };
    }

    NewDocument documentOf(UUID scan) {
        return NewDocument.plain(
                Ids.next(), "unknown", ids("select id from page where scan_id = '" + scan + "' and state = 'READ'"));
    }

    void renderAll(UUID scan) {
        Announcement next = done(north, north.claims().understand(scan.toString()));
        next.render().forEach(document -> done(north, north.claims().render(document)));
    }

    static List<String> rung(Announcement announcement, Stage stage) {
        return switch (stage) {
            case SPLIT -> announcement.split();
            case READ -> announcement.read();
            case UNDERSTAND -> announcement.understand();
            case EXTRACT -> announcement.extract();
            case RENDER -> announcement.render();
            case PUBLISH -> announcement.publish();
        };
    }

    static String table(Stage stage) {
        return stage.subject().name().toLowerCase(java.util.Locale.ROOT);
    }

    // ---- looking

    Map<String, Object> row(String table, UUID id) {
        return sql.sql("select * from " + table + " where id = ?")
                .param(id)
                .query()
                .singleRow();
    }

    List<String> history(UUID subject) {
        return strings(
                "select trim(from_state || ' > ' || to_state || ' ' || attempt) from history where subject_id = ? order by id",
                subject);
    }

    /** All rows that a step may touch, as one text to compare. */
    String everything() {
        return String.join("\n", strings("""
                        select 'scan ' || to_jsonb(t)::text from scan t union all select 'page ' || to_jsonb(t)::text from page t
                        union all select 'document ' || to_jsonb(t)::text from document t
                        union all select 'history ' || to_jsonb(t)::text from history t
                        union all select 'audit ' || to_jsonb(t)::text from audit_entry t
                        union all select 'arrival ' || to_jsonb(t)::text from arrival t order by 1"""));
    }

    List<String> strings(String query, Object... values) {
        return sql.sql(query).params(List.of(values)).query(String.class).list();
    }

    List<UUID> ids(String query) {
        return sql.sql(query).query(UUID.class).list();
    }

    <T> T one(String query, Class<T> type, Object... values) {
        if (type == Instant.class) {
            return type.cast(sql.sql(query)
                    .params(List.of(values))
                    .query((row, n) ->
                            row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                    .single());
        }
        return sql.sql(query).params(List.of(values)).query(type).single();
    }

    // ---- many at once

    /** What a thread got: a value, or an exception. */
    record Outcome<T>(T value, Throwable failure) {
        boolean fine() {
            return failure == null;
        }

        T get() {
            if (failure != null) {
                throw new AssertionError("a thread failed", failure);
            }
            return value;
        }
    }

    /** One of so many threads. */
    @FunctionalInterface
    interface Threads<T> {
        Callable<T> number(int n);
    }

    /** Runs all of them from the same moment on, and waits for all. */
    <T> List<Outcome<T>> atOnce(int times, Threads<T> tasks) throws Exception {
        CyclicBarrier start = new CyclicBarrier(times);
        List<Future<Outcome<T>>> running = new ArrayList<>();
        for (int n = 0; n < times; n++) {
            Callable<T> task = tasks.number(n);
            running.add(threads.submit(() -> {
                start.await(60, TimeUnit.SECONDS);
                try {
                    return new Outcome<>(task.call(), null);
                } catch (Exception e) {
                    return new Outcome<>(null, e);
                }
            }));
        }
        List<Outcome<T>> outcomes = new ArrayList<>();
        for (Future<Outcome<T>> one : running) {
            outcomes.add(one.get(60, TimeUnit.SECONDS));
        }
        return outcomes;
    }
}
