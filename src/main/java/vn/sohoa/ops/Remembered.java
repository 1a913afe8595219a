package vn.sohoa.ops;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An answer that is kept for a while, so that those who ask often cost nothing. A failure is not kept. */
final class Remembered<T> implements Supplier<T> {
    private final Supplier<T> question;
    private final Duration time;
    private final Clock clock;
    private @Nullable T answer;
    private Instant asked = Instant.MIN;

    Remembered(Supplier<T> question, Duration time, Clock clock) {
        this.question = question;
        this.time = time;
        this.clock = clock;
    }

    @Override
    public synchronized T get() {
        Instant now = clock.instant();
        T known = answer;
        if (known == null || !asked.plus(time).isAfter(now)) {
            known = question.get();
            answer = known;
            asked = now;
        }
        return known;
    }
}
