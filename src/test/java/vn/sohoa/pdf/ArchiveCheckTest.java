package vn.sohoa.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.Eventually;
import vn.sohoa.pdf.ArchiveCheck.Outcome;
import vn.sohoa.pdf.ArchiveCheck.Verdict;

/** A judge that does not come to an end has said nothing: never that a document is right. */
class ArchiveCheckTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private Path right;

    @BeforeEach
    void write() throws IOException {
        right = folder.resolve("đúng \uD83D\uDE00.pdf");
        SearchablePdf.write(List.of(Samples.page("d08_don_de_nghi")), Samples.INFO, right);
    }

    @Test
    void oneJudgeTellsRightFromWrongFromRubbish() throws IOException {
        Path wrong = Samples.FOLDER.resolve("d01_trich_luc_khai_sinh.pdf");
        Path rubbish = Files.writeString(folder.resolve("rubbish.pdf"), "no PDF");
        try (ArchiveCheck check = new ArchiveCheck(settings(LONG, 256))) {
            assertThat(check.of(right)).isEqualTo(new Verdict(Outcome.OK, ""));
            long judge = pid(check);
            assertThat(check.of(wrong).outcome()).isEqualTo(Outcome.FAILED);
            assertThat(check.of(wrong).detail()).startsWith("6.");
            assertThat(check.of(rubbish).outcome()).isEqualTo(Outcome.FAILED);
            assertThat(check.of(folder.resolve("away.pdf")).isOk()).isFalse();
            assertThat(check.of(right).isOk()).isTrue();
            assertThat(pid(check)).isEqualTo(judge);
        }
    }

    @Test
    void aJudgeThatHangsIsNotAskedAgainAndItsDocumentIsNotChecked() throws Exception {
        try (ArchiveCheck check = new ArchiveCheck(settings(Duration.ofSeconds(30), 256))) {
            assertThat(check.of(right).isOk()).isTrue();
            ProcessHandle hung = check.process().orElseThrow();
            try (ArchiveCheck hurried = new ArchiveCheck(settings(Duration.ofMillis(1), 256))) {
                assertThat(hurried.of(right)).isEqualTo(new Verdict(Outcome.NOT_CHECKED, "the time was over"));
                assertThat(hurried.process()).isEmpty();
            }
            signal("STOP", hung);
            CompletableFuture<Verdict> verdict = CompletableFuture.supplyAsync(() -> check.of(right));
            hung.destroyForcibly();
            assertThat(verdict.get()).isEqualTo(new Verdict(Outcome.NOT_CHECKED, "the judge died"));
            assertThat(check.of(right).isOk()).isTrue();
        }
    }

    @Test
    void aJudgeWithoutMemoryHasSaidNothing() {
        try (ArchiveCheck check = new ArchiveCheck(settings(LONG, 4))) {
            assertThat(check.of(right).outcome()).isEqualTo(Outcome.NOT_CHECKED);
        }
    }

    @Test
    void aJudgeThatCannotStartHasSaidNothing() {
        CheckSettings wrong = new CheckSettings(1, LONG, 256, 10, LONG, List.of("-XX:NoSuchOption"));
        try (ArchiveCheck check = new ArchiveCheck(wrong)) {
            assertThat(check.of(right).outcome()).isEqualTo(Outcome.NOT_CHECKED);
        }
    }

    @Test
    void aJudgeThatNobodyAsksEnds() {
        CheckSettings impatient = new CheckSettings(1, LONG, 256, 10, Duration.ofSeconds(3), List.of());
        try (ArchiveCheck check = new ArchiveCheck(impatient)) {
            check.of(right);
            ProcessHandle judge = check.process().orElseThrow();
            Eventually.until("the judge ends", LONG, () -> !judge.isAlive(), judge::toString);
        }
    }

    @Test
    void oneDocumentInSoManyIsCheckedAlwaysTheSame() {
        try (ArchiveCheck none = new ArchiveCheck(CheckSettings.of(0));
                ArchiveCheck some = new ArchiveCheck(CheckSettings.of(10))) {
            assertThat(none.isWanted(7)).isFalse();
            assertThat(some.isWanted(-20)).isTrue();
            assertThat(some.isWanted(-19)).isFalse();
        }
    }

    private static CheckSettings settings(Duration limit, int heap) {
        return new CheckSettings(1, limit, heap, 10, LONG, List.of());
    }

    private static long pid(ArchiveCheck check) {
        return check.process().orElseThrow().pid();
    }

    private static void signal(String signal, ProcessHandle process) throws Exception {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }
}
