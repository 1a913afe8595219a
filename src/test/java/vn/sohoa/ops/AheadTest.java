package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AheadTest {
    private final AtomicInteger running = new AtomicInteger();

    private AutoCloseable engine() {
        running.incrementAndGet();
        return running::decrementAndGet;
    }

    @Test
    void itStartsWhileTheCallerGoesOn() throws Exception {
        CountDownLatch callerWentOn = new CountDownLatch(1);
        Ahead<AutoCloseable> ahead = new Ahead<>("engine", () -> {
            callerWentOn.await();
            return engine();
        });
        ahead.begin();
        callerWentOn.countDown();
        try (AutoCloseable engine = ahead.get()) {
            assertThat(running).hasValue(1);
            ahead.close();
            assertThat(running).as("whoever asked owns it").hasValue(1);
            assertThat(ahead.get()).as("there is one").isSameAs(engine);
        }
        assertThat(running).hasValue(0);
    }

    @Test
    void whatNobodyAskedForIsNotLeftRunning() {
        Ahead<AutoCloseable> ahead = new Ahead<>("engine", this::engine);
        ahead.begin();
        ahead.close();
        assertThat(running).hasValue(0);
        new Ahead<>("never", this::engine).close();
        assertThat(running).as("what was never begun is not begun to be closed").hasValue(0);
    }

    @Test
    void aRefusedStartComesOutAsItWas() {
        StartRefused refused = new StartRefused("Không được.", "No.");
        Ahead<AutoCloseable> ahead = new Ahead<>("engine", () -> {
            throw refused;
        });
        ahead.begin();
        assertThatThrownBy(ahead::get).isSameAs(refused);
        ahead.close();
    }
}
