package vn.sohoa.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.audit.Chain;
import vn.sohoa.common.Sha256;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.Listed;
import vn.sohoa.storage.ObjectStore;
import vn.sohoa.storage.Stat;

/**
 * The law that every stop has to keep, looked up in the database, the store and the folders: every file that ever became
 * whole is in exactly one of stored, repeat and quarantined; every stored byte is what its hash says; no page has two
 * results; nobody innocent lost a life; nothing is left held or half done.
 */
final class Conservation {
    private final DataSource source;
    private final JdbcClient database;
    private final ObjectStore store;
    private final Ledger ledger;
    private final List<String> broken = new ArrayList<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();

    Conservation(DataSource source, ObjectStore store, Ledger ledger) {
        this.source = source;
        this.database = JdbcClient.create(source);
        this.store = store;
        this.ledger = ledger;
    }

    /** What was found: the breaches of the law, and how many of each thing there are. */
    record Found(List<String> broken, Map<String, Integer> outcomes) {}

    Found look() {
        everyFileIsInExactlyOneState();
        everyFileLiesInExactlyOnePlace();
        everyStoredByteIsWhatItsHashSays();
        noPageHasTwoResults();
        nobodyInnocentLostALife();
        nothingIsLeftHeld();
        theAuditIsWhole();
        return new Found(List.copyOf(broken), Map.copyOf(outcomes));
    }

    private record Row(String counter, String sha256, String state, String key, String shelf, boolean linked) {}

    private List<Row> scans() {
        return database.sql("""
                        select u.code || '/' || c.code counter, s.sha256, s.state, s.object_key, coalesce(s.shelf, '') shelf,
                            coalesce(f.sha256 = s.sha256 and f.counter_id = s.counter_id and f.repeat_of is null, false) linked
                        from scan s join counter c on c.id = s.counter_id join unit u on u.id = c.unit_id
                        left join scan f on f.id = s.repeat_of""")
                .query((row, n) -> new Row(
                        row.getString("counter"),
                        row.getString("sha256"),
                        row.getString("state"),
                        row.getString("object_key"),
                        row.getString("shelf"),
                        row.getBoolean("linked")))
                .list();
    }

    private void everyFileIsInExactlyOneState() {
        Map<String, Integer> left = new HashMap<>();
        ledger.drops().forEach((counter, files) -> files.forEach((hash, n) -> left.put(counter + " " + hash, n)));
        Map<String, Integer> firsts = new HashMap<>();
        for (Row scan : scans()) {
            String bytes = scan.counter() + " " + scan.sha256();
            left.merge(bytes, -1, Integer::sum);
            String outcome =
                    switch (scan.state()) {
                        case "REPEAT" -> "repeat";
                        case "QUARANTINED" -> "quarantined";
                        default -> "stored";
                    };
            count(outcome, 1);
            if (outcome.equals("stored")) {
                firsts.merge(bytes, 1, Integer::sum);
                claim(!scan.key().isEmpty(), "%s is stored nowhere", bytes);
            }
            claim(!outcome.equals("repeat") || scan.linked(), "%s is a repeat of nothing", bytes);
            claim(!outcome.equals("repeat") || scan.key().isEmpty(), "%s is a repeat and stored again", bytes);
        }
        left.forEach((bytes, n) -> claim(
                n == 0, n > 0 ? "%s was dropped and has no scan (%d)" : "%s has more scans than drops (%d)", bytes, n));
        firsts.forEach((bytes, n) -> claim(n == 1, "%s was stored %d times", bytes, n));
    }

    private void everyFileLiesInExactlyOnePlace() {
        Map<String, List<String>> places = new HashMap<>();
        ledger.drops().keySet().forEach(counter -> files(ledger.inbox().resolve(counter))
                .forEach(file -> {
                    String place =
                            ledger.inbox().resolve(counter).relativize(file).toString();
                    claim(
                            place.startsWith(".done/") || place.startsWith(".quarantine/"),
                            "%s/%s was left in the inbox",
                            counter,
                            place);
                    if (place.endsWith(".reason.txt")) {
                        claim(
                                Files.exists(Path.of(file.toString().replaceAll("\\.reason\\.txt$", ""))),
                                "%s/%s explains a file that is not there",
                                counter,
                                place);
                        return;
                    }
                    places.computeIfAbsent(counter + " " + hash(file), h -> new ArrayList<>())
                            .add(place);
                }));
        for (Row scan : scans()) {
            List<String> there = places.getOrDefault(scan.counter() + " " + scan.sha256(), new ArrayList<>());
            boolean emptied = scan.shelf().isEmpty() && ledger.wasEmptied(scan.counter());
            claim(
                    emptied || there.remove(scan.shelf()),
                    "%s: the file of %s should lie in '%s'",
                    scan.counter(),
                    scan.sha256(),
                    scan.shelf());
            boolean quarantined = scan.shelf().startsWith(".quarantine/");
            claim(
                    emptied || quarantined == scan.state().equals("QUARANTINED"),
                    "%s: a file that is %s lies in '%s'",
                    scan.counter(),
                    scan.state(),
                    scan.shelf());
            claim(
                    !quarantined || Files.exists(note(scan)),
                    "%s/%s lies in quarantine without a reason",
                    scan.counter(),
                    scan.shelf());
        }
        places.forEach((file, there) -> claim(there.isEmpty(), "%s lies in %s for no scan", file, there));
    }

    private Path note(Row scan) {
        return ledger.inbox().resolve(scan.counter()).resolve(scan.shelf() + ".reason.txt");
    }

    private void everyStoredByteIsWhatItsHashSays() {
        Map<String, String> promised = new HashMap<>();
        database.sql("""
                        select '%s/' || object_key k, sha256 h from scan where object_key <> '' union all
                        select '%3$s/' || object_key, sha256 from document where object_key <> '' union all
                        select '%3$s/' || sidecar_key, sidecar_sha256 from paper union all
                        select '%3$s/' || pdf_key, pdf_sha256 from paper union all
                        select '%2$s/' || image_key, '' from page where image_key <> '' union all
                        select '%2$s/' || result_key || f, '' from page,
                            unnest(array['/words.json', '/alto.xml', '/view.jpg', '/thumb.jpg']) f where result_key <> ''""".formatted(Bucket.ORIGINALS.id(), Bucket.PAGES.id(), Bucket.DOCUMENTS.id()))
                .query((row, n) -> promised.merge(
                        row.getString("k"), row.getString("h"), (one, other) -> one.isEmpty() ? other : one))
                .list();
        for (Bucket bucket : Bucket.values()) {
            List<String> keys;
            try (Stream<Listed> listed = store.list(bucket, "")) {
                keys = listed.map(Listed::key).toList();
            }
            for (String key : keys) {
                String hash = hash(bucket, key);
                Optional<String> own =
                        store.stat(bucket, key).map(Stat::metadata).map(m -> m.get(ObjectStore.SHA256));
                claim(own.isEmpty() || own.get().equals(hash), "%s/%s is not what was stored", bucket.id(), key);
                String wanted = promised.remove(bucket.id() + "/" + key);
                claim(
                        wanted == null || wanted.isEmpty() || wanted.equals(hash),
                        "%s/%s is not what its row says",
                        bucket.id(),
                        key);
                count(wanted == null ? "objects without a row" : "objects", 1);
            }
        }
        promised.keySet().forEach(key -> claim(false, "%s is promised and not in the store", key));
    }

    private void noPageHasTwoResults() {
        none("ends that were reached twice", """
                select h.subject || ' ' || h.subject_id || ' ' || h.to_state from history h
                where (h.from_state, h.to_state) in (('READING', 'READ'), ('SPLITTING', 'READING'),
                    ('UNDERSTANDING', 'RENDERING'), ('PUBLISHING', 'FILED'))
                group by h.subject, h.subject_id, h.to_state having count(*) > 1""");
        none("pages whose words are not those of their last attempt", """
                select id::text from page where state = 'READ' and result_key <> '' and attempt > 0
                and result_key not like '%/' || attempt""");
        none("pages of no document or of several", """
                select p.id::text from page p join scan s on s.id = p.scan_id
                left join document_page d on d.page_id = p.id and d.live
                where p.state = 'READ' and p.kind = 'DOCUMENT' and s.state in ('IN_REVIEW', 'FILED')
                group by p.id having count(d.page_id) <> 1""");
        none("scans with a page missing or twice", """
                select s.id::text from scan s left join page p on p.scan_id = s.id
                where s.state not in ('REPEAT', 'QUARANTINED')
                group by s.id having count(p.id) <> s.pages or count(distinct p.position) <> s.pages
                or s.pages_pending <> 0 or s.documents_pending <> 0""");
        none("filed documents without exactly one paper", """
                select d.id::text from document d left join paper p on p.document_id = d.id
                group by d.id, d.state having count(p.id) <> case when d.state = 'FILED' then 1 else 0 end""");
        none("register pages that are in no book", """
                select p.id::text from page p join scan s on s.id = p.scan_id join counter c on c.id = s.counter_id
                where c.code = 'so-ho-tich' and s.state = 'IN_REVIEW'
                and not exists (select 1 from book_page b where b.page_id = p.id)""");
        count("pages read", single("select count(*) from page where state = 'READ'"));
        count("documents", single("select count(*) from document where state in ('IN_REVIEW', 'FILED')"));
    }

    private void nobodyInnocentLostALife() {
        Map<String, Integer> lost = new TreeMap<>();
        database.sql("""
                        select u.code, sum(3 - w.lives) lost from (select unit_id, lives from scan union all
                            select unit_id, lives from page union all select unit_id, lives from document) w
                        join unit u on u.id = w.unit_id where w.lives < 3 group by u.code""")
                .query((row, n) -> lost.put(row.getString("code"), row.getInt("lost")))
                .list();
        lost.forEach((unit, n) -> {
            count("lives lost", n);
            claim(n <= ledger.livesOf(unit), "%s lost %d lives, and %d are explained", unit, n, ledger.livesOf(unit));
        });
    }

    private void nothingIsLeftHeld() {
        none("work that is not over", """
                select 'scan ' || id || ' ' || state from scan
                    where state in ('RECEIVED', 'SPLITTING', 'READING', 'READ', 'UNDERSTANDING', 'RENDERING') union all
                select 'page ' || id || ' ' || state from page where state in ('WAITING', 'READING') union all
                select 'document ' || id || ' ' || state from document
                    where state in ('CUT', 'RENDERING', 'RECUT', 'EXTRACTING', 'CONFIRMED', 'PUBLISHING')""");
        none("leases of nobody", """
                select id::text from scan where leased_until is not null union all
                select id::text from page where leased_until is not null union all
                select id::text from document where leased_until is not null""");
        none("arrivals that are not over", "select path || ' ' || state from arrival");
        none("originals that were found not to be whole", "select id::text from scan where fixity_whole = false");
        count("stuck scans", single("select count(*) from scan where state = 'STUCK'"));
        count("interruptions", single("""
                select (select coalesce(sum(interruptions), 0) from scan) + (select coalesce(sum(interruptions), 0) from page)
                    + (select coalesce(sum(interruptions), 0) from document)"""));
    }

    private void theAuditIsWhole() {
        try (var connection = source.getConnection()) {
            Chain.Verdict verdict = Chain.verify(connection, Optional.empty(), false);
            claim(verdict instanceof Chain.Verdict.Whole, "the audit is not whole: %s", verdict);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void none(String what, String sql) {
        database.sql(sql).query(String.class).list().forEach(row -> claim(false, "%s: %s", what, row));
    }

    private int single(String sql) {
        return database.sql(sql).query(Integer.class).single();
    }

    private void count(String what, int more) {
        outcomes.merge(what, more, Integer::sum);
    }

    private void claim(boolean holds, String otherwise, Object... values) {
        if (!holds) {
            broken.add(otherwise.formatted(values));
        }
    }

    private String hash(Bucket bucket, String key) {
        try (var bytes = store.open(bucket, key)) {
            return Sha256.of(bytes).hex();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Path file) {
        try {
            return Sha256.of(file).hex();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
