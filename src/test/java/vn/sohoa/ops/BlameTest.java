package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.recognition.Split;
import vn.sohoa.scan.Claim;
import vn.sohoa.scan.Claims;
import vn.sohoa.scan.Scans;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/** What costs a piece of work a life, by way of the policy of the routes. */
@ExtendWith(QuietApplication.class)
class BlameTest {
    private static final int ALL = 3;

    private final ConfigurableApplicationContext application;
    private final Claims claims;
    private final JdbcTemplate owner;
    private final UUID scan;

    BlameTest(ConfigurableApplicationContext application) {
        this.application = application;
        claims = application.getBean(Claims.class);
        owner = new JdbcTemplate(application.getBean("owner", DataSource.class));
        Papers papers = new Papers(application);
        scan = papers.received(papers.counter("blame-" + Ids.tail(Ids.next()), "quay-1"), "SCN_0001.pdf");
    }

    @Test
    void aFullDiskCostsNoLifeWhicheverStepItIsMetIn() throws Exception {
        work(exchange -> {
            throw new UncheckedIOException(new IOException("document.pdf", new IOException("No space left on device")));
        });
        assertThat(lives()).isEqualTo(ALL);
    }

    @Test
    void otherTroubleWithAFileIsOurBugAndCostsOne() throws Exception {
        work(exchange -> {
            throw new UncheckedIOException(new IOException("odd"));
        });
        assertThat(lives()).isEqualTo(ALL - 1);
    }

    /** It would be fetched again for ever, unseen. */
    @Test
    void anOriginalThatIsNotWhatWasTakenInCostsALifeSoThatAPersonGetsToKnow() throws Exception {
        String key = application.getBean(Scans.class).scan(scan).orElseThrow().objectKey();
        application
                .getBean(ObjectStore.class)
                .put(Bucket.ORIGINALS, key, new byte[] {1, 2, 3}, "application/pdf", java.util.Map.of());
        work(exchange ->
                application.getBean(Split.class).scan(exchange.getMessage().getBody(Claim.class)));
        assertThat(lives()).isEqualTo(ALL - 1);
    }

    @Test
    void aStoreThatReturnsOtherBytesOnceIsTriedAgainForNothing() throws Exception {
        work(exchange -> {
            throw new Failure.Unavailable(Reason.of(ReasonCode.STORE_MISMATCH, "key"));
        });
        assertThat(lives()).isEqualTo(ALL);
    }

    private int lives() {
        return owner.queryForObject("select lives from scan where id = ?", Integer.class, scan);
    }

    private void work(Processor work) throws Exception {
        CamelContext camel = application.getBean(CamelContext.class);
        String route = "direct:blame-" + scan;
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(route).routeConfigurationId("failures").process(work);
            }
        });
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setBody(claims.split(scan.toString()));
        try (var producer = camel.createProducerTemplate()) {
            producer.send(route, exchange);
        }
    }
}
