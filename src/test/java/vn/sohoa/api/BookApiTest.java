package vn.sohoa.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.common.Ids;
import vn.sohoa.keying.Books;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Role;
import vn.sohoa.register.Answer;
import vn.sohoa.register.BookBoard;
import vn.sohoa.register.Hand;
import vn.sohoa.register.Keyings;
import vn.sohoa.register.Task;

/** Register books for other systems. */
@ExtendWith(QuietApplication.class)
class BookApiTest {
    private static final String PURPOSE =
            URLEncoder.encode("Nghiệm thu sổ", StandardCharsets.UTF_8).replace("+", "%20");

    private ConfigurableApplicationContext application;
    private Counter counter;
    private Caller admin;
    private UUID book;

    @BeforeEach
    void aBookOfTwoPagesOfThree(ConfigurableApplicationContext running) {
        application = running;
        Papers papers = new Papers(running);
        counter = papers.counter(papers.counter().unit().text(), "so-ho-tich");
        papers.gathered(counter, "KS.2007.01", "001.jpg", "trang 1");
        running.getBean(Books.class).round();
        book = running.getBean(BookBoard.class)
                .book(counter.unitId(), "KS.2007.01")
                .orElseThrow()
                .id();
        admin = Caller.as(running, counter.unitId(), Role.UNIT_ADMIN);
    }

    private void key(String name) {
        Keyings keyings = application.getBean(Keyings.class);
        Hand hand = new Hand(Ids.next(), name, Set.of(counter.unitId()));
        Task task = keyings.next(hand).orElseThrow();
        Map<String, Answer> answers = new LinkedHashMap<>();
        task.form().keyed().forEach(field -> answers.put(field.column(), Answer.ILLEGIBLE));
        answers.put("so", Answer.of("12"));
        answers.put("nksHoTen", Answer.of("Nguyễn Thị Kính"));
        assertThat(keyings.done(hand, task.keying(), task.version(), answers, false))
                .isEmpty();
    }

    @Test
    void aBookTellsHowFarItIsAndNoValueOfACase() {
        key("an");
        Caller.Answer one = admin.get("/api/v1/books/" + book);
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.json().path("book").path("cases").path("WAITING_SECOND").asInt())
                .isEqualTo(1);
        assertThat(one.json().path("obstacles").get(0).asString()).isEqualTo("OPEN_CASES");
        assertThat(one.body()).doesNotContain("Kính");
        assertThat(admin.get("/api/v1/books").json().path("items").size()).isEqualTo(1);
        assertThat(admin.get("/api/v1/books").body()).doesNotContain("Kính");
    }

    @Test
    void anEditNeedsTheEditionThatWasRead() {
        String facts = """
                {"kind": "KS", "years": "2007", "number": "01", "declaredPages": 3, "casesAPage": 1}""";
        String tag = admin.get("/api/v1/books/" + book).header("ETag");
        assertThat(admin.send("PUT", "/api/v1/books/" + book, facts).status()).isEqualTo(428);
        Caller.Answer told = admin.send("PUT", "/api/v1/books/" + book, facts, "If-Match", tag);
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.json().path("gaps").get(0).asString()).isEqualTo("2–3");
        assertThat(admin.send("PUT", "/api/v1/books/" + book, facts, "If-Match", tag)
                        .status())
                .isEqualTo(412);
        assertThat(admin.send(
                                "PUT",
                                "/api/v1/books/" + book,
                                facts.replace("KS", "XX"),
                                "If-Match",
                                told.header("ETag"))
                        .code())
                .isEqualTo("book-facts-wrong");
    }

    @Test
    void aDeliveryIsMadeAndItsFilesAreReadForAPurpose() {
        String deliveries = "/api/v1/books/" + book + "/deliveries";
        assertThat(admin.post(deliveries, "{}").code()).isEqualTo("book-not-ready");
        key("an");
        key("binh");
        Caller.Answer made = admin.post(deliveries, "{}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("passed").asBoolean()).isTrue();
        String xlsx = made.json().path("files").get(0).path("href").asString();
        assertThat(admin.get(xlsx).code()).isEqualTo("purpose-missing");
        assertThat(admin.get(xlsx, "X-Purpose", PURPOSE).status()).isEqualTo(200);
        assertThat(admin.get(made.header("Location")).body()).isEqualTo(made.body());
        Caller other = Caller.as(application, new Papers(application).counter().unitId(), Role.UNIT_ADMIN);
        assertThat(other.get(xlsx, "X-Purpose", PURPOSE).status()).isEqualTo(404);
        assertThat(other.get("/api/v1/books/" + book).status()).isEqualTo(404);
        assertThat(other.post(deliveries, "{}").status()).isEqualTo(404);
    }
}
