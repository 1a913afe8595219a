package vn.sohoa.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.SmallPapers;
import vn.sohoa.common.Faults.Order;
import vn.sohoa.common.Step;

/** What has to be dropped and done so that a step is reached: a unit of its own for each trial. */
final class Scenario implements AutoCloseable {
    private static final Set<Step> REFUSED_LATE =
            EnumSet.of(Step.LATE_PLACE_KEPT, Step.LATE_PLACE_RECORDED, Step.LATE_MOVED);
    private static final Set<Step> EMPTIED = EnumSet.of(Step.DONE_READ, Step.DONE_DELETED);
    private static final Set<Step> AFTER_FAILURE = EnumSet.of(Step.FAILURE_CAUGHT, Step.FAILURE_RECORDED);
    private static final long OVERSLEPT_NANOS = 11_500_000_000L;
    private static final String DOSSIERS =
            "Mã hồ sơ,Mã TTHC,Chủ hồ sơ,Số định danh\n%s,2.000815,Quách Tiến Sơn,030084056508\nkhông phải mã,,,\n";

    private final Path beside;
    private final Ledger ledger;
    private final Conductor conductor;
    private final JdbcClient database;
    private final Map<String, String> engines;
    private final SmallPapers papers = new SmallPapers();
    private Clerk clerk;
    private int number;

    Scenario(Path beside, Ledger ledger, Conductor conductor, JdbcClient database, Map<String, String> engines) {
        this.beside = beside;
        this.ledger = ledger;
        this.conductor = conductor;
        this.database = database;
        this.engines = engines;
    }

    /** Waits until a fact holds. */
    interface Waiting {
        void until(String fact, Callable<Boolean> holds);
    }

    /** The trial's own unit. */
    record Files(Trial trial, String unit, int number) {
        String counter() {
            return unit + "/quay-1";
        }
    }

    Files begin(Trial trial) {
        number++;
        Files files = new Files(trial, "t-%03d".formatted(number), number);
        ledger.costs(files.unit(), trial.lives());
        return files;
    }

    /** Drops what it needs and does what a person does, until the step has been struck. */
    void act(Files files, Conductor.Strike strike, Waiting waiting) throws IOException {
        Step step = files.trial().step();
        prelude(step);
        switch (family(step)) {
            case "LIST" -> dossiers(files);
            case "BOOK" -> page(files);
            case "REFUSAL" -> rubbish(files);
            case "EXTRACT", "PUBLISH" -> {
                conductor.forget(step);
                paper(files);
                awaitEnd(files, waiting);
                UUID document = document(files);
                again(step, strike);
                clerk().retype(document);
                if (family(step).equals("PUBLISH")) {
                    awaitEnd(files, waiting);
                    clerk().confirm(document);
                }
            }
            default -> {
                paper(files);
                copy(files);
                rubbish(files);
            }
        }
        if (EMPTIED.contains(step)) {
            awaitEnd(files, waiting);
            ledger.emptied(files.counter());
            waiting.until("the original was read again", () -> unread(files) == 0);
            database.sql("update scan set created_at = created_at - interval '40 days' where unit_id ="
                            + " (select id from unit where code = ?)")
                    .param(files.unit())
                    .update();
        }
    }

    private void again(Step step, Conductor.Strike strike) {
        conductor.arrange(step, strike);
    }

    private static String family(Step step) {
        return step.name().substring(0, step.name().indexOf('_'));
    }

    /** What has to go wrong first, so that the step is reached at all. */
    private void prelude(Step step) {
        if (REFUSED_LATE.contains(step)) {
            conductor.arrange(Step.SPLIT_FETCHED, Order.BAD_INPUT, () -> {});
        } else if (AFTER_FAILURE.contains(step)) {
            conductor.arrange(Step.READ_FETCHED, Order.UNAVAILABLE, () -> {});
        } else if (step == Step.ARRIVAL_FOUND_MOVED) {
            conductor.arrange(Step.INTAKE_MOVED, Order.UNAVAILABLE, () -> {});
        } else if (step == Step.SWEEP_GIVEN_BACK) {
            conductor.arrange(Step.READ_FETCHED, Order.GO, () -> LockSupport.parkNanos(OVERSLEPT_NANOS));
        }
    }

    private Clerk clerk() {
        if (clerk == null) {
            clerk = new Clerk(engines);
        }
        return clerk;
    }

    private void paper(Files files) throws IOException {
        ledger.drop(papers.draw(files.number(), beside.resolve("SCN_0001.png")), files.counter(), "SCN_0001.png");
    }

    private void copy(Files files) throws IOException {
        ledger.drop(papers.draw(files.number(), beside.resolve("SCN_0002.png")), files.counter(), "SCN_0002.png");
    }

    private void page(Files files) throws IOException {
        Path page = papers.draw(files.number(), beside.resolve("001.png"));
        ledger.drop(page, files.unit() + "/so-ho-tich", "KS.2007.01/001.png");
    }

    private void rubbish(Files files) throws IOException {
        Path rubbish = java.nio.file.Files.writeString(
                java.nio.file.Files.createDirectories(beside).resolve("web.png"), "<html>không phải bản quét " + files);
        ledger.drop(rubbish, files.counter(), "trang web.png");
    }

    /** Not a scan: it is in no ledger, its rows are looked for instead. */
    private void dossiers(Files files) throws IOException {
        Path list = java.nio.file.Files.writeString(
                java.nio.file.Files.createDirectories(beside).resolve("list.csv"), DOSSIERS.formatted(code(files)));
        Path target = ledger.inbox().resolve(files.unit()).resolve("ho-so/danh-sach.csv");
        java.nio.file.Files.createDirectories(target.getParent());
        java.nio.file.Files.move(list, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String code(Files files) {
        return "H23.24.10-231208-%04d".formatted(files.number());
    }

    private UUID document(Files files) {
        return database.sql("select d.id from document d join unit u on u.id = d.unit_id where u.code = ?")
                .param(files.unit())
                .query(UUID.class)
                .single();
    }

    /** Everything of the trial has come to its end by itself. */
    void awaitEnd(Files files, Waiting waiting) {
        waiting.until(
                files.trial() + ": all that was dropped in " + files.unit() + " has come to its end",
                () -> family(files.trial().step()).equals("LIST") ? listIsTaken(files) : openWork(files) == 0);
    }

    private boolean listIsTaken(Files files) throws IOException {
        Path folder = ledger.inbox().resolve(files.unit()).resolve("ho-so");
        boolean moved = !java.nio.file.Files.exists(folder.resolve("danh-sach.csv"));
        int entered = database.sql("select count(*) from dossier d join unit u on u.id = d.unit_id"
                        + " where u.code = ? and d.canonical = ?")
                .param(files.unit())
                .param(code(files))
                .query(Integer.class)
                .single();
        // A list that a test calls broken half way ends as such a list does: moved, with what is wrong beside it.
        return moved && (entered == 1 || files.trial().mode() == Mode.BAD_INPUT);
    }

    private int openWork(Files files) {
        return ledger.files(files.unit())
                - database.sql("""
                        select count(*) from scan s join unit u on u.id = s.unit_id where u.code = ?
                        and s.state in ('IN_REVIEW', 'FILED', 'STUCK', 'REPEAT', 'QUARANTINED') and s.shelf_due is null
                        and not exists (select 1 from document d where d.scan_id = s.id
                            and d.state in ('CUT', 'RENDERING', 'RECUT', 'EXTRACTING', 'CONFIRMED', 'PUBLISHING'))
                        and not exists (select 1 from page p where p.scan_id = s.id and p.state in ('WAITING', 'READING'))
                        and not exists (select 1 from arrival a where a.unit_id = s.unit_id)
                        and (s.created_at > now() - interval '30 days' or s.state = 'QUARANTINED' or s.shelf is null)
                        and (s.state <> 'IN_REVIEW' or exists (select 1 from book_scan b where b.scan_id = s.id)
                            or not exists (select 1 from counter c where c.id = s.counter_id and c.code = 'so-ho-tich'))""").param(files.unit()).query(Integer.class).single();
    }

    private int unread(Files files) {
        return count(
                database,
                "scan s join unit u on u.id = s.unit_id where u.code = '" + files.unit()
                        + "' and s.object_key <> '' and s.fixity_at is null");
    }

    static int count(JdbcClient database, String what) {
        return database.sql("select count(*) from " + what).query(Integer.class).single();
    }

    /** What stands where at the moment, for whoever waits in vain. */
    String standing() {
        List<String> rows = database.sql("""
                        select u.code || ' scan ' || s.state || ' ' || coalesce(s.reason_code, '') || ' shelf ' || coalesce(s.shelf, '-')
                            from scan s join unit u on u.id = s.unit_id where u.code = :unit union all
                        select u.code || ' page ' || p.state || ' ' || coalesce(p.reason_code, '')
                            from page p join unit u on u.id = p.unit_id where u.code = :unit union all
                        select u.code || ' document ' || d.state || ' ' || coalesce(d.reason_code, '')
                            from document d join unit u on u.id = d.unit_id where u.code = :unit union all
                        select u.code || ' arrival ' || a.state || ' ' || a.path
                            from arrival a join unit u on u.id = a.unit_id where u.code = :unit""")
                .param("unit", "t-%03d".formatted(number))
                .query(String.class)
                .list();
        return String.join("\n", rows);
    }

    @Override
    public void close() throws IOException {
        if (clerk != null) {
            clerk.close();
        }
    }
}
