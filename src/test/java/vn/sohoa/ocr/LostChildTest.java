package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.page.PageImage;

class LostChildTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int WIDTH = 333;
    private static final int HEIGHT = 77;

    @TempDir
    Path folder;

    @Test
    void childKilledInTheMiddleOfAPageCostsThatPageAndThePoolReadsOn() throws Exception {
        try (Recognizers recognizers = new Recognizers(RecognizerSettings.of(1))) {
            read(recognizers, Pages.heading(folder));
            long pid = recognizers.children().get(0).pid();
            CompletableFuture<Reading> page = reading(recognizers, Pages.birthCertificate(), pid);

            Processes.signal("KILL", pid);

            assertLost(page, RecognizerFailure.Kind.DIED, ReasonCode.RECOGNIZER_DIED);
            assertThat(read(recognizers, Pages.heading(folder)).text().isEmpty())
                    .isFalse();
            assertThat(recognizers.started()).isEqualTo(2);
        }
    }

    @Test
    void stoppedChildOverrunsItsTimeAndIsReplaced() throws Exception {
        try (Recognizers recognizers = new Recognizers(settings(Duration.ofSeconds(6), 500))) {
            read(recognizers, Pages.heading(folder));
            long pid = recognizers.children().get(0).pid();
            Processes.signal("STOP", pid);

            assertThatThrownBy(() -> read(recognizers, Pages.heading(folder)))
                    .isInstanceOfSatisfying(RecognizerFailure.class, e -> {
                        assertThat(e.kind()).isEqualTo(RecognizerFailure.Kind.TIMEOUT);
                        assertThat(e.reason().code()).isEqualTo(ReasonCode.PAGE_TIMEOUT);
                        assertThat(e.reason().en()).contains("6 s");
                    });
            Processes.until("the stopped child is killed", () -> !Processes.runs(pid));
            assertThat(read(recognizers, Pages.heading(folder)).text().isEmpty())
                    .isFalse();
        }
    }

    @Test
    void segmentationFaultCostsThePageThatCausedIt() {
        try (Recognizers recognizers = new Recognizers(settings(LIMIT, 500, fault("crash")))) {
            assertThatThrownBy(() -> read(recognizers, Pages.empty(folder, WIDTH, HEIGHT)))
                    .isInstanceOfSatisfying(
                            RecognizerFailure.class, e -> assertThat(e.kind()).isEqualTo(RecognizerFailure.Kind.DIED));
            assertThat(read(recognizers, Pages.heading(folder)).blank()).isFalse();
        }
    }

    @Test
    void hangingPageIsEndedAtItsLimit() {
        try (Recognizers recognizers = new Recognizers(settings(Duration.ofMillis(1500), 500, fault("hang")))) {
            assertThatThrownBy(() -> read(recognizers, Pages.empty(folder, WIDTH, HEIGHT)))
                    .isInstanceOfSatisfying(RecognizerFailure.class, e -> assertThat(e.kind())
                            .isEqualTo(RecognizerFailure.Kind.TIMEOUT));
        }
    }

    @Test
    void pageThatTakesLongIsHeldMeanwhileAndOneThatSomebodyElseTookIsGivenUpWithItsChild() throws Exception {
        try (Recognizers recognizers = new Recognizers(settings(LIMIT, 500, fault("hang")))) {
            AtomicInteger renewed = new AtomicInteger();
            Hold hold = new Hold(Duration.ofMillis(200), () -> {
                if (renewed.incrementAndGet() == 3) {
                    throw new Failure.Conflict(Reason.of(ReasonCode.SOMEONE_WAS_FIRST));
                }
            });

            assertThatThrownBy(() ->
                            recognizers.read(Pages.empty(folder, WIDTH, HEIGHT), 0, Optional.<Views>empty(), hold))
                    .isInstanceOf(Failure.Conflict.class);

            assertThat(renewed).hasValue(3);
            Processes.until(
                    "the hanging child is gone", () -> recognizers.children().isEmpty());
            assertThat(read(recognizers, Pages.empty(folder, 100, 100)).blank()).isTrue();
        }
    }

    @Test
    void childThatDiedWhileIdleCostsNoPage() throws Exception {
        try (Recognizers recognizers = new Recognizers(RecognizerSettings.of(1))) {
            PageImage empty = Pages.empty(folder, 100, 100);
            read(recognizers, empty);
            long pid = recognizers.children().get(0).pid();
            Processes.signal("KILL", pid);
            Processes.until("it is dead", () -> recognizers.children().isEmpty());

            assertThat(read(recognizers, empty).blank()).isTrue();
        }
    }

    @Test
    void stopSignalsOfAnOperatorDoNotReachAChild() throws Exception {
        try (Recognizers recognizers = new Recognizers(RecognizerSettings.of(1))) {
            PageImage empty = Pages.empty(folder, 100, 100);
            read(recognizers, empty);
            long pid = recognizers.children().get(0).pid();
            for (String signal : List.of("INT", "TERM", "HUP")) {
                Processes.signal(signal, pid);
            }

            assertThat(read(recognizers, empty).blank()).isTrue();
            assertThat(recognizers.started()).isEqualTo(1);
        }
    }

    @Test
    void childIsReplacedAfterItsPages() {
        try (Recognizers recognizers = new Recognizers(settings(LIMIT, 2))) {
            PageImage empty = Pages.empty(folder, 100, 100);
            for (int i = 0; i < 5; i++) {
                assertThat(read(recognizers, empty).blank()).isTrue();
            }
            assertThat(recognizers.started()).isEqualTo(3);
            assertThat(recognizers.children()).hasSize(1);
        }
    }

    @Test
    void engineThatDoesNotStartIsUnavailableAndSoonNotEvenTried() {
        RecognizerSettings noLanguage = new RecognizerSettings(
                1, "khong_co", LIMIT, 1, Duration.ofSeconds(30), Duration.ofMinutes(10), List.of());
        try (Recognizers recognizers = new Recognizers(noLanguage)) {
            PageImage empty = Pages.empty(folder, 100, 100);
            assertUnavailable(() -> read(recognizers, empty), "khong_co");
            assertThat(recognizers.resting()).contains("khong_co");

            long start = System.nanoTime();
            assertUnavailable(() -> read(recognizers, empty), "khong_co");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(200));
        }
    }

    @Test
    void closingEndsEveryChildAndCostsItsPageNothing() throws Exception {
        Recognizers recognizers = new Recognizers(RecognizerSettings.of(1));
        read(recognizers, Pages.heading(folder));
        long pid = recognizers.children().get(0).pid();
        CompletableFuture<Reading> page = reading(recognizers, Pages.birthCertificate(), pid);

        recognizers.close();

        assertThatThrownBy(page::join).hasCauseInstanceOf(Failure.Unavailable.class);
        Processes.until("the child is gone", () -> !Processes.runs(pid));
    }

    @Test
    void interruptedCallerIsToldSoAndItsChildIsEnded() throws Exception {
        try (Recognizers recognizers = new Recognizers(settings(LIMIT, 500, fault("hang")))) {
            read(recognizers, Pages.heading(folder));
            long pid = recognizers.children().get(0).pid();
            CompletableFuture<Boolean> told = new CompletableFuture<>();
            Thread caller = new Thread(() -> {
                try {
                    read(recognizers, Pages.empty(folder, WIDTH, HEIGHT));
                } catch (Failure.Unavailable e) {
                    told.complete(Thread.currentThread().isInterrupted());
                }
            });
            caller.start();
            Processes.until("it waits for the page", () -> caller.getState() == Thread.State.TIMED_WAITING);
            caller.interrupt();

            assertThat(told.join()).isTrue();
            Processes.until("the child is gone", () -> !Processes.runs(pid));
        }
    }

    @Test
    void childEndsWhenItsParentIsKilledInTheMiddleOfAPage() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingParent.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            long pid = DyingParent.childNamedIn(parent.getInputStream());
            long before = Processes.ticks(pid);
            Processes.until("the child reads", () -> Processes.ticks(pid) > before + 10);

            Processes.signal("KILL", parent.pid());

            Processes.until("the child is gone", () -> !Processes.runs(pid));
        } finally {
            parent.destroyForcibly();
        }
    }

    private CompletableFuture<Reading> reading(Recognizers recognizers, PageImage image, long pid) {
        long before = Processes.ticks(pid);
        CompletableFuture<Reading> page = CompletableFuture.supplyAsync(() -> read(recognizers, image));
        Processes.until("the child is at work", () -> Processes.ticks(pid) > before + 5);
        return page;
    }

    private Reading read(Recognizers recognizers, PageImage image) {
        return recognizers.read(image, folder.resolve("view.jpg"), folder.resolve("thumbnail.jpg"));
    }

    private static RecognizerSettings settings(Duration limit, int pages, String... jvmOptions) {
        return new RecognizerSettings(
                1, "vie", limit, pages, Duration.ofSeconds(30), Duration.ofSeconds(30), List.of(jvmOptions));
    }

    private static String fault(String kind) {
        return "-D" + Fault.PROPERTY + "=" + kind + "@" + WIDTH + "x" + HEIGHT;
    }

    private static void assertLost(CompletableFuture<Reading> page, RecognizerFailure.Kind kind, ReasonCode code) {
        assertThatThrownBy(page::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(RecognizerFailure.class, e -> {
                    assertThat(e.kind()).isEqualTo(kind);
                    assertThat(e.reason().code()).isEqualTo(code);
                });
    }

    private static void assertUnavailable(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String detail) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Failure.Unavailable.class, e -> {
            assertThat(e.reason().code()).isEqualTo(ReasonCode.ENGINE_UNAVAILABLE);
            assertThat(e.reason().detail()).contains(detail);
        });
    }

    /** A process with one recognizer that reads a page over and over until it is killed. */
    static final class DyingParent {
        private static final String CHILD = "child=";

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            try (Recognizers recognizers = new Recognizers(RecognizerSettings.of(1))) {
                boolean named = false;
                while (true) {
                    recognizers.read(Pages.birthCertificate(), folder.resolve("view"), folder.resolve("thumbnail"));
                    if (!named) {
                        System.out.println(CHILD + recognizers.children().get(0).pid());
                        named = true;
                    }
                }
            }
        }

        static long childNamedIn(java.io.InputStream output) throws IOException {
            java.io.BufferedReader lines = new java.io.BufferedReader(
                    new java.io.InputStreamReader(output, java.nio.charset.StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(CHILD)) {
                    return Long.parseLong(line.substring(CHILD.length()));
                }
            }
            throw new IOException("the parent named no child");
        }
    }
}
