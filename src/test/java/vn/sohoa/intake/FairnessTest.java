package vn.sohoa.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.RunningApplication;

/** Many counters, and counters with many files. */
@ExtendWith(RunningApplication.class)
class FairnessTest {
    @TempDir
    Path inbox;

    private Desk desk;

    @BeforeEach
    void open(ConfigurableApplicationContext application) {
        desk = new Desk(application, inbox);
    }

    @Test
    void fiveThousandFilesOfOneCounterDoNotHoldUpAnother() {
        Path full = desk.counter("a-day");
        byte[] jpeg = Papers.jpeg();
        for (int i = 0; i < 5000; i++) {
            Papers.drop(full.resolve("SCN_" + i + ".jpg"), jpeg);
        }
        for (String other : new String[] {"b-it", "m-it", "z-it"}) {
            Papers.drop(desk.counter(other).resolve("a.jpg"), jpeg);
        }
        int[] handed = new int[2];
        for (Iterator<?> first = desk.folders.look(); first.hasNext(); ) {
            first.next();
        }
        desk.later(5);
        for (Iterator<?> ready = desk.folders.look(); ready.hasNext(); ) {
            Candidate candidate = (Candidate) ready.next();
            handed[candidate.root().equals(full) ? 0 : 1]++;
        }
        assertThat(handed[0]).as("of the full counter, in one look").isEqualTo(Desk.SETTINGS.most());
        assertThat(handed[1]).as("of the others, in the same look").isEqualTo(3);
    }

    @Test
    void aLookThatIsCutShortForgetsNothingAndClosesItsFolders() throws Exception {
        for (int i = 0; i < 20; i++) {
            Papers.drop(desk.counter("q" + i).resolve("a.jpg"), Papers.jpeg());
        }
        long open = openFiles();
        desk.look();
        desk.later(5);
        for (int i = 0; i < 50; i++) {
            Iterator<?> look = desk.folders.look();
            assertThat(look.hasNext()).as("look " + i).isTrue();
            ((AutoCloseable) look).close();
        }
        assertThat(openFiles()).as("open folders").isLessThan(open + 40);
        assertThat(desk.look()).isEqualTo(20);
    }

    private static long openFiles() throws Exception {
        try (var fds = Files.list(Path.of("/proc/self/fd"))) {
            return fds.count();
        }
    }

    /** Printed, not asserted: it depends on the machine. */
    @Test
    void threeHundredIdleCountersCostLittle() {
        for (int i = 0; i < 300; i++) {
            desk.counter("q" + i);
        }
        desk.look();
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        int looks = 60;
        for (int i = 0; i < looks; i++) {
            desk.later(1).look();
        }
        double millis = (threads.getCurrentThreadCpuTime() - before) / 1e6 / looks;
        System.out.printf(
                "300 idle counters: %.1f ms of CPU a look, %.1f %% of a core at one look a second%n",
                millis, millis / 10);
        assertThat(desk.scans()).isEmpty();
    }
}
