package vn.sohoa.scan;

import java.time.Clock;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.sohoa.common.NodeName;
import vn.sohoa.organization.Counters;

/** As much of a node as keeps records, under a name, a clock and leases of the test's choice. */
record RecordNode(
        ConfigurableApplicationContext context,
        Counters counters,
        Arrivals arrivals,
        Claims claims,
        Walk walk,
        DueWork due,
        Scans scans,
        TransactionTemplate transaction)
        implements AutoCloseable {

    static RecordNode start(String name, RecordContract.Database database, Clock clock, Leases leases) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Rooms.class)
                .web(WebApplicationType.NONE)
                .initializers((GenericApplicationContext beans) -> {
                    beans.registerBean(Clock.class, () -> clock);
                    beans.registerBean(NodeName.class, () -> new NodeName(name));
                    beans.registerBean(Leases.class, () -> leases);
                })
                .run(
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password(),
                        "--spring.datasource.hikari.maximum-pool-size=12");
        return new RecordNode(
                context,
                context.getBean(Counters.class),
                context.getBean(Arrivals.class),
                context.getBean(Claims.class),
                context.getBean(Walk.class),
                context.getBean(DueWork.class),
                context.getBean(Scans.class),
                new TransactionTemplate(context.getBean(PlatformTransactionManager.class)));
    }

    @Override
    public void close() {
        context.close();
    }

    @AutoConfigurationPackage(basePackages = "vn.sohoa")
    @ComponentScan({"vn.sohoa.organization", "vn.sohoa.audit", "vn.sohoa.scan"})
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static class Rooms {}
}
