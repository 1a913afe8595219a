package vn.sohoa.ops;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import vn.sohoa.scan.Beat;
import vn.sohoa.scan.Patience;
import vn.sohoa.scan.Pulse;

/**
 * Whether work moves, over all nodes: down when something has been unfinished in a stage for longer than patience lasts
 * and the stage finished nothing meanwhile. A long queue that moves is up; so is a process that has nothing to do.
 */
@Component
final class WalkHealthIndicator extends AbstractHealthIndicator {
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final Supplier<List<Beat>> stages;
    private final Patience patience;
    private final Clock clock;

    @Autowired
    WalkHealthIndicator(Pulse pulse, Patience patience, Clock clock) {
        this(new Remembered<>(pulse::stages, KEPT, clock), patience, clock);
    }

    WalkHealthIndicator(Supplier<List<Beat>> stages, Patience patience, Clock clock) {
        super("the walk could not be looked at");
        this.stages = stages;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Instant now = clock.instant();
        List<Beat> beats = stages.get();
        boolean stalled = beats.stream().anyMatch(beat -> beat.stalled(now, patience));
        health.status(stalled ? "DOWN" : "UP")
                .withDetail("limitSeconds", patience.limit().toSeconds());
        beats.forEach(beat -> health.withDetail(beat.stage().name().toLowerCase(Locale.ROOT), details(beat, now)));
    }

    private Map<String, Object> details(Beat beat, Instant now) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("moving", !beat.stalled(now, patience));
        details.put("due", beat.due());
        details.put("held", beat.held());
        beat.age(now).ifPresent(age -> details.put("oldestSeconds", age.toSeconds()));
        beat.oldest().ifPresent(oldest -> details.put("oldestId", oldest.id()));
        beat.lastDone()
                .ifPresent(done -> details.put(
                        "lastDoneSecondsAgo", Duration.between(done, now).toSeconds()));
        return details;
    }
}
