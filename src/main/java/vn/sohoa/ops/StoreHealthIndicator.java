package vn.sohoa.ops;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import vn.sohoa.common.Failure;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/** Whether the object store answers: one look at the mark that every store of ours carries. */
@Component
final class StoreHealthIndicator extends AbstractHealthIndicator {
    private final ObjectStore store;

    StoreHealthIndicator(ObjectStore store) {
        super("the object store could not be looked at");
        this.store = store;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        try {
            boolean marked = store.stat(Bucket.ORIGINALS, StoreIdentity.KEY).isPresent();
            health.status(marked ? "UP" : "DOWN").withDetail("marked", marked);
        } catch (Failure.Unavailable e) {
            health.outOfService()
                    .withDetail("reason", e.reason().code())
                    .withDetail("vi", e.reason().vi())
                    .withDetail("en", e.reason().en());
        }
    }
}
