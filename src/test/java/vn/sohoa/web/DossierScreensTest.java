package vn.sohoa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.LoosePapers;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.common.DossierCode;
import vn.sohoa.dossier.Attachment;
import vn.sohoa.dossier.DossierLine;
import vn.sohoa.dossier.DossierView;
import vn.sohoa.dossier.Dossiers;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Role;
import vn.sohoa.organization.Units;

@ExtendWith(QuietApplication.class)
class DossierScreensTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private ConfigurableApplicationContext application;
    private Dossiers dossiers;
    private LoosePapers papers;
    private Counter counter;
    private Visitor clerk;

    @BeforeEach
    void visit(ConfigurableApplicationContext running) {
        application = running;
        dossiers = running.getBean(Dossiers.class);
        papers = new LoosePapers(running);
        counter = new Papers(running).counter();
        clerk = Visitor.as(running, counter.unitId(), Role.CLERK);
    }

    @Test
    void aClerkOpensADossierAndFindsItByItsHolder() {
        DossierCode code = code();
        var opened = clerk.post(
                "/dossiers/new",
                "/dossiers/new",
                "code",
                code.text(),
                "procedure",
                "1.001193",
                "name",
                "Đặng Thị Ước",
                "number",
                "030 085 000 321",
                "received",
                "2026-09-30");
        assertThat(opened.statusCode()).isEqualTo(302);
        DossierView dossier = dossiers.find(counter.unitId(), code).orElseThrow();
        String path = "/dossiers/" + dossier.id();
        assertThat(opened.headers().firstValue("Location").orElse("")).endsWith(path);
        assertThat(clerk.page(path))
                .contains("Đặng Thị Ước", "030085000321", "Đăng ký khai sinh", "30/09/2026", "Còn thiếu 2 thành phần");
        String found =
                clerk.post("/dossiers", "/dossiers", "name", "dang thi uoc").body();
        assertThat(found).contains(code.text(), "…0321").doesNotContain("030085000321");
        assertThat(clerk.post("/dossiers", "/dossiers", "number", "030085000000")
                        .body())
                .contains("Không có hồ sơ nào như vậy");
        assertThat(audit(dossier.id()))
                .contains(
                        clerk.name() + " DOSSIER_OPENED " + code.text(),
                        clerk.name() + " DOSSIER_VIEWED " + code.text(),
                        clerk.name() + " DOSSIER_LISTED " + code.text());
    }

    @Test
    void whatIsLookedForIsTakenFromAFormOnly() {
        DossierCode code = open("Lê Thị Kín", "");
        assertThat(clerk.page("/dossiers?name=khong-co-ai")).contains(code.text());
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedAndSaysWhy() {
        var wrong = clerk.post("/dossiers/new", "/dossiers/new", "code", "xyz", "name", "Trần Văn Thử");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("không phải mã hồ sơ", "value=\"Trần Văn Thử\"", "value=\"xyz\"");
        DossierCode code = open("Trần Văn Thử", "");
        var twice = clerk.post("/dossiers/new", "/dossiers/new", "code", code.text());
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.body()).contains("đã có");
    }

    @Test
    void theChecklistLinksToTheDeskAndShowsWhatMustNotBeAsked() {
        DossierCode code = open("Trần Văn Thử", "");
        UUID dossier = dossiers.find(counter.unitId(), code).orElseThrow().id();
        UUID waiting = papers.paper(counter, "", "giay_chung_sinh", "");
        UUID rendering = papers.paper(counter, "", "giay_uy_quyen", "");
        UUID other = papers.paper(counter, "", "don_de_nghi", "");
        papers.rendered(papers.claim(waiting));
        List.of(waiting, rendering, other)
                .forEach(paper -> dossiers.attach(paper, dossier, Attachment.How.COVER, "system:filing"));
        String page = clerk.page("/dossiers/" + dossier);
        assertThat(page)
                .contains("href=\"/review/" + waiting + "\"")
                .doesNotContain("href=\"/documents/" + rendering)
                .contains("Luật Căn cước 26/2023/QH15")
                .contains("theo phiếu phân tách");
        assertThat(StatusPageTest.between(page, "id=\"others\"", "</section>"))
                .contains("Đơn")
                .contains("value=\"" + other + "\"");
        assertThat(Visitor.as(application, counter.unitId(), Role.UNIT_ADMIN).page("/dossiers/" + dossier))
                .contains("href=\"/documents/" + waiting + "/file\"");
    }

    @Test
    void aClerkMovesAPaperAndTakesItOff() {
        DossierCode code = open("Trần Văn Thử", "");
        UUID dossier = dossiers.find(counter.unitId(), code).orElseThrow().id();
        UUID paper = papers.paper(counter, "", "don_de_nghi", "");
        dossiers.attach(paper, dossier, Attachment.How.COVER, "system:filing");
        String path = "/dossiers/" + dossier;
        clerk.post(path, path + "/place", "document", paper.toString(), "component", "to_khai");
        assertThat(dossiers.attachedTo(paper).orElseThrow().component()).isEqualTo("to_khai");
        assertThat(clerk.page(path)).contains("do người chọn", clerk.name());
        clerk.post(path, path + "/detach", "document", paper.toString());
        assertThat(dossiers.attachedTo(paper)).isEmpty();
        assertThat(clerk.post(path, path + "/detach", "document", paper.toString())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCorrectionStaysAndAStaleOneIsTold() {
        DossierCode code = open("Trần Văn Thử", "");
        DossierView dossier = dossiers.find(counter.unitId(), code).orElseThrow();
        String path = "/dossiers/" + dossier.id() + "/edit";
        assertThat(clerk.post(path, path, "version", "0", "procedure", "1.001193", "name", "Trần Văn Thứ")
                        .statusCode())
                .isEqualTo(302);
        assertThat(clerk.post(path, path, "version", "0", "name", "Ai đó").statusCode())
                .isEqualTo(409);
        dossiers.take(counter.unitId(), new DossierLine(code, "", "Tran Van Thu", "", Optional.empty()), "system:list");
        assertThat(dossiers.view(dossier.id()).orElseThrow().holderName()).isEqualTo("Trần Văn Thứ");
    }

    @Test
    void aClosedDossierIsOpenedAgain() {
        DossierCode code = open("Trần Văn Thử", "");
        String path = "/dossiers/"
                + dossiers.find(counter.unitId(), code).orElseThrow().id();
        clerk.post(path, path + "/state", "to", "CLOSED");
        assertThat(clerk.page(path)).contains("Đã đóng", "Mở lại hồ sơ");
        assertThat(clerk.page("/dossiers")).doesNotContain(code.text());
        clerk.post(path, path + "/state", "to", "OPEN");
        assertThat(clerk.page("/dossiers")).contains(code.text());
    }

    @Test
    void theCoverSheetIsAPdfWithNothingPersonal() {
        DossierCode code = open("Trần Văn Thử", "030085000777");
        UUID id = dossiers.find(counter.unitId(), code).orElseThrow().id();
        var sheet = clerk.get("/dossiers/" + id + "/cover");
        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(sheet.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(sheet.body()).startsWith("%PDF");
    }

    @Test
    void aClerkOfAnotherUnitFindsNothing() {
        DossierCode code = open("Phạm Thị Kín", "030085000888");
        UUID id = dossiers.find(counter.unitId(), code).orElseThrow().id();
        Visitor stranger =
                Visitor.as(application, new Papers(application).counter().unitId(), Role.CLERK);
        assertThat(stranger.post("/dossiers", "/dossiers", "number", "030085000888")
                        .body())
                .doesNotContain(code.text());
        for (String part : List.of("", "/edit", "/cover")) {
            assertThat(stranger.get("/dossiers/" + id + part).statusCode())
                    .as(part)
                    .isEqualTo(404);
        }
        assertThat(stranger.post("/dossiers", "/dossiers/" + id + "/state", "to", "CLOSED")
                        .statusCode())
                .isEqualTo(404);
        assertThat(stranger.post(
                                "/dossiers/new",
                                "/dossiers/new",
                                "unit",
                                counter.unitId().toString(),
                                "code",
                                code().text())
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void anAdministratorOfManyUnitsChoosesOne() {
        Visitor administrator = Visitor.as(application, Units.ROOT, Role.UNIT_ADMIN);
        assertThat(administrator.page("/dossiers/new"))
                .contains("<select id=\"unit\"")
                .contains(counter.unit().text());
        DossierCode code = code();
        String unit = counter.unitId().toString();
        assertThat(administrator
                        .post("/dossiers/new", "/dossiers/new", "unit", unit, "code", code.text())
                        .statusCode())
                .isEqualTo(302);
        assertThat(dossiers.find(counter.unitId(), code)).isPresent();
    }

    @Test
    void aKeyerHasNoDoorToDossiers() {
        Visitor keyer = Visitor.as(application, counter.unitId(), Role.KEYER);
        assertThat(keyer.get("/dossiers").statusCode()).isEqualTo(403);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        assertThat(clerk.send(HttpRequest.newBuilder(URI.create(clerk.base() + "/dossiers/new"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("code=" + code().text())))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theScreensSpeakEnglishToo() {
        DossierCode code = open("Trần Văn Thử", "");
        UUID id = dossiers.find(counter.unitId(), code).orElseThrow().id();
        assertThat(clerk.page("/dossiers/" + id + "?lang=en"))
                .contains("Birth registration", "Must not be asked for", "Required components still missing: 2.");
        assertThat(clerk.page("/dossiers/new?lang=en")).contains("Open a new dossier", "Certified copies");
        clerk.page("/?lang=vi");
    }

    private DossierCode open(String name, String number) {
        DossierCode code = code();
        dossiers.open(counter.unitId(), new DossierLine(code, "1.001193", name, number, Optional.empty()), "mai");
        return code;
    }

    private List<String> audit(UUID subject) {
        return JdbcClient.create(application.getBean("owner", DataSource.class))
                .sql("select actor || ' ' || action || ' ' || purpose from audit_entry where subject_id = ?")
                .param(subject)
                .query(String.class)
                .list();
    }

    private static DossierCode code() {
        return DossierCode.parse("H23.18-260930-" + (7000 + NUMBER.incrementAndGet()))
                .orElseThrow();
    }
}
