package vn.sohoa.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.transaction.support.TransactionTemplate;
import vn.sohoa.RunningApplication;

/** Two nodes that start at once on an empty database. */
@ExtendWith(RunningApplication.class)
@Timeout(60)
class FirstAccountTest {
    /** Long beside what the question takes. */
    private static final long WHILE_MS = 500;

    @Test
    void nobodyIsToldThatThereIsNoAccountWhileAnotherMayBeMakingTheFirst(
            Accounts accounts, TransactionTemplate transactions) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch made = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> transactions.executeWithoutResult(status -> {
            accounts.none();
            asked.countDown();
            await(made);
        }));
        await(asked);
        CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(accounts::none);
        assertThat(second.copy()
                        .completeOnTimeout(null, WHILE_MS, TimeUnit.MILLISECONDS)
                        .get())
                .as("the other's answer while the first is at work")
                .isNull();
        made.countDown();
        first.get();
        assertThat(second.get()).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
