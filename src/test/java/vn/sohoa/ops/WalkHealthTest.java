package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.QuietApplication.HandClock;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.organization.Counter;
import vn.sohoa.scan.Claims;
import vn.sohoa.scan.DueWork;
import vn.sohoa.scan.Stage;

/**
 * Tests of other classes leave unfinished scans and documents behind, so each test here begins with all stages of a scan just
 * having moved and nothing left to the others.
 */
@ExtendWith(QuietApplication.class)
class WalkHealthTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Papers papers;
    private HandClock clock;
    private String base;
    private Counter counter;
    private ConfigurableApplicationContext application;

    @BeforeEach
    void begin(ConfigurableApplicationContext running, HandClock hand) {
        application = running;
        papers = new Papers(running);
        clock = hand;
        var server = ((WebServerApplicationContext) running).getWebServer();
        base = "http://127.0.0.1:" + Objects.requireNonNull(server).getPort();
        counter = papers.counter();
        leaveNothingToDocuments();
        everyStageMoves();
    }

    private void leaveNothingToDocuments() {
        JdbcClient.create(application.getBean("owner", DataSource.class))
                .sql("""
                        update document set state = 'DISCARDED'
                        where state in ('RECUT', 'EXTRACTING', 'CONFIRMED', 'PUBLISHING')""")
                .update();
    }

    /** And what was remembered of the time before is forgotten. */
    private void everyStageMoves() {
        clock.forward(LIMIT.plusSeconds(10));
        papers.reviewed(counter, "moves.pdf", "chữ");
    }

    @Test
    void aStageThatFinishesNothingWhileSomethingIsDueIsDownUntilItMoves() throws Exception {
        UUID scan = papers.received(counter, "waits.pdf");
        HttpResponse<String> moving = health();
        assertThat(moving.statusCode()).as(moving.body()).isEqualTo(200);

        clock.forward(LIMIT.plusSeconds(1));
        HttpResponse<String> standing = health();
        assertThat(standing.statusCode()).isEqualTo(503);
        assertThat(standing.body())
                .contains("\"walk\":{\"details\":{")
                .containsPattern("\"split\":\\{\"moving\":false");

        papers.split(scan, List.of("chữ"));
        clock.forward(Duration.ofSeconds(6));
        assertThat(health().body()).containsPattern("\"split\":\\{\"moving\":true");
    }

    @Test
    void aLongQueueThatMovesIsUp() throws Exception {
        for (int i = 0; i < 5; i++) {
            papers.received(counter, "queue.pdf");
        }
        clock.forward(LIMIT.plusSeconds(10));
        everyStageMoves();
        HttpResponse<String> moving = health();
        assertThat(moving.statusCode()).as(moving.body()).isEqualTo(200);
    }

    @Test
    void whatIsHeldForTooLongIsNoMoreMovingThanWhatIsDue() throws Exception {
        UUID scan = papers.received(counter, "held.pdf");
        UUID page = papers.split(scan, List.of("chữ")).get(0);
        application.getBean(Claims.class).read(page.toString());
        clock.forward(LIMIT.plusSeconds(1));
        assertThat(health().body()).containsPattern("\"read\":\\{\"moving\":false");
    }

    @Test
    void triesThatFailAreNoProgressAndMakeNothingYounger() throws Exception {
        UUID scan = papers.received(counter, "store-away.pdf");
        Claims claims = application.getBean(Claims.class);
        for (int i = 0; i < 4; i++) {
            clock.forward(Duration.ofSeconds(31));
            claims.postpone(claims.split(scan.toString()), Reason.of(ReasonCode.STORE_UNAVAILABLE, "x"));
        }
        assertThat(health().body()).containsPattern("\"split\":\\{\"moving\":false");
    }

    @Test
    void aLostLeaseMakesAScanThatIsToBeUnderstoodNoYounger() throws Exception {
        UUID scan = papers.received(counter, "lost.pdf");
        papers.read(papers.split(scan, List.of("chữ")).get(0), "chữ");
        application.getBean(Claims.class).understand(scan.toString());
        clock.forward(LIMIT.plusSeconds(1));
        application.getBean(DueWork.class).giveBackExpired(Stage.UNDERSTAND, 1000);
        assertThat(health().body()).containsPattern("\"understand\":\\{\"moving\":false");
    }

    @Test
    void storeDatabaseAndBrokerAreLookedAt() throws Exception {
        assertThat(health().body())
                .containsPattern("\"db\":\\{[^}]*\\},\"status\":\"UP\"")
                .containsPattern("\"store\":\\{[^}]*\\},\"status\":\"UP\"")
                .containsPattern("\"broker\":\\{[^}]*\\},\"status\":\"UP\"");
    }

    @Test
    void metersTellOfEveryStage() throws Exception {
        papers.received(counter, "meters.pdf");
        clock.forward(Duration.ofSeconds(31));
        String meters = get("/actuator/prometheus").body();
        assertThat(meters)
                .containsPattern("sohoa_stage_seconds_count\\{outcome=\"done\",stage=\"read\"\\} [1-9]")
                .containsPattern("sohoa_stage_seconds_sum\\{outcome=\"done\",stage=\"render\"\\}")
                .containsPattern("sohoa_backlog\\{stage=\"split\"\\} [1-9]")
                .containsPattern("sohoa_oldest_seconds\\{stage=\"split\"\\} [1-9]")
                .containsPattern("sohoa_scans\\{state=\"in_review\"\\} [1-9]");
    }

    @Test
    void nothingElseIsExposed() throws Exception {
        for (String endpoint : List.of("env", "beans", "heapdump", "loggers", "mappings", "metrics", "shutdown")) {
            assertThat(get("/actuator/" + endpoint).statusCode()).as(endpoint).isEqualTo(404);
        }
        assertThat(get("/actuator/info").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> health() throws Exception {
        return get("/actuator/health");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
    }
}
