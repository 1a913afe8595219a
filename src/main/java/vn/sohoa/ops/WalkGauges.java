package vn.sohoa.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;
import vn.sohoa.scan.Beat;
import vn.sohoa.scan.Pulse;
import vn.sohoa.scan.Stage;
import vn.sohoa.scan.State;

/**
 * What lies in the database, for Prometheus. Every node tells the same numbers: take the maximum over nodes, not the
 * sum. FieldAnswers are kept for a while, so that a scraper in a hurry costs nothing.
 */
@Component
final class WalkGauges implements MeterBinder {
    private static final Duration KEPT = Duration.ofSeconds(5);
    /** Counting everything that ever came in takes longer. */
    private static final Duration COUNTS_KEPT = Duration.ofSeconds(30);

    private final Remembered<List<Beat>> stages;
    private final Remembered<Map<State, Long>> scans;
    private final Clock clock;

    WalkGauges(Pulse pulse, Clock clock) {
        this.stages = new Remembered<>(pulse::stages, KEPT, clock);
        this.scans = new Remembered<>(pulse::scans, COUNTS_KEPT, clock);
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Stage stage : Stage.values()) {
            gauge(registry, "sohoa.backlog", "rows that wait for the stage or are held in it", stage, Beat::backlog);
            gauge(registry, "sohoa.oldest.seconds", "age of the oldest unfinished row of the stage", stage, this::age);
        }
        for (State state : State.values()) {
            if (state != State.WAITING && state != State.CUT) {
                Gauge.builder("sohoa.scans", this, all -> all.scans.get().getOrDefault(state, 0L))
                        .description("scans in this state")
                        .tag("state", name(state))
                        .register(registry);
            }
        }
    }

    private void gauge(
            MeterRegistry registry, String name, String description, Stage stage, ToDoubleFunction<Beat> value) {
        Gauge.builder(name, this, all -> value.applyAsDouble(all.beat(stage)))
                .description(description)
                .tag("stage", name(stage))
                .register(registry);
    }

    private Beat beat(Stage stage) {
        return stages.get().get(stage.ordinal());
    }

    private double age(Beat beat) {
        Instant now = clock.instant();
        return beat.age(now).map(Duration::toSeconds).orElse(0L);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
