package vn.sohoa.ops;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Whether the broker answers. While it is away nothing is lost, but work waits for the sweeper. */
@Component
final class BrokerHealthIndicator extends AbstractHealthIndicator {
    private final ConnectionFactory connections;

    BrokerHealthIndicator(ConnectionFactory connections) {
        super("the broker could not be looked at");
        this.connections = connections;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws JMSException {
        try (Connection connection = connections.createConnection()) {
            // Opened and closed at the broker, so that a connection that only looks alive is found out.
            connection.createSession().close();
            health.up().withDetail("provider", connection.getMetaData().getJMSProviderName());
        }
    }
}
