package vn.sohoa.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.common.Ids;
import vn.sohoa.organization.Counter;
import vn.sohoa.scan.FixityRecords;

/** Stored originals are read again, whatever the store's disk does to one of them. */
@ExtendWith(QuietApplication.class)
class FixityTest {
    private static final Duration EVERY = Duration.ofDays(7);

    private final QuietApplication.HandClock clock;
    private final FixityRecords records;
    private final Papers papers;
    private final JdbcClient db;
    private final Path objects;

    private Counter counter;
    private DamagedStore store;
    private Fixity fixity;

    FixityTest(ConfigurableApplicationContext application, QuietApplication.HandClock clock, FixityRecords records) {
        this.clock = clock;
        this.records = records;
        papers = new Papers(application);
        db = JdbcClient.create(application.getBean("owner", DataSource.class));
        Environment settings = application.getEnvironment();
        objects = Path.of(settings.getRequiredProperty("sohoa.data")).resolve("objects");
    }

    @BeforeEach
    void nothingElseIsDue() throws Exception {
        db.sql("update scan set fixity_at = :now").param("now", now()).update();
        counter = papers.counter();
        store = new DamagedStore(objects);
        fixity = new Fixity(records, store.client, clock, EVERY);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Originals of which the first is the longest unread. */
    private List<UUID> originals(int many) {
        List<UUID> scans = IntStream.range(0, many)
                .mapToObj(i -> papers.received(
                        counter,
                        "SCN_" + i + ".pdf",
                        Ids.next().toString().repeat(3_000).getBytes()))
                .toList();
        IntStream.range(0, many).forEach(i -> db.sql("update scan set fixity_at = :at where id = :id")
                .param("at", now().minusDays(30 - i))
                .param("id", scans.get(i))
                .update());
        return scans;
    }

    /** Whether it is known to be whole or broken since this moment. */
    private boolean readSince(OffsetDateTime moment, UUID scan) {
        return (boolean)
                scan(scan, "fixity_at >= '" + moment + "' and fixity_whole").get("said");
    }

    private Map<String, Object> scan(UUID scan, String question) {
        return db.sql("select coalesce(" + question + ", false) as said from scan where id = :id")
                .param("id", scan)
                .query()
                .singleRow();
    }

    private void damage(UUID scan, DamagedStore.Damage damage) {
        store.damaged.put(scan.toString(), damage);
    }

    private List<UUID> due() {
        return records.due(clock.instant().minus(EVERY), 100).stream()
                .map(FixityRecords.Original::scan)
                .toList();
    }

    @Test
    void oneThatTheStoreCannotDeliverKeepsNoOtherFromBeingRead() {
        List<UUID> scans = originals(4);
        damage(scans.get(0), DamagedStore.Damage.REFUSED);
        damage(scans.get(2), DamagedStore.Damage.BREAKS_OFF);
        OffsetDateTime before = now();
        fixity.round();
        assertThat(scans).map(scan -> readSince(before, scan)).containsExactly(false, true, false, true);
        assertThat(due()).as("they stay due").containsExactly(scans.get(0), scans.get(2));
        store.damaged.clear();
        fixity.round();
        assertThat(scans).allMatch(scan -> readSince(before, scan));
        assertThat(due()).isEmpty();
    }

    @Test
    void oneThatCouldNotBeDeliveredComesBehindThoseThatWaitShorter() {
        List<UUID> scans = originals(1);
        damage(scans.get(0), DamagedStore.Damage.REFUSED);
        fixity.round();
        UUID later = originals(1).get(0);
        UUID never = papers.received(counter, "new.pdf");
        assertThat(due()).containsExactly(never, later, scans.get(0));
    }

    @Test
    void threeInARowEndTheRoundAndTheNextOneGoesOnWithOthers() {
        List<UUID> scans = originals(5);
        scans.subList(0, 3).forEach(scan -> damage(scan, DamagedStore.Damage.REFUSED));
        OffsetDateTime before = now();
        fixity.round();
        assertThat(store.asked).hasSize(3);
        fixity.round();
        assertThat(scans).map(scan -> readSince(before, scan)).containsExactly(false, false, false, true, true);
    }

    @Test
    void oneThatHoldsOtherBytesIsNotWhole() throws Exception {
        UUID scan = originals(1).get(0);
        Files.write(objects.resolve("sohoa-originals/" + counter.unit() + "/test/" + scan), new byte[1]);
        fixity.round();
        assertThat(scan(scan, "not fixity_whole")).containsEntry("said", true);
    }
}
