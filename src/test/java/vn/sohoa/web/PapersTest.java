package vn.sohoa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.common.Failure.Conflict;
import vn.sohoa.common.Scope;
import vn.sohoa.common.Sha256;
import vn.sohoa.dataset.PaperView;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;
import vn.sohoa.publication.Publish;
import vn.sohoa.review.Review;
import vn.sohoa.scan.Claim;
import vn.sohoa.scan.Claims;
import vn.sohoa.scan.Edit;
import vn.sohoa.scan.FieldAnswers;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.State;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/** Confirmed papers: kept with their data, found, shown for a purpose, and only to their own unit. */
@ExtendWith(QuietApplication.class)
class PapersTest {
    private static final List<String> MAIN =
            List.of("noi_sinh", "so_dinh_danh", "ho_ten_me", "ho_ten_cha", "noi_dang_ky", "ngay_dang_ky");

    private ConfigurableApplicationContext application;
    private Papers walk;
    private Counter counter;
    private vn.sohoa.dataset.Papers papers;
    private Publish publish;
    private Claims claims;
    private JdbcTemplate owner;

    @BeforeEach
    void begin(ConfigurableApplicationContext running) {
        application = running;
        walk = new Papers(running);
        counter = walk.counter();
        papers = running.getBean(vn.sohoa.dataset.Papers.class);
        publish = running.getBean(Publish.class);
        claims = running.getBean(Claims.class);
        owner = new JdbcTemplate(running.getBean("owner", javax.sql.DataSource.class));
    }

    private Person clerk() {
        return new Person(
                vn.sohoa.common.Ids.next(),
                "can-bo",
                "Cán bộ",
                java.util.Map.of(Role.CLERK, Set.of(counter.unitId())),
                false);
    }

    /** A birth certificate that a person confirmed. */
    private UUID confirmed(String name, String number) {
        UUID document = walk.birth(counter, name);
        Review review = application.getBean(Review.class);
        Person clerk = clerk();
        int version = 0;
        for (String code : List.of("ho_ten", "ngay_sinh")) {
            review.say(new Edit(document, version++, clerk), code, FieldAnswers.Word.ACCEPT, "");
        }
        for (String code : MAIN) {
            boolean numbered = code.equals("so_dinh_danh") && !number.isEmpty();
            review.say(
                    new Edit(document, version++, clerk),
                    code,
                    numbered ? FieldAnswers.Word.CORRECT : FieldAnswers.Word.ABSENT,
                    number);
        }
        review.confirm(new Edit(document, version, clerk));
        return document;
    }

    private UUID published(String name, String number) {
        UUID document = confirmed(name, number);
        publish.document(claims.publish(document.toString()));
        return document;
    }

    private PaperView paperOf(UUID document) {
        UUID id = owner.queryForObject("select id from paper where document_id = ?", UUID.class, document);
        return papers.paper(id).orElseThrow();
    }

    private static String number() {
        return "0%011d".formatted(Math.floorMod(System.nanoTime(), 100_000_000_000L));
    }

    @Test
    void aConfirmedDocumentIsKeptWithItsDataBesideIt() throws Exception {
        String number = number();
        UUID document = published("Nguyễn Thị Quỳnh Hường", number);
        PaperView paper = paperOf(document);
        assertThat(paper.code()).isEqualTo(number + ".giay_khai_sinh");
        assertThat(paper.holderName()).isEqualTo("Nguyễn Thị Quỳnh Hường");
        assertThat(paper.confirmedBy()).isEqualTo("can-bo");
        Scans scans = application.getBean(Scans.class);
        assertThat(scans.document(document).orElseThrow().state()).isEqualTo(State.FILED);
        UUID scan = scans.document(document).orElseThrow().scanId();
        assertThat(scans.scan(scan).orElseThrow().state())
                .as("nothing of it waits")
                .isEqualTo(State.FILED);

        ObjectStore store = application.getBean(ObjectStore.class);
        byte[] pdf = store.bytes(Bucket.DOCUMENTS, paper.pdfKey(), 1 << 20);
        JsonNode sidecar = new JsonMapper().readTree(store.bytes(Bucket.DOCUMENTS, paper.sidecarKey(), 1 << 20));
        assertThat(sidecar.path("pdf").path("sha256").asString())
                .isEqualTo(Sha256.of(pdf).hex());
        assertThat(sidecar.path("holder").path("number").asString()).isEqualTo(number);
        JsonNode name = sidecar.path("fields").get(0);
        assertThat(name.path("value").asString()).isEqualTo("Nguyễn Thị Quỳnh Hường");
        assertThat(name.path("by").asString()).isEqualTo("can-bo");
        assertThat(name.path("machine").path("source").asString()).isEqualTo("OCR");
    }

    @Test
    void publishingAgainChangesNothing() {
        UUID document = confirmed("Lê Văn Hai", number());
        Claim slept = claims.publish(document.toString());
        claims.postpone(slept, vn.sohoa.common.Reason.of(vn.sohoa.common.ReasonCode.STORE_UNAVAILABLE, "test"));
        application.getBean(QuietApplication.HandClock.class).forward(java.time.Duration.ofMinutes(1));
        publish.document(claims.publish(document.toString()));
        PaperView paper = paperOf(document);
        assertThatThrownBy(() -> publish.document(slept)).isInstanceOf(Conflict.class);
        assertThat(owner.queryForObject("select count(*) from paper where document_id = ?", Integer.class, document))
                .isEqualTo(1);
        assertThat(paperOf(document)).isEqualTo(paper);
    }

    @Test
    void aSecondPaperOfTheSameHolderGetsAnOrdinalAndAnUnknownHolderABlank() {
        String number = number();
        published("Lê Văn Ba", number);
        assertThat(paperOf(published("Lê Văn Ba", number)).code()).isEqualTo(number + ".giay_khai_sinh.2");
        assertThat(paperOf(published("Lê Văn Bốn", "")).code()).startsWith(".giay_khai_sinh");
    }

    @Test
    void whatHasTheSameAccentsComesFirst() {
        String mark = "Q" + System.nanoTime();
        UUID other = published("Trần Thị Thúy Hương " + mark, "");
        UUID meant = published("Trần Thị Thuý Hường " + mark, "");
        Visitor clerk = Visitor.as(application, counter.unitId(), Role.CLERK);
        String both = clerk.post("/papers", "/papers", "asked", "thúy hường " + mark, "purpose", "")
                .body();
        assertThat(both.indexOf(paperOf(meant).code() + "<")).isPositive();
        assertThat(both.indexOf("Trần Thị Thuý Hường")).isPositive().isLessThan(both.indexOf("Trần Thị Thúy Hương"));
        String folded = clerk.post("/papers", "/papers", "asked", "thuy huong " + mark, "purpose", "")
                .body();
        assertThat(folded).contains(paperOf(other).code(), paperOf(meant).code());
    }

    @Test
    void aPaperIsShownAndHandedOutForAPurposeOnly() {
        UUID document = published("Phạm Văn Năm", number());
        UUID paper = paperOf(document).id();
        Visitor clerk = Visitor.as(application, counter.unitId(), Role.CLERK);
        assertThat(clerk.page("/papers/" + paper)).doesNotContain("Phạm Văn Năm");
        var refused = clerk.post("/papers/" + paper, "/papers/" + paper, "purpose", "  ");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("mục đích").doesNotContain("Phạm Văn Năm");
        assertThat(clerk.post("/papers/" + paper, "/papers/" + paper + "/file", "purpose", "")
                        .statusCode())
                .isEqualTo(422);
        assertThat(clerk.post("/papers/" + paper, "/papers/" + paper, "purpose", "Cấp bản sao")
                        .body())
                .contains("Phạm Văn Năm", "05/11/1992");
        assertThat(clerk.post("/papers/" + paper, "/papers/" + paper + "/file", "purpose", "Cấp bản sao")
                        .body())
                .startsWith("%PDF");
        assertThat(clerk.post("/papers/" + paper, "/papers/" + paper + "/data", "purpose", "Cấp bản sao")
                        .body())
                .contains("\"value\" : \"Phạm Văn Năm\"");
        assertThat(owner.queryForList(
                        "select act from paper_use where paper_id = ? and purpose = 'Cấp bản sao' order by at",
                        String.class,
                        paper))
                .containsExactly("VIEWED", "FILE", "DATA");
        assertThat(owner.queryForObject(
                        "select count(*) from audit_entry where subject_id = ? and action = 'PAPER_VIEWED'",
                        Integer.class,
                        paper))
                .isEqualTo(1);
    }

    @Test
    void anotherUnitFindsNothing() {
        String mark = "Z" + System.nanoTime();
        UUID paper = paperOf(published("Phạm Văn Sáu " + mark, number())).id();
        Counter elsewhere = walk.counter();
        Visitor stranger = Visitor.as(application, elsewhere.unitId(), Role.CLERK);
        assertThat(stranger.post("/papers", "/papers", "asked", mark, "purpose", "")
                        .body())
                .contains("Không tìm thấy")
                .doesNotContain("Sáu");
        assertThat(stranger.get("/papers/" + paper).statusCode()).isEqualTo(404);
        assertThat(Scope.in(Scope.of(Set.of(elsewhere.unitId())), () -> papers.find(mark, 10, 0)))
                .isEmpty();
        Visitor clerk = Visitor.as(application, counter.unitId(), Role.CLERK);
        assertThat(clerk.post("/papers", "/papers", "asked", "pham van sau " + mark, "purpose", "")
                        .body())
                .contains("Sáu");
    }
}
