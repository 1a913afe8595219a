package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.sohoa.Eventually;
import vn.sohoa.Papers;
import vn.sohoa.QuietApplication;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Ids;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.organization.Counter;
import vn.sohoa.scan.Claim;
import vn.sohoa.scan.Claims;
import vn.sohoa.scan.Scans;

/** What becomes of work while a real PostgreSQL throws our connections out. */
@ExtendWith(QuietApplication.class)
class DatabaseAwayTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ConfigurableApplicationContext application;
    private final Scans scans;
    private final Claims claims;
    private final TransactionTemplate transaction;
    private final JdbcTemplate owner;
    private final UUID scan;

    DatabaseAwayTest(ConfigurableApplicationContext application) {
        this.application = application;
        scans = application.getBean(Scans.class);
        claims = application.getBean(Claims.class);
        transaction = application.getBean(TransactionTemplate.class);
        owner = new JdbcTemplate(application.getBean("owner", DataSource.class));
        Papers papers = new Papers(application);
        Counter counter = papers.counter("away-" + Ids.tail(Ids.next()), "quay-1");
        scan = papers.received(counter, "SCN_0001.pdf");
    }

    /** The other tests of this application shall not meet them. */
    @AfterEach
    void leaveNoBrokenConnections() {
        application.getBean(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
    }

    /** Ends every connection of the service, as a restart of the server does. */
    private void throwOut() {
        owner.queryForList(
                "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                        + " and datname = current_database() and backend_type = 'client backend'",
                Boolean.class);
    }

    @Test
    void aConnectionThatBreaksInTheMiddleOfAQuestionMeansThatTheDatabaseIsAway() {
        assertThatThrownBy(() -> transaction.execute(status -> {
                    scans.scan(scan);
                    throwOut();
                    return scans.scan(scan);
                }))
                .isInstanceOfSatisfying(
                        Failure.Unavailable.class,
                        away -> assertThat(away.reason().code()).isEqualTo(ReasonCode.DATABASE_UNAVAILABLE));
        Eventually.until("it is back", LONG, () -> scans.scan(scan).isPresent(), () -> "");
    }

    @Test
    void aConnectionThatBreaksAtCommitMeansThatTheDatabaseIsAway() {
        assertThatThrownBy(() -> transaction.execute(status -> {
                    scans.scan(scan);
                    throwOut();
                    return scan;
                }))
                .isInstanceOf(Failure.Unavailable.class);
    }

    @Test
    void aStatementThatTheDatabaseNeverTakesIsOurBug() {
        assertThatThrownBy(() -> transaction.execute(status -> owner.update("update scan set state = 'NO SUCH STATE'")))
                .isNotInstanceOf(Failure.class);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNoOutage() {
        assertThat(DatabaseAway.of(new OptimisticLockingFailureException("changed meanwhile")))
                .isEmpty();
        assertThat(DatabaseAway.of(new CannotAcquireLockException("deadlock"))).isPresent();
    }

    /** Whatever library says it, and however deep: the policy's most general line must not be the one that takes it. */
    @Test
    void workOfADatabaseThatIsAwayIsPutOffAndCostsNoLife() throws Exception {
        CamelContext camel = application.getBean(CamelContext.class);
        String route = "direct:away-" + scan;
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(route).routeConfigurationId("failures").process(exchange -> {
                    throwOut();
                    new JdbcTemplate(application.getBean("dataSource", DataSource.class)).queryForList("select 1");
                });
            }
        });
        Claim claim = claims.split(scan.toString());
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setBody(claim);
        try (var producer = camel.createProducerTemplate()) {
            // Connections that lay idle for a while are looked at before they are given out: these do not.
            scans.scan(scan);
            producer.send(route, exchange);
        }
        assertThat(owner.queryForObject("select lives from scan where id = ?", Integer.class, scan))
                .isEqualTo(3);
    }
}
