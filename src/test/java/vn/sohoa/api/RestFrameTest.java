package vn.sohoa.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.organization.Clients;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Role;
import vn.sohoa.web.Visitor;

@ExtendWith(QuietApplication.class)
class RestFrameTest {
    private static final String PURPOSE = URLEncoder.encode("Hồ sơ 000.00.01.H50-261123-0001", StandardCharsets.UTF_8)
            .replace("+", "%20");

    private ConfigurableApplicationContext application;
    private Papers papers;
    private Counter counter;
    private Caller clerk;

    @BeforeEach
    void begin(ConfigurableApplicationContext running) {
        application = running;
        papers = new Papers(running);
        counter = papers.counter();
        clerk = Caller.as(running, counter.unitId(), Role.CLERK);
    }

    @Test
    void aSystemWithTheRightSecretGetsATokenThatHoldsHalfAnHour(QuietApplication.HandClock clock) {
        assertThat(clerk.get("/api/v1/scans").status()).isEqualTo(200);
        assertThat(clerk.basic(clerk.name(), "wrong").status()).isEqualTo(401);
        assertThat(clerk.basic("khong-co-ai", "wrong").status()).isEqualTo(401);
        assertThat(clerk.form("grant_type=password&username=a&password=b").status())
                .isEqualTo(400);
        assertThat(clerk.form("grant_type=client_credentials&client_id=" + clerk.name() + "&client_secret="
                                + clerk.secret())
                        .json()
                        .path("token_type")
                        .asString())
                .isEqualTo("Bearer");
        clock.forward(Duration.ofMinutes(31));
        assertThat(clerk.get("/api/v1/scans").status()).isEqualTo(401);
    }

    @Test
    void aSystemThatIsShutOutIsOutAtOnce(Clients clients) {
        clients.deactivate(clients.named(clerk.name()).orElseThrow().id());
        Caller.Answer answer = clerk.get("/api/v1/scans");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("not-signed-in");
        assertThat(clerk.basic(clerk.name(), clerk.secret()).status()).isEqualTo(401);
    }

    @Test
    void refusalsAreProblemsWithAStableCode() {
        check(Caller.stranger(application).get("/api/v1/scans"), 401, "not-signed-in");
        check(clerk.get("/api/v1/audit"), 403, "forbidden");
        check(clerk.get("/api/v1/nowhere"), 404, "not-found");
        check(clerk.get("/api/v1/scans/" + UUID.randomUUID()), 404, "not-found");
        check(clerk.get("/api/v1/scans/no-id"), 400, "invalid");
        check(clerk.get("/api/v1/scans?limit=0"), 400, "invalid");
        check(clerk.get("/api/v1/scans?after=x"), 400, "invalid");
        check(clerk.get("/api/v1/scans?day=x"), 400, "invalid");
        check(clerk.post("/api/v1/scans", "{}"), 405, "method-not-allowed");
    }

    private static void check(Caller.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("detail").asString()).isNotBlank();
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    }

    @Test
    void aSessionOfAPersonServesToo() {
        Visitor visitor = Visitor.as(application, counter.unitId(), Role.CLERK);
        assertThat(visitor.get("/api/v1/scans").statusCode()).isEqualTo(200);
    }

    @Test
    void listsGoOnByCursor() {
        for (int i = 0; i < 3; i++) {
            papers.received(counter, "tep-" + i + ".pdf");
        }
        JsonNode first = clerk.get("/api/v1/scans?limit=2").json();
        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(first.path("items").get(0).path("name").asString()).isEqualTo("tep-2.pdf");
        JsonNode second = clerk.get(
                        "/api/v1/scans?limit=2&after=" + first.path("next").asString())
                .json();
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void fieldsAreReadForAPurposeThatIsWrittenDown() {
        UUID scan = papers.reviewed(counter, "a.pdf", "GIẤY KHAI SINH");
        String path = "/api/v1/scans/" + scan + "/documents";
        check(clerk.get(path), 400, "purpose-missing");
        check(clerk.get(path, "X-Purpose", "%"), 400, "purpose-unreadable");
        JsonNode documents = clerk.get(path, "X-Purpose", PURPOSE).json();
        assertThat(documents.size()).isEqualTo(1);
        String written = JdbcClient.create(application.getBean("owner", javax.sql.DataSource.class))
                .sql("select actor || ' ' || purpose || ' ' || action from audit_entry where subject_id = ?"
                        + " and action = 'FIELDS_READ'")
                .param(UUID.fromString(documents.get(0).path("id").asString()))
                .query(String.class)
                .single();
        assertThat(written).isEqualTo("client:" + clerk.name() + " Hồ sơ 000.00.01.H50-261123-0001 FIELDS_READ");
    }

    @Test
    void aScanSaysWhatPeopleAreToldOfItsFileAndOfEachPage() {
        UUID scan = papers.reviewed(counter, "a.pdf", "GIẤY KHAI SINH", "Trang hai");
        JdbcClient owner = JdbcClient.create(application.getBean("owner", javax.sql.DataSource.class));
        owner.sql("update scan set notes = 'OLD_LETTERS SCRIPT' where id = ?")
                .param(scan)
                .update();
        JsonNode one = clerk.get("/api/v1/scans/" + scan).json();
        assertThat(one.path("notes").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("OLD_LETTERS", "SCRIPT");
        assertThat(one.path("pages").size()).isEqualTo(2);
        assertThat(one.path("pages").get(1).path("number").asInt()).isEqualTo(2);
        assertThat(one.path("pages").get(1).path("kind").asString()).isEqualTo("DOCUMENT");
        assertThat(one.path("pages").get(1).path("flaws").isArray()).isTrue();
    }

    @Test
    void rowsOfAnotherUnitAreNotThere() {
        UUID scan = papers.reviewed(counter, "a.pdf", "GIẤY KHAI SINH");
        Caller other = Caller.as(
                application,
                papers.counter("don-vi-khac-" + System.nanoTime(), "q1").unitId(),
                Role.CLERK);
        check(other.get("/api/v1/scans/" + scan), 404, "not-found");
        check(other.get("/api/v1/scans/" + scan + "/documents", "X-Purpose", PURPOSE), 404, "not-found");
        assertThat(other.get("/api/v1/scans").json().path("items").size()).isZero();
    }

    @Test
    void aRequestThatIsSentAgainIsDoneOnce() {
        String code = "000.00.01.H50-261123-%04d".formatted(System.nanoTime() % 10_000);
        String body = "{\"unit\":\"%s\",\"code\":\"%s\",\"holderName\":\"%s\"}";
        String first = body.formatted(counter.unit(), code, "Người Thử Một");
        String key = "khoa-" + code;
        Caller.Answer made = clerk.post("/api/v1/dossiers", first, Idempotency.HEADER, key);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        Caller.Answer again = clerk.post("/api/v1/dossiers", first, Idempotency.HEADER, key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(made.body());
        assertThat(again.header("Location")).isEqualTo(made.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        String another = body.formatted(counter.unit(), code, "Người Thử Hai");
        check(clerk.post("/api/v1/dossiers", another, Idempotency.HEADER, key), 422, "idempotency-key-reused");
        check(
                clerk.post("/api/v1/dossiers", first, Idempotency.HEADER, "có dấu cách".replaceAll("[^ -~]", "")),
                400,
                "invalid");
        Caller other = Caller.as(application, counter.unitId(), Role.CLERK);
        assertThat(other.post("/api/v1/dossiers", first, Idempotency.HEADER, key)
                        .header("Idempotency-Replayed"))
                .as("keys are each caller's own")
                .isEmpty();
    }

    @Test
    void aSessionNeedsThePagesTokenAndABearerNone() {
        assertThat(clerk.post("/api/v1/review/next", "").status()).isEqualTo(204);
        Visitor person = Visitor.as(application, counter.unitId(), Role.CLERK);
        java.net.URI next = java.net.URI.create(person.base() + "/api/v1/review/next");
        java.net.http.HttpResponse<String> bare = person.send(
                java.net.http.HttpRequest.newBuilder(next).POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertThat(bare.statusCode()).isEqualTo(403);
        assertThat(bare.body()).contains("\"code\":\"csrf\"");
        assertThat(person.send(java.net.http.HttpRequest.newBuilder(next)
                                .header("X-CSRF-TOKEN", person.token("/password"))
                                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(204);
    }
}
