package vn.sohoa.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.QuietApplication;
import vn.sohoa.common.Code;
import vn.sohoa.common.DossierCode;
import vn.sohoa.common.Ids;
import vn.sohoa.dossier.Dossiers;
import vn.sohoa.dossier.ListTaking;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.organization.Counters;

/** Lists of dossiers in a watched folder. */
@ExtendWith(QuietApplication.class)
class DossierFilesTest {
    @TempDir
    Path inbox;

    private final AtomicLong nanos = new AtomicLong();
    private final Code unit = new Code("DS." + Ids.tail(Ids.next()));
    private DossierFiles files;
    private Dossiers dossiers;
    private Counters counters;
    private Path folder;

    @BeforeEach
    void watch(ConfigurableApplicationContext application) throws IOException {
        dossiers = application.getBean(Dossiers.class);
        counters = application.getBean(Counters.class);
        files = new DossierFiles(
                inbox, counters, application.getBean(ListTaking.class), Desk.SETTINGS, Clock.systemUTC(), nanos::get);
        folder = Files.createDirectories(inbox.resolve(unit.text()).resolve("ho-so"));
    }

    @Test
    void aQuietListIsEnteredAndMovesAway() throws IOException {
        Path list = write("ho-so.csv", "Mã hồ sơ;Chủ hồ sơ\nH23.18-230215-0012;Bùi Thị Mẫu\n");
        files.look();
        assertThat(dossier("000.00.18.H23-230215-0012")).isFalse();
        later(5);
        files.look();
        assertThat(dossier("000.00.18.H23-230215-0012")).isTrue();
        assertThat(list).doesNotExist();
        assertThat(names()).containsExactly("ho-so.csv");
    }

    @Test
    void whatNobodySeesInAListKeepsItFromNothing() throws IOException {
        write("ho-so.csv", "Mã hồ sơ;Chủ hồ sơ\nH23.18-230215-0041;Bùi\u0000 Thị\u0007Mẫu\n");
        files.look();
        later(5);
        files.look();
        assertThat(dossier("H23.18-230215-0041")).isTrue();
        assertThat(names()).containsExactly("ho-so.csv");
    }

    @Test
    void aListThatStillGrowsWaits() throws IOException {
        write("ho-so.csv", "Mã hồ sơ;Chủ hồ sơ\n");
        files.look();
        later(4);
        write("ho-so.csv", "Mã hồ sơ;Chủ hồ sơ\nH23.18-230215-0013;Bùi Thị Mẫu\n");
        files.look();
        later(4);
        files.look();
        assertThat(dossier("H23.18-230215-0013")).isFalse();
        later(1);
        files.look();
        assertThat(dossier("H23.18-230215-0013")).isTrue();
    }

    @Test
    void wrongRowsAreToldBesideTheListAndTheOthersAreTaken() throws IOException {
        write(
                "ho-so.json",
                "[{\"code\": \"?\", \"holderName\": \"Bùi Thị Mẫu\"},\n {\"code\": \"H23.18-230215-0014\", \"holderName\": \"Bùi Văn Mẫu\"}]");
        files.look();
        later(5);
        files.look();
        assertThat(dossier("H23.18-230215-0014")).isTrue();
        assertThat(names()).containsExactly("ho-so.json", "ho-so.json.reason.txt");
        assertThat(text("ho-so.json.reason.txt")).startsWith("dòng / line 1 · code: Mã hồ sơ trống hoặc sai dạng");
    }

    @Test
    void theSameListAgainChangesNothing() throws IOException {
        for (int i = 0; i < 2; i++) {
            write("ho-so.csv", "Mã hồ sơ;Chủ hồ sơ\nH23.18-230215-0015;Bùi Thị Mẫu\n");
            files.look();
            later(5);
            files.look();
        }
        assertThat(dossier("H23.18-230215-0015")).isTrue();
        assertThat(names()).hasSize(2);
    }

    @Test
    void scansAreNotLookedForAmongTheLists() throws IOException {
        write("ho-so.csv", "Mã hồ sơ;Chủ hồ sơ\n");
        WatchedFolders scans = new WatchedFolders(inbox, counters, Desk.SETTINGS, Budgets.DEFAULT, nanos::get);
        scans.look().forEachRemaining(file -> {});
        later(60);
        assertThat(scans.look()).isExhausted();
        assertThat(scans.misplaced().some()).isEmpty();
    }

    private boolean dossier(String code) {
        UUID id = counters.at(unit, new Code("ho-so")).unitId();
        return dossiers.find(id, DossierCode.parse(code).orElseThrow()).isPresent();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void later(long seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> found = Files.walk(folder.resolve(".done")).filter(Files::isRegularFile)) {
            return found.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String text(String name) throws IOException {
        try (Stream<Path> found = Files.walk(folder.resolve(".done"))) {
            return Files.readString(
                    found.filter(file -> file.endsWith(name)).findFirst().orElseThrow());
        }
    }
}
