package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import vn.sohoa.Eventually;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.RunningApplication;
import vn.sohoa.common.Ids;
import vn.sohoa.filing.Render;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;
import vn.sohoa.pdf.DrawnPdfs;
import vn.sohoa.publication.Publish;
import vn.sohoa.recognition.Extract;
import vn.sohoa.recognition.Split;
import vn.sohoa.recognition.Understand;
import vn.sohoa.review.Review;
import vn.sohoa.scan.Announcement;
import vn.sohoa.scan.Claim;
import vn.sohoa.scan.Claims;
import vn.sohoa.scan.DueWork;
import vn.sohoa.scan.Edit;
import vn.sohoa.scan.FieldAnswers;
import vn.sohoa.scan.NewDocument;
import vn.sohoa.storage.StoreSettings;

/** Every step that waits for a store which takes longer than a lease ends at its first try. */
@Timeout(180)
class SlowStoreTest {
    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private static final List<String> READ = List.of("ho_ten", "ngay_sinh");
    private static final List<String> NOT_READ =
            List.of("noi_sinh", "so_dinh_danh", "ho_ten_me", "ho_ten_cha", "noi_dang_ky", "ngay_dang_ky");

    private static Path folder;
    private static DataFolder data;
    private static OwnObjectStore s3;
    private static Cable cable;
    private static ConfigurableApplicationContext node;

    private Papers papers;
    private Claims claims;
    private JdbcClient database;
    private Counter counter;

    @BeforeAll
    static void start() throws IOException {
        folder = RunningApplication.newFolder();
        data = DataFolder.claim(folder.resolve("store"));
        s3 = OwnObjectStore.start(data);
        StoreSettings direct = s3.settings();
        cable = new Cable(direct.endpoint().getHost(), direct.endpoint().getPort());
        node = QuietApplication.start(
                folder.resolve("node"),
                "--sohoa.s3.url=http://127.0.0.1:" + cable.port(),
                "--sohoa.s3.access-key=" + direct.accessKey(),
                "--sohoa.s3.secret-key=" + direct.secretKey(),
                "--sohoa.sweep.lease=" + LEASE.toSeconds() + "s");
    }

    @AfterAll
    static void stop() throws IOException {
        node.close();
        cable.close();
        s3.close();
        data.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    @BeforeEach
    void begin() {
        papers = new Papers(node);
        claims = node.getBean(Claims.class);
        database = JdbcClient.create(node.getBean("owner", DataSource.class));
        counter = papers.counter();
    }

    @Test
    void aScanIsCutHoweverLongItsOriginalTakes() throws Exception {
        UUID scan = papers.received(counter, "a.pdf", DrawnPdfs.of("Giấy giới thiệu"));
        endsAtItsFirstTry("scan", claims.split(scan.toString()), node.getBean(Split.class)::scan);
    }

    @Test
    void aScanIsUnderstoodHoweverLongItsWordsTake() throws Exception {
        UUID scan = papers.received(counter, "a.pdf");
        read(scan);
        endsAtItsFirstTry("scan", claims.understand(scan.toString()), node.getBean(Understand.class)::scan);
    }

    @Test
    void aDocumentIsReadAnewHoweverLongItsWordsTake() throws Exception {
        UUID document = papers.birth(counter, "Nguyễn Thị Mẫu");
        database.sql("update document set state = 'RECUT' where id = ?") // as a person's change would
                .param(document)
                .update();
        endsAtItsFirstTry("document", claims.extract(document.toString()), node.getBean(Extract.class)::document);
    }

    @Test
    void aDocumentGetsItsFileHoweverLongItsPagesTake() throws Exception {
        UUID scan = papers.received(counter, "a.pdf");
        NewDocument document = NewDocument.plain(Ids.next(), "unknown", read(scan));
        papers.understood(scan, List.of(document));
        Claim claim = claims.render(document.id().toString());
        endsAtItsFirstTry("document", claim, node.getBean(Render.class)::document);
    }

    @Test
    void aDocumentIsPublishedHoweverLongItsSidecarTakes() throws Exception {
        UUID document = papers.birth(counter, "Nguyễn Thị Mẫu");
        confirmed(document);
        endsAtItsFirstTry("document", claims.publish(document.toString()), node.getBean(Publish.class)::document);
    }

    private List<UUID> read(UUID scan) {
        List<UUID> pages = papers.split(scan, List.of("Giấy giới thiệu"));
        papers.read(pages.get(0), "Giấy giới thiệu");
        return pages;
    }

    private void confirmed(UUID document) {
        Review review = node.getBean(Review.class);
        Person clerk = new Person(Ids.next(), "can-bo", "Cán bộ", Map.of(Role.CLERK, Set.of(counter.unitId())), false);
        int version = 0;
        for (String code : READ) {
            review.say(new Edit(document, version++, clerk), code, FieldAnswers.Word.ACCEPT, "");
        }
        for (String code : NOT_READ) {
            review.say(new Edit(document, version++, clerk), code, FieldAnswers.Word.ABSENT, "");
        }
        review.confirm(new Edit(document, version, clerk));
    }

    private void endsAtItsFirstTry(String table, Claim claim, Function<Claim, Announcement> step) throws Exception {
        QuietApplication.HandClock clock = node.getBean(QuietApplication.HandClock.class);
        cable.silence();
        CompletableFuture<Announcement> end = CompletableFuture.supplyAsync(() -> step.apply(claim));
        try {
            clock.forward(LEASE);
            Eventually.until(
                    "it is held on",
                    LIMIT,
                    () -> leasedUntil(table, claim.id()).isAfter(clock.instant()),
                    () -> "its lease ends at " + leasedUntil(table, claim.id()) + ", now is " + clock.instant());
            assertThat(end).as("the step").isNotDone();
            assertThat(node.getBean(DueWork.class).giveBackExpired(claim.stage(), 10))
                    .isZero();
        } finally {
            cable.mend();
        }
        end.get(30, TimeUnit.SECONDS);
        assertThat(row(table, "attempt", Integer.class, claim.id())).isEqualTo(claim.attempt());
        assertThat(row(table, "state", String.class, claim.id()))
                .isNotEqualTo(claim.stage().during().name());
    }

    private Instant leasedUntil(String table, UUID id) {
        return row(table, "leased_until", OffsetDateTime.class, id).toInstant();
    }

    private <T> T row(String table, String column, Class<T> type, UUID id) {
        return database.sql("select " + column + " from " + table + " where id = ?")
                .param(id)
                .query(type)
                .single();
    }
}
