package vn.sohoa.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Role;
import vn.sohoa.publication.Publish;
import vn.sohoa.scan.Claims;
import vn.sohoa.scan.Scans;

/** Another system reviews a document and finds the paper, without a screen. */
@ExtendWith(QuietApplication.class)
class ReviewApiTest {
    private static final String[] PURPOSE = {"X-Purpose", "H%E1%BB%93%20s%C6%A1%201"};

    @Test
    void aDocumentIsReviewedAndFoundByRest(ConfigurableApplicationContext application) {
        Papers papers = new Papers(application);
        Counter counter = papers.counter();
        UUID document = papers.birth(counter, "Đỗ Thị Thanh Thảo");
        Caller clerk = Caller.as(application, counter.unitId(), Role.CLERK);
        assertThat(clerk.get("/api/v1/review/queue").json().path("count").asInt())
                .isEqualTo(1);
        assertThat(clerk.post("/api/v1/review/next", "").json().path("document").asString())
                .isEqualTo(document.toString());
        String path = "/api/v1/documents/" + document;
        assertThat(clerk.get(path).code()).isEqualTo("purpose-missing");
        Caller.Answer seen = clerk.get(path, PURPOSE);
        assertThat(seen.json().path("fields").size()).isEqualTo(3);
        String tag = seen.header("ETag");

        String accept = "{\"word\":\"ACCEPT\"}";
        assertThat(clerk.send("PUT", path + "/fields/ho_ten", accept).status()).isEqualTo(428);
        Caller.Answer saved = clerk.send("PUT", path + "/fields/ho_ten", accept, "If-Match", tag);
        assertThat(saved.json().path("standing").asString()).as(saved.body()).isEqualTo("CONFIRMED");
        assertThat(clerk.send("PUT", path + "/fields/ngay_sinh", accept, "If-Match", tag)
                        .status())
                .isEqualTo(412);
        tag = saved.header("ETag");
        Caller.Answer early = clerk.post(path + "/confirm", "", "If-Match", tag);
        assertThat(early.code()).isEqualTo("fields-open");
        for (String code : List.of(
                "ngay_sinh", "noi_sinh", "so_dinh_danh", "ho_ten_me", "ho_ten_cha", "noi_dang_ky", "ngay_dang_ky")) {
            Caller.Answer answer =
                    clerk.send("PUT", path + "/fields/" + code, "{\"word\":\"ABSENT\"}", "If-Match", tag);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            tag = answer.header("ETag");
        }
        assertThat(clerk.post(path + "/confirm", "", "If-Match", tag).status()).isEqualTo(202);
        application
                .getBean(Publish.class)
                .document(application.getBean(Claims.class).publish(document.toString()));

        JsonNode found = clerk.post("/api/v1/papers/search", "{\"text\":\"đỗ thị thanh thảo\"}", PURPOSE)
                .json()
                .path("items");
        assertThat(found.size()).isEqualTo(1);
        String paper = "/api/v1/papers/" + found.get(0).path("id").asString();
        assertThat(clerk.get(paper, PURPOSE)
                        .json()
                        .path("fields")
                        .get(0)
                        .path("by")
                        .asString())
                .startsWith("client:");
        assertThat(clerk.get(paper + "/file", PURPOSE).body()).startsWith("%PDF");
        assertThat(clerk.get(paper + "/file").code()).isEqualTo("purpose-missing");
        Caller other = Caller.as(application, papers.counter().unitId(), Role.CLERK);
        assertThat(other.get(paper, PURPOSE).code()).isEqualTo("not-found");
        assertThat(other.get(path, PURPOSE).code()).isEqualTo("not-found");
    }

    @Test
    void aDocumentIsTurnedSplitJoinedAndPutBackByRest(ConfigurableApplicationContext application) {
        Papers papers = new Papers(application);
        Counter counter = papers.counter();
        UUID scan = papers.reviewed(counter, "hai-trang.pdf", "một", "hai");
        Caller clerk = Caller.as(application, counter.unitId(), Role.CLERK);
        UUID document = application.getBean(Scans.class).documents(scan).get(0).id();
        String path = "/api/v1/documents/" + document;
        Caller.Answer seen = clerk.get(path, PURPOSE);
        String tag = seen.header("ETag");
        String second =
                "{\"page\": \"%s\"}".formatted(seen.json().path("pages").get(1).asString());
        assertThat(clerk.post(path + "/split", second).status()).isEqualTo(428);
        assertThat(clerk.post(path + "/split", second, "If-Match", "\"77\"").status())
                .isEqualTo(412);
        assertThat(clerk.post(path + "/join", "{\"next\": true}", "If-Match", tag)
                        .code())
                .isEqualTo("cannot-join");
        assertThat(clerk.send("DELETE", "/api/v1/review/" + document, "").status())
                .isEqualTo(204);
        Caller.Answer two = clerk.post(path + "/split", second, "If-Match", tag);
        assertThat(two.status()).as(two.body()).isEqualTo(202);
        assertThat(two.json().path("documents").size()).isEqualTo(2);
        assertThat(clerk.get(path, PURPOSE).json().path("state").asString()).isEqualTo("REPLACED");

        UUID other = papers.birth(counter, "Lê Thị Xoay");
        String turned = "/api/v1/documents/" + other;
        Caller.Answer lying = clerk.get(turned, PURPOSE);
        String turn = "{\"page\": \"%s\", \"quarters\": 1}"
                .formatted(lying.json().path("pages").get(0).asString());
        assertThat(clerk.post(turned + "/turn", turn, "If-Match", lying.header("ETag"))
                        .status())
                .isEqualTo(202);
        assertThat(clerk.get(turned, PURPOSE).json().path("state").asString()).isEqualTo("RECUT");
    }
}
