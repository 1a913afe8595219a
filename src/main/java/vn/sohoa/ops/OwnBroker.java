package vn.sohoa.ops;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker a node brings along when no other is named: Artemis in this JVM, reachable from this JVM only, which is
 * why it asks nobody's name. Messages say no more than "look at this row", so it keeps them in memory, keeps few, and
 * drops what is too much instead of making an intake wait: the sweeper rings again.
 */
final class OwnBroker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OwnBroker.class);
    /** In-VM servers are told apart by number; tests run several in one JVM. */
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static final SimpleString DEAD = SimpleString.of("sohoa.dead");
    private static final long MOST_MESSAGES = 100_000;
    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_DELIVERIES = 3;
    private static final long REDELIVERY_DELAY_MS = 1000;

    private final EmbeddedActiveMQ server;
    private final String url;

    private OwnBroker(EmbeddedActiveMQ server, String url) {
        this.server = server;
        this.url = url;
    }

    static OwnBroker start() {
        String url = "vm://" + NUMBERS.incrementAndGet();
        try {
            Configuration configuration = new ConfigurationImpl()
                    .setName("sohoa")
                    .setPersistenceEnabled(false)
                    .setSecurityEnabled(false)
                    .setJMXManagementEnabled(false)
                    // A full disk is no reason to stop ringing: nothing of this is written to it.
                    .setMaxDiskUsage(-1)
                    .addAcceptorConfiguration("in-vm", url)
                    .addAddressSetting("#", everywhere());
            EmbeddedActiveMQ server = new EmbeddedActiveMQ().setConfiguration(configuration);
            server.start();
            log.info("Broker: own, {}", url);
            return new OwnBroker(server, url);
        } catch (Exception e) { // the server's start declares no less
            throw new StartRefused(
                    "Bộ chuyển thông điệp đi kèm không khởi động được (" + e + "). Báo quản trị viên.",
                    "The embedded broker does not start (" + e + "). Tell the administrator.",
                    e);
        }
    }

    private static AddressSettings everywhere() {
        return new AddressSettings()
                .setMaxSizeMessages(MOST_MESSAGES)
                .setMaxSizeBytes(MOST_BYTES)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false)
                .setMaxDeliveryAttempts(MOST_DELIVERIES)
                .setRedeliveryDelay(REDELIVERY_DELAY_MS)
                .setDeadLetterAddress(DEAD)
                .setExpiryAddress(DEAD);
    }

    String url() {
        return url;
    }

    /** Messages in all queues, those under way among them. */
    long messages() {
        return server.getActiveMQServer().getTotalMessageCount();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) { // the server's stop declares no less
            log.warn("The embedded broker did not stop cleanly", e);
        }
    }
}
