package vn.sohoa.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.keying.Books;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Role;

/** Keying and deciding by other systems' screens. */
@ExtendWith(QuietApplication.class)
class KeyingApiTest {
    private static final String NEXT = "/api/v1/keying/next";
    private static final String DECISIONS = "/api/v1/keying/decisions";

    private static Counter book(ConfigurableApplicationContext application) {
        Papers papers = new Papers(application);
        Counter counter = papers.counter(papers.counter().unit().text(), "so-ho-tich");
        papers.gathered(counter, "KS.2007.01", "001.jpg", "trang 1");
        application.getBean(Books.class).round();
        return counter;
    }

    private static String answers(Caller.Answer task, Map<String, String> known) {
        String all = StreamSupport.stream(task.json().path("fields").spliterator(), false)
                .map(field -> field.path("column").asString())
                .map(column -> known.containsKey(column)
                        ? "\"%s\": {\"kind\": \"VALUE\", \"text\": \"%s\"}".formatted(column, known.get(column))
                        : "\"%s\": {\"kind\": \"ILLEGIBLE\"}".formatted(column))
                .collect(Collectors.joining(", "));
        return "{\"answers\": {" + all + "}}";
    }

    private static void key(Caller keyer, String name) {
        Caller.Answer task = keyer.post(NEXT, "");
        String path = "/api/v1/keying/" + task.json().path("id").asString();
        assertThat(keyer.post(path + "/done", "{\"answers\": {}}", "If-Match", task.header("ETag"))
                        .code())
                .isEqualTo("answers-wrong");
        Caller.Answer saved = keyer.send(
                "PUT",
                path + "/fields/nksHoTen",
                "{\"kind\": \"VALUE\", \"text\": \"%s\"}".formatted(name),
                "If-Match",
                keyer.post(NEXT, "").header("ETag"));
        assertThat(saved.status()).as(saved.body()).isEqualTo(204);
        Caller.Answer done = keyer.post(
                path + "/done", answers(task, Map.of("so", "12", "nksHoTen", name)), "If-Match", saved.header("ETag"));
        assertThat(done.status()).as(done.body()).isEqualTo(204);
    }

    @Test
    void twoKeyBlindAndAThirdDecides(ConfigurableApplicationContext application) {
        Counter counter = book(application);
        key(Caller.as(application, counter.unitId(), Role.KEYER), "Nguyễn Thị Kính");
        Caller second = Caller.as(application, counter.unitId(), Role.KEYER);
        Caller.Answer task = second.post(NEXT, "");
        assertThat(task.status()).isEqualTo(200);
        assertThat(task.body()).doesNotContain("Kính").doesNotContain("SECOND").doesNotContain("\"12\"");
        assertThat(task.json().path("draft").size()).isZero();
        key(second, "Nguyễn Thị Kinh");

        Caller arbiter = Caller.as(application, counter.unitId(), Role.ARBITER);
        Caller.Answer dispute = arbiter.post(DECISIONS + "/next", "");
        assertThat(dispute.json().path("differences").size()).isEqualTo(1);
        assertThat(dispute.body()).contains("Nguyễn Thị Kính", "Nguyễn Thị Kinh");
        String path = DECISIONS + "/" + dispute.json().path("id").asString();
        String tag = dispute.header("ETag");
        assertThat(arbiter.post(path + "/decide", "{\"answers\": {}}", "If-Match", tag)
                        .json()
                        .path("errors")
                        .path("nksHoTen")
                        .asString())
                .isEqualTo("MISSING");
        String kept = "{\"answers\": {\"nksHoTen\": {\"kind\": \"VALUE\", \"text\": \"Nguyễn Thị Kính\"}}}";
        assertThat(arbiter.post(path + "/decide", kept).status()).isEqualTo(428);
        assertThat(arbiter.post(path + "/decide", kept, "If-Match", tag).status())
                .isEqualTo(204);
        assertThat(arbiter.post(DECISIONS + "/next", "").status()).isEqualTo(204);
    }

    @Test
    void aKeyerMayFindMoreCasesOrNoneAndMayLeave(ConfigurableApplicationContext application) {
        Counter counter = book(application);
        Caller keyer = Caller.as(application, counter.unitId(), Role.KEYER);
        Caller.Answer task = keyer.post(NEXT, "");
        String path = "/api/v1/keying/" + task.json().path("id").asString();
        assertThat(keyer.post(path + "/one-more", "").json().path("casesOnPage").asInt())
                .isEqualTo(2);
        assertThat(keyer.post(path + "/alive", "").status()).isEqualTo(204);
        assertThat(keyer.post(path + "/release", "").status()).isEqualTo(204);
        Caller.Answer again = keyer.post(NEXT, "");
        path = "/api/v1/keying/" + again.json().path("id").asString();
        assertThat(keyer.post(path + "/no-case", "", "If-Match", "\"9\"").code())
                .isEqualTo("keying-elsewhere");
        assertThat(keyer.post(path + "/no-case", "", "If-Match", again.header("ETag"))
                        .status())
                .isEqualTo(204);
        Caller stranger =
                Caller.as(application, new Papers(application).counter().unitId(), Role.KEYER);
        assertThat(stranger.post(NEXT, "").status()).isEqualTo(204);
        assertThat(stranger.post(path + "/release", "").status()).isEqualTo(404);
    }
}
