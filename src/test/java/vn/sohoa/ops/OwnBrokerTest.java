package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OwnBrokerTest {
    private static OwnBroker broker;

    @BeforeAll
    static void start() {
        broker = OwnBroker.start();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void itIsReachedFromThisJvmOnly() {
        assertThat(broker.url()).startsWith("vm://");
    }

    @Test
    void aProducerNeverWaitsForSomebodyToRead() throws JMSException {
        try (Connection connection = connect();
                Session session = connection.createSession()) {
            MessageProducer producer = session.createProducer(session.createQueue("unread"));
            producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
            long begin = System.nanoTime();
            for (int n = 0; n < 120_000; n++) {
                producer.send(session.createTextMessage("0190f5fe-7c5d-7cc3-98c4-dc0c0c07398f"));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(40));
        }
    }

    @Test
    void aBusyConsumerDoesNotSitOnWhatAnotherCouldDo() throws JMSException {
        try (Connection connection = connect();
                Session session = connection.createSession();
                Session other = connection.createSession()) {
            connection.start();
            var queue = session.createQueue("shared");
            MessageProducer producer = session.createProducer(queue);
            MessageConsumer busy = session.createConsumer(queue);
            for (int n = 0; n < 20; n++) {
                producer.send(session.createTextMessage("" + n));
            }
            assertThat(busy.receive(5_000)).isNotNull();
            MessageConsumer idle = other.createConsumer(queue);
            int received = 0;
            for (Message next = idle.receive(2_000); next != null && received < 19; next = idle.receive(200)) {
                received++;
            }
            assertThat(received).isEqualTo(19);
        }
    }

    @Test
    void aMessageThatKeepsFailingIsNotDeliveredForEver() throws JMSException {
        try (Connection connection = connect();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            connection.start();
            var queue = session.createQueue("failing");
            session.createProducer(queue).send(session.createTextMessage("x"));
            session.commit();
            MessageConsumer consumer = session.createConsumer(queue);
            int deliveries = 0;
            while (consumer.receive(3_000) != null) {
                deliveries++;
                session.rollback();
            }
            assertThat(deliveries).isEqualTo(3);
        }
    }

    private static Connection connect() throws JMSException {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.url());
        factory.setConsumerWindowSize(0);
        return factory.createConnection();
    }
}
