package vn.sohoa.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.common.Ids;

class ShelfTest {
    private static final Optional<String> NOWHERE = Optional.empty();

    @TempDir
    Path root;

    private final Shelf shelf = new Shelf(Clock.systemUTC());
    private final UUID scan = Ids.next();
    private Path file;

    @BeforeEach
    void drop() throws IOException {
        file = Files.writeString(root.resolve("SCN_0001.pdf"), "bytes");
    }

    @Test
    void aPlaceWhoseKeeperWasKilledBeforeTheRecordsLearntOfItIsFoundAgain() throws IOException {
        Optional<String> first = shelf.keepDone(root, file, scan, NOWHERE);
        Optional<String> second = shelf.keepDone(root, file, scan, NOWHERE);
        assertThat(second).isEqualTo(first).isPresent();
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void aPlaceOfAnotherScanIsLeftToIt() throws IOException {
        Optional<String> its = shelf.keepDone(root, file, Ids.next(), NOWHERE);
        assertThat(shelf.keepDone(root, file, scan, NOWHERE)).isPresent().isNotEqualTo(its);
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void aTakenFileIsNeverTakenForAKeptPlace() throws IOException {
        String place = shelf.keepDone(root, file, scan, NOWHERE).orElseThrow();
        Files.writeString(root.resolve(place), "taken");
        Shelf.release(root, place);
        assertThat(root.resolve(place)).hasContent("taken");
    }

    @Test
    void aPlaceThatIsNotUsedIsGivenUp() throws IOException {
        Shelf.release(root, shelf.keepDone(root, file, scan, NOWHERE).orElseThrow());
        assertThat(kept()).isZero();
    }

    private long kept() throws IOException {
        try (Stream<Path> found = Files.walk(root.resolve(Shelf.DONE))) {
            return found.filter(Files::isRegularFile).count();
        }
    }
}
