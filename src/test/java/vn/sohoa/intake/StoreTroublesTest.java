package vn.sohoa.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.RunningApplication;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.imaging.OddPapers;

/** While the store is busy, slow or wrong, intake pauses, says why, and goes on by itself. */
@ExtendWith(RunningApplication.class)
class StoreTroublesTest {
    @TempDir
    Path folder;

    private Desk desk;
    private Path counter;
    private ShakyStore store;

    @BeforeEach
    void open(ConfigurableApplicationContext application) throws Exception {
        desk = new Desk(application, Files.createDirectories(folder.resolve("inbox")));
        counter = desk.counter();
        store = new ShakyStore(Files.createDirectories(folder.resolve("objects")));
        desk.withStore(store.client);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({"BUSY, STORE_UNAVAILABLE", "LYING, STORE_MISMATCH"})
    void aStoreThatIsBusyOrWrongPausesIntakeWhichSaysSoAndGoesOn(ShakyStore.Mood mood, ReasonCode reason)
            throws Exception {
        byte[] whole = OddPapers.bmp(OddPapers.gray(200, 300)); // larger than the head of an answer
        Papers.drop(counter.resolve("a.bmp"), whole);
        store.turns(mood);
        desk.lookTwice();
        assertThat(desk.failures)
                .singleElement()
                .satisfies(f -> assertThat(f.reason().code()).isEqualTo(reason));
        assertThat(desk.scans()).isEmpty();
        assertThat(Desk.waiting(counter)).containsExactly("a.bmp");
        assertThat(desk.pause.reason())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo(reason));

        store.turns(ShakyStore.Mood.FINE);
        desk.later(10).look();
        desk.scan(whole);
        assertThat(Desk.waiting(counter)).isEmpty();
        assertThat(desk.pause.reason()).isEmpty();
    }

    @Test
    void aSlowStoreIsWaitedFor() throws Exception {
        byte[] whole = OddPapers.bmp(OddPapers.gray(200, 300)); // larger than the head of an answer
        Papers.drop(counter.resolve("a.bmp"), whole);
        store.turns(ShakyStore.Mood.SLOW);
        desk.lookTwice();
        assertThat(desk.failures).isEmpty();
        desk.scan(whole);
        assertThat(desk.pause.reason()).isEmpty();
    }
}
