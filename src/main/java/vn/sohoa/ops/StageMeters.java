package vn.sohoa.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.sohoa.scan.StageDone;

/** Counts and times the work this node has ended, once it is committed: what was rolled back never happened. */
@Component
final class StageMeters {
    private final MeterRegistry registry;

    StageMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(StageDone done) {
        Timer.builder("sohoa.stage")
                .description("work ended by this node, from the claim to the end")
                .tag("stage", done.stage().name().toLowerCase(Locale.ROOT))
                .tag("outcome", done.outcome())
                .register(registry)
                .record(done.took());
    }
}
