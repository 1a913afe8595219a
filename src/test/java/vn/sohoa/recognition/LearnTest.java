package vn.sohoa.recognition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.QuietApplication.HandClock;
import vn.sohoa.Sheet;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.WordLessons;
import vn.sohoa.catalog.WordModels;
import vn.sohoa.common.Ids;
import vn.sohoa.extraction.Certainty;
import vn.sohoa.page.PageKind;
import vn.sohoa.page.PageText;
import vn.sohoa.scan.ConfirmedPapers;
import vn.sohoa.scan.NewDocument;
import vn.sohoa.scan.Scans;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/** A new model of words comes from papers that people confirmed, when it is due, and waits for an administrator. */
@ExtendWith(QuietApplication.class)
class LearnTest {
    private static final Duration MONTH = Duration.ofDays(30);
    /** A type that the package has no made papers of. */
    private static final String TYPE = "giay_bao_tu";

    private final Papers papers;
    private final WordModels models;
    private final WordLessons lessons;
    private final ObjectStore store;
    private final HandClock clock;
    private final JdbcClient owner;
    private final Catalog catalog;
    private final Learn learn;
    private final int packed;
    private List<Aside> others = List.of();

    record Aside(UUID id, String before) {}

    LearnTest(
            ConfigurableApplicationContext application,
            WordModels models,
            WordLessons lessons,
            ConfirmedPapers confirmed,
            Scans scans,
            ObjectStore store,
            Catalog catalog,
            HandClock clock) {
        this.papers = new Papers(application);
        this.models = models;
        this.lessons = lessons;
        this.store = store;
        this.catalog = catalog;
        this.clock = clock;
        this.owner = JdbcClient.create(application.getBean("owner", javax.sql.DataSource.class));
        this.learn = new Learn(lessons, models, confirmed, scans, store, catalog, clock, MONTH);
        this.packed = models.inForce().orElseThrow().number();
    }

    /** The papers that other tests confirmed are none of these lessons'. */
    @BeforeEach
    void asideWithOthersPapers() {
        others = owner.sql("""
                        update document set state = 'DISCARDED' where state in ('CONFIRMED', 'PUBLISHING', 'FILED')
                        returning id, (select d.state from document d where d.id = document.id) as before""")
                .query((row, number) -> new Aside(row.getObject("id", UUID.class), row.getString("before")))
                .list();
    }

    @AfterEach
    void backWithOthersPapers() {
        for (Aside other : others) {
            owner.sql("update document set state = :before where id = :id")
                    .paramSource(other)
                    .update();
        }
    }

    @AfterEach
    void backToThePackedModel() {
        models.putInForce(packed, "");
        owner.sql("delete from word_model_type where number <> ?").param(packed).update();
        owner.sql("delete from word_model where number <> ?").param(packed).update();
        owner.sql("update document set state = 'DISCARDED' where type = ?")
                .param(TYPE)
                .update();
        lessons.ask(clock.instant().plus(MONTH), "");
    }

    private static String paper(int number) {
        return """
                Cơ sở khám chữa bệnh xác nhận người có tên dưới đây đã tử vong
                Đề nghị Ủy ban nhân dân cấp xã đăng ký khai tử theo quy định
                Người thân của người đã mất ký nhận giấy này: Bà Mẫu %s
                Giấy này được lập thành hai bản, giao cho gia đình một bản
                """.formatted("z".repeat(number + 2));
    }

    /** So many papers of the type, confirmed. */
    private void confirm(int count) {
        UUID scan = papers.received(papers.counter(), "a.pdf");
        List<String> texts =
                IntStream.range(0, count).mapToObj(LearnTest::paper).toList();
        List<UUID> pages = papers.split(scan, texts);
        List<NewDocument> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            papers.read(pages.get(i), texts.get(i));
            documents.add(NewDocument.plain(Ids.next(), TYPE, List.of(pages.get(i))));
        }
        papers.render(scan, documents);
        owner.sql("update document set state = 'FILED' where scan_id = ?")
                .param(scan)
                .update();
    }

    private List<WordModels.Entry> candidates() {
        return models.all().stream()
                .filter(entry -> entry.state() == WordModels.State.CANDIDATE)
                .toList();
    }

    @Test
    void confirmedPapersMakeACandidateThatChangesNothingByItself() {
        confirm(12);
        lessons.ask(clock.instant(), "quan-tri");
        learn.round();
        WordModels.Entry candidate = candidates().get(0);
        assertThat(candidate.source().origin()).isEqualTo(WordModels.Origin.LEARNED);
        assertThat(candidate.source().confirmed()).isEqualTo(12);
        assertThat(candidate.types())
                .filteredOn(type -> type.type().equals(TYPE))
                .singleElement()
                .satisfies(type -> {
                    assertThat(type.papers()).isEqualTo(12);
                    assertThat(type.right()).isGreaterThanOrEqualTo(10);
                });
        assertThat(models.inForce().orElseThrow().number()).isEqualTo(packed);
        assertThat(type(paper(40))).isEqualTo("unknown");

        assertThat(models.putInForce(candidate.number(), "quan-tri")).isTrue();
        assertThat(type(paper(40))).isEqualTo(TYPE);
        assertThat(models.all())
                .filteredOn(entry -> entry.number() == packed)
                .singleElement()
                .satisfies(entry -> assertThat(entry.state()).isEqualTo(WordModels.State.FORMER));

        assertThat(models.putInForce(packed, "quan-tri")).isTrue();
        assertThat(type(paper(40))).as("the way back").isEqualTo("unknown");
    }

    private String type(String text) {
        Understanding understanding = Understanding.by(catalog.types(), Certainty.NONE, models::inForce);
        PageText page = Sheet.of(text);
        return understanding
                .papers(List.of(new SeenPage(FieldTrial.view(0, PageKind.DOCUMENT, page), page)))
                .get(0)
                .verdict()
                .type();
    }

    @Test
    void withoutConfirmedPapersNothingIsLearned() {
        lessons.ask(clock.instant(), "");
        learn.round();
        assertThat(candidates()).isEmpty();
        assertThat(lessons.next().at()).isAfter(clock.instant().plus(MONTH.minusDays(1)));
    }

    @Test
    void oneNodeLearnsAndNotBeforeItIsTime() {
        lessons.ask(clock.instant().plusSeconds(60), "ai-do");
        assertThat(lessons.claimDue(MONTH)).isEmpty();
        clock.forward(Duration.ofSeconds(120));
        assertThat(lessons.claimDue(MONTH)).isEqualTo(Optional.of("ai-do"));
        assertThat(lessons.claimDue(MONTH)).isEmpty();
    }

    private List<String> wordsOfThePapers() {
        return owner.sql("""
                        select p.result_key || '/words.json' from page p join document_page d on d.page_id = p.id
                        join document o on o.id = d.document_id where o.type = ? and o.state = 'FILED'""").param(TYPE).query(String.class).list();
    }

    @Test
    void aPaperWhoseWordsAreGoneDoesNotKeepTheOthersFromTeaching() {
        confirm(12);
        store.remove(Bucket.PAGES, wordsOfThePapers().get(0));
        lessons.ask(clock.instant(), "ai-do");
        learn.round();
        assertThat(candidates()).singleElement().satisfies(candidate -> assertThat(
                        candidate.source().confirmed())
                .isEqualTo(11));
    }

    @Test
    void whatFailedIsTriedAgainInAnHour() {
        confirm(1);
        store.put(Bucket.PAGES, wordsOfThePapers().get(0), "{torn".getBytes(UTF_8), "application/json", Map.of());
        lessons.ask(clock.instant(), "ai-do");
        assertThatThrownBy(learn::round).isInstanceOf(RuntimeException.class);
        assertThat(lessons.next().askedBy()).isEqualTo("ai-do");
        assertThat(lessons.next().at())
                .isBetween(
                        clock.instant().plus(Duration.ofMinutes(59)),
                        clock.instant().plus(Duration.ofMinutes(61)));
    }

    @Test
    void thePackedModelIsEnteredOnceAndLeavesAnOfficesOwnInForce() {
        int before = models.all().size();
        models.pack(vn.sohoa.catalog.PackedWords.open());
        assertThat(models.all()).hasSize(before);
        assertThat(models.putInForce(9999, "ai-do")).isFalse();
        assertThat(models.inForce().orElseThrow().number()).isEqualTo(packed);
    }
}
