package vn.sohoa.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.RunningApplication;
import vn.sohoa.common.Code;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Sha256;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Counters;
import vn.sohoa.scan.Arrivals;
import vn.sohoa.scan.Scans;
import vn.sohoa.storage.ObjectStore;

/** A folder that is taken as finished: whatever happens to one file, all are handed out to an end. */
@ExtendWith(RunningApplication.class)
class FinishedFolderTest {
    @TempDir
    Path folder;

    private Counter counter;
    private FinishedFolder finished;
    private Intake intake;
    private Scans scans;

    @BeforeEach
    void open(Counters counters, Arrivals arrivals, Scans known, ObjectStore store) {
        counter = counters.at(new Code("F" + Ids.tail(Ids.next())), FinishedFolder.COUNTER);
        finished = new FinishedFolder(folder, folder.resolve("out"), counter, Budgets.DEFAULT);
        scans = known;
        intake = new Intake(
                finished,
                arrivals,
                known,
                store,
                new FreeSpace(folder, 0),
                new Pause(Clock.systemUTC()),
                Clock.systemUTC(),
                Desk.LARGE);
    }

    private List<String> names(Iterator<?> look) {
        List<String> names = new ArrayList<>();
        look.forEachRemaining(candidate -> names.add(((Candidate) candidate).name()));
        return names;
    }

    @Test
    void filesAreHandedOutOnceInTheOrderOfTheirNamesWithoutTheOutput() {
        for (String name : List.of("b.jpg", "a/z.jpg", "c.jpg", "out/a.jpg", ".hidden/x.jpg", "x.part")) {
            Papers.drop(folder.resolve(name), Papers.jpeg());
        }
        assertThat(names(finished.look())).containsExactly("z.jpg", "b.jpg", "c.jpg");
        assertThat(names(finished.look())).isEmpty();
    }

    @Test
    void aLookThatIsCutShortLosesNothing() {
        Papers.drop(folder.resolve("a.jpg"), Papers.jpeg());
        Papers.drop(folder.resolve("b.jpg"), Papers.jpeg());
        Papers.drop(folder.resolve("c.jpg"), Papers.jpeg());
        Object first = finished.look().next();
        finished.later(first);
        assertThat(names(finished.look())).containsExactlyInAnyOrder("a.jpg", "b.jpg", "c.jpg");
    }

    @Test
    void aFileThatLeftIsPassedOver() throws IOException {
        Path gone = Papers.drop(folder.resolve("a.jpg"), Papers.jpeg());
        Papers.drop(folder.resolve("b.jpg"), Papers.jpeg());
        Iterator<?> look = finished.look();
        Files.delete(gone);
        assertThat(names(look)).containsExactly("b.jpg");
    }

    @Test
    void aFileThatChangesBetweenTheLookAndTheClaimIsTakenAsItIsThen() {
        byte[] other = Papers.pdf();
        Path file = Papers.drop(folder.resolve("a.jpg"), Papers.jpeg());
        Object candidate = finished.look().next();
        Papers.drop(file, other);
        assertThat(intake.take(candidate).announcement().split()).isEmpty();
        Iterator<?> again = finished.look();
        assertThat(again.hasNext()).as("it is handed out again").isTrue();
        assertThat(intake.take(again.next()).announcement().split()).hasSize(1);
        assertThat(scans.newest(counter.id(), Sha256.of(other))).isPresent();
        assertThat(file).as("it stays where it is").hasBinaryContent(other);
    }
}
