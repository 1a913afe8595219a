package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import vn.sohoa.RunningApplication;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

@Timeout(120)
class StoreIdentityTest {
    private static Path folder;
    private static DataFolder data;
    private static OwnPostgres postgres;
    private static OwnObjectStore s3;
    private static ObjectStore store;
    private static DataSource database;

    @BeforeAll
    static void start() {
        folder = RunningApplication.newFolder();
        data = DataFolder.claim(folder);
        postgres = OwnPostgres.start(data);
        s3 = OwnObjectStore.start(data);
        store = new ObjectStore(s3.settings(), s3.durability());
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.url());
        source.setUser(postgres.user());
        source.setPassword(postgres.password());
        database = source;
        Flyway.configure().dataSource(database).load().migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        store.close();
        s3.close();
        postgres.close();
        data.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    @BeforeEach
    void bothAreNew() {
        store.ensureBuckets();
        store.remove(Bucket.ORIGINALS, StoreIdentity.KEY);
        sql("delete from installation");
    }

    @Test
    void bothAreNewAndGetTheSameId() {
        check();
        assertThat(inStore()).isEqualTo(inDatabase());
        String first = inDatabase();
        check();
        assertThat(inDatabase()).isEqualTo(first);
    }

    @Test
    void anotherStoreIsRefused() {
        check();
        String id = inDatabase();
        mark(UUID.randomUUID().toString());
        assertRefused();
        assertThat(inDatabase()).isEqualTo(id);
    }

    @Test
    void anEmptyStoreForAKnownDatabaseIsRefused() {
        check();
        store.remove(Bucket.ORIGINALS, StoreIdentity.KEY);
        assertRefused();
        assertThat(store.stat(Bucket.ORIGINALS, StoreIdentity.KEY)).isEmpty();
    }

    @Test
    void anEmptyDatabaseForAKnownStoreIsRefused() {
        mark(UUID.randomUUID().toString());
        assertRefused();
        assertThat(JdbcClient.create(database)
                        .sql("select count(*) from installation")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aNodeKilledBetweenRowAndObjectIsTakenUp() {
        sql("insert into installation (id) values ('0190f5fe-7c5d-7cc3-98c4-dc0c0c07398f')");
        check();
        assertThat(inStore()).isEqualTo("0190f5fe-7c5d-7cc3-98c4-dc0c0c07398f");
    }

    @Test
    void nodesThatStartTogetherAgree() throws Exception {
        int nodes = 6;
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        CountDownLatch together = new CountDownLatch(nodes);
        List<Future<?>> starts = new ArrayList<>();
        for (int n = 0; n < nodes; n++) {
            starts.add(threads.submit(() -> {
                together.countDown();
                together.await();
                check();
                return null;
            }));
        }
        for (Future<?> start : starts) {
            start.get();
        }
        threads.shutdown();
        assertThat(inStore()).isEqualTo(inDatabase());
    }

    private static void check() {
        new StoreIdentity(database, store).check();
    }

    private static void assertRefused() {
        assertThatThrownBy(StoreIdentityTest::check)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("không thuộc về nhau")
                .hasMessageContaining("do not belong together");
    }

    private static void mark(String id) {
        store.put(Bucket.ORIGINALS, StoreIdentity.KEY, id.getBytes(StandardCharsets.US_ASCII), "text/plain", Map.of());
    }

    private static String inStore() {
        return new String(store.bytes(Bucket.ORIGINALS, StoreIdentity.KEY, 64), StandardCharsets.US_ASCII);
    }

    private static String inDatabase() {
        return JdbcClient.create(database)
                .sql("select id::text from installation where store_marked")
                .query(String.class)
                .single();
    }

    private static void sql(String statement) {
        JdbcClient.create(database).sql(statement).update();
    }
}
