package vn.sohoa.ops;

import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.sohoa.scan.Announcement;

/** Rings what a person's action made due as soon as it is committed. What it does not reach, the sweeper rings. */
@Component
class Bell {
    private static final Logger log = LoggerFactory.getLogger(Bell.class);

    private final CamelContext camel;

    Bell(CamelContext camel) {
        this.camel = camel;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void ring(Announcement due) {
        Map<String, List<String>> queues =
                Map.of("read", due.read(), "extract", due.extract(), "render", due.render(), "publish", due.publish());
        try (var producer = camel.createProducerTemplate()) {
            queues.forEach((stage, ids) -> ids.forEach(id -> producer.sendBody("jms:queue:sohoa." + stage, id)));
        } catch (CamelExecutionException e) {
            log.info(
                    "Due work could not be rung ({}); next the sweeper rings it",
                    e.getClass().getSimpleName());
        } catch (java.io.IOException e) {
            log.debug("The producer was not closed: {}", e.toString());
        }
    }
}
