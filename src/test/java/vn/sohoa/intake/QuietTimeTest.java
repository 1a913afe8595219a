package vn.sohoa.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.RunningApplication;

/** When a file is taken: after its quiet time by our clock, when it is whole, and not before. */
@ExtendWith(RunningApplication.class)
class QuietTimeTest {
    @TempDir
    Path inbox;

    private Desk desk;
    private Path counter;

    @BeforeEach
    void open(ConfigurableApplicationContext application) {
        desk = new Desk(application, inbox);
        counter = desk.counter();
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, 0, 3600, -400L * 86400})
    void theWritersClockDoesNotMatter(long off) throws IOException {
        Path file = Papers.drop(counter.resolve("a.jpg"), Papers.jpeg());
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(off)));
        desk.look();
        assertThat(desk.later(Duration.ofMillis(4999)).look())
                .as("within the quiet time")
                .isZero();
        assertThat(desk.later(Duration.ofMillis(1)).look())
                .as("after the quiet time")
                .isEqualTo(1);
        assertThat(Desk.waiting(counter)).isEmpty();
        assertThat(desk.scans()).hasSize(1);
    }

    @Test
    void otherBytesOfTheSameLengthStartTheQuietTimeAnew() throws IOException {
        Path file = Papers.drop(counter.resolve("a.jpg"), Papers.jpeg());
        desk.look();
        desk.later(4);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(7)));
        assertThat(desk.look()).isZero();
        assertThat(desk.later(4).look()).as("4 s after the change").isZero();
        assertThat(desk.later(1).look()).isEqualTo(1);
    }

    @Test
    void aWriterThatGrowsTheFileIsWaitedFor() throws IOException {
        byte[] whole = Papers.tiff();
        Path file = counter.resolve("slow.tif");
        for (int part = 0; part < 6; part++) {
            byte[] bytes = Arrays.copyOfRange(whole, whole.length * part / 6, whole.length * (part + 1) / 6);
            Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            assertThat(desk.look()).as("while it grows, part " + part).isZero();
            desk.later(4);
            assertThat(desk.look()).as("between the parts").isZero();
        }
        assertThat(desk.later(1).look()).isEqualTo(1);
        assertThat(desk.scan(whole)).containsEntry("state", "RECEIVED").containsEntry("format", "TIFF");
    }

    @Test
    void aWriterThatClosesAndReopensMuchLaterIsWaitedForWhileTheFileIsNotWhole() throws IOException {
        byte[] whole = Papers.pdf();
        Path file = Papers.drop(counter.resolve("pages.pdf"), Arrays.copyOf(whole, whole.length / 2));
        for (int gap = 0; gap < 8; gap++) {
            assertThat(desk.look()).isZero();
            desk.later(60);
        }
        Files.write(file, Arrays.copyOfRange(whole, whole.length / 2, whole.length), StandardOpenOption.APPEND);
        assertThat(desk.look()).as("the quiet time starts anew").isZero();
        assertThat(desk.later(5).look()).isEqualTo(1);
        desk.scan(whole);
    }

    @Test
    void zeroBytesFirstIsNoFileYet() {
        Path file = Papers.drop(counter.resolve("a.jpg"), new byte[0]);
        desk.look();
        assertThat(desk.later(30).look()).isZero();
        byte[] whole = Papers.jpeg();
        Papers.drop(file, whole);
        assertThat(desk.lookTwice()).isEqualTo(1);
        desk.scan(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.pdf.part", "a.pdf.tmp", "a.pd~", ".a.pdf", "A.PDF.TMP"})
    void aTemporaryNameIsLeftAloneUntilItIsRenamed(String temporary) throws IOException {
        byte[] whole = Papers.pdf();
        Path written = Papers.drop(counter.resolve(temporary), whole);
        desk.lookTwice();
        assertThat(desk.later(3600).look()).isZero();
        Files.move(written, counter.resolve("a.pdf"));
        assertThat(desk.look()).as("quiet counts from the rename on").isZero();
        assertThat(desk.later(5).look()).isEqualTo(1);
        desk.scan(whole);
    }

    @Test
    void theSameNameASecondLaterIsAnotherScan() {
        byte[] first = Papers.jpeg();
        byte[] second = Papers.jpeg();
        Papers.drop(counter.resolve("SCN_0001.jpg"), first);
        desk.lookTwice();
        Papers.drop(counter.resolve("SCN_0001.jpg"), second);
        desk.later(1).look();
        assertThat(desk.later(5).look()).isEqualTo(1);
        String day = ".done/" + LocalDate.now() + "/";
        assertThat(desk.scan(first)).containsEntry("shelf", day + "SCN_0001.jpg");
        String other = String.valueOf(desk.scan(second).get("shelf"));
        assertThat(other).startsWith(day + "SCN_0001.").endsWith(".jpg").isNotEqualTo(day + "SCN_0001.jpg");
        assertThat(Desk.below(counter)).containsExactlyInAnyOrder(day + "SCN_0001.jpg", other);
        assertThat(desk.arrivals()).isZero();
    }

    @Test
    void halfOfAnyFormatWaitsAndIsQuarantinedAfterTheCeilingNotBefore() throws IOException {
        Map<String, byte[]> halves =
                Map.of("a.jpg", Papers.jpeg(), "b.pdf", Papers.pdf(), "c.tif", Papers.tiff(), "d.png", Papers.png());
        halves.forEach((name, bytes) -> Papers.drop(counter.resolve(name), Arrays.copyOf(bytes, bytes.length / 2)));
        Papers.drop(counter.resolve("e.bin"), new byte[0]);
        desk.look();
        for (int seconds = 0; seconds < 599; seconds += 20) {
            assertThat(desk.look()).as("after " + seconds + " s").isZero();
            desk.later(20 - (seconds == 580 ? 1 : 0));
        }
        assertThat(desk.look()).as("just before the ceiling").isZero();
        desk.later(31);
        assertThat(desk.look()).isEqualTo(5);
        assertThat(desk.scans()).hasSize(5).allSatisfy(scan -> assertThat(scan.get("state"))
                .isEqualTo("QUARANTINED"));
        assertThat(Desk.below(counter))
                .contains(".quarantine/a.jpg", ".quarantine/b.pdf", ".quarantine/c.tif", ".quarantine/d.png")
                .contains(".quarantine/e.bin", ".quarantine/e.bin.reason.txt");
        List<String> note = Files.readAllLines(counter.resolve(".quarantine/a.jpg.reason.txt"));
        assertThat(note).hasSize(2);
        assertThat(note.get(0)).contains("Tệp chưa trọn vẹn").contains("quét lại");
        assertThat(note.get(1)).contains("incomplete").contains("scan again");
        assertThat(Desk.waiting(counter)).isEmpty();
    }

    @Test
    void anUnknownFormatIsRefusedAtOnceWithItsReasonInBothLanguages() throws IOException {
        Papers.drop(counter.resolve("thu.docx"), "PK\3\4 this is a word file, longer than its head".getBytes());
        assertThat(desk.lookTwice()).isEqualTo(1);
        assertThat(desk.scans()).singleElement().satisfies(scan -> assertThat(scan)
                .containsEntry("state", "QUARANTINED")
                .containsEntry("reason_code", "UNKNOWN_FORMAT")
                .containsEntry("object_key", "")
                .containsEntry("shelf", ".quarantine/thu.docx"));
        List<String> note = Files.readAllLines(counter.resolve(".quarantine/thu.docx.reason.txt"));
        assertThat(note.get(0)).startsWith("Không nhận ra định dạng");
        assertThat(note.get(1)).startsWith("The file format is not recognized");
    }

    @Test
    void contentCountsNotTheNamesEnding() {
        byte[] whole = Papers.png();
        Papers.drop(counter.resolve("scan.pdf"), whole);
        desk.lookTwice();
        assertThat(desk.scan(whole)).containsEntry("format", "PNG").containsEntry("state", "RECEIVED");
    }

    @Test
    void whatProgramsLeaveBehindIsNeverTouched() {
        for (String name : List.of("Thumbs.db", "desktop.ini", "._a.pdf", ".hidden", "x~", "y.part", "z.TMP")) {
            Papers.drop(counter.resolve(name), Papers.jpeg());
        }
        Papers.drop(counter.resolve(".hidden-folder/a.jpg"), Papers.jpeg());
        desk.lookTwice();
        assertThat(desk.later(3600).look()).isZero();
        assertThat(Desk.waiting(counter)).hasSize(8);
        assertThat(desk.scans()).isEmpty();
    }

    @Test
    void theCountersOwnPatternsAreLeftAloneAndABadPatternStopsNothing(ConfigurableApplicationContext application) {
        Papers.drop(counter.resolve("seen.jpg"), Papers.jpeg());
        desk.lookTwice();
        desk.db
                .sql("update counter set ignore_patterns = :globs where code = 'kho' and unit_id ="
                        + " (select id from unit where code = :unit)")
                .param("globs", "x")
                .param("unit", desk.unit)
                .update();
        desk.db
                .sql(
                        "insert into counter (id, unit_id, code, quiet_ms, ignore_patterns, created_at) select"
                                + " gen_random_uuid(), id, 'kho', 60000, E'*.log\\n[\\n\\nDRAFT*', now() from unit where code = :unit")
                .param("unit", desk.unit)
                .update();
        Path own = desk.counter("kho");
        Papers.drop(own.resolve("scanner.log"), Papers.jpeg());
        Papers.drop(own.resolve("DRAFT 1.pdf"), Papers.pdf());
        byte[] whole = Papers.pdf();
        Papers.drop(own.resolve("1.pdf"), whole);
        desk.look();
        assertThat(desk.later(59).look()).as("the counter's own quiet time").isZero();
        assertThat(desk.later(1).look()).isEqualTo(1);
        desk.scan(whole);
        assertThat(Desk.waiting(own)).containsExactlyInAnyOrder("scanner.log", "DRAFT 1.pdf");
    }

    @Test
    void dossierFoldersAndBookKeysAreRecordedAsTheScansFolder() {
        byte[] dossier = Papers.jpeg();
        byte[] book = Papers.jpeg();
        byte[] loose = Papers.jpeg();
        Papers.drop(counter.resolve("H23.11-261123-0042/don.jpg"), dossier);
        Papers.drop(desk.counter("so-ho-tich").resolve("KS-1998-02/trang 1.jpg"), book);
        Papers.drop(counter.resolve("le.jpg"), loose);
        assertThat(desk.lookTwice()).isEqualTo(3);
        assertThat(desk.scan(dossier))
                .containsEntry("folder", "H23.11-261123-0042")
                .containsEntry("name", "don.jpg");
        assertThat(desk.scan(book)).containsEntry("folder", "KS-1998-02");
        assertThat(desk.scan(loose)).containsEntry("folder", "");
        assertThat(desk.scan(dossier).get("shelf"))
                .isEqualTo(".done/" + LocalDate.now() + "/H23.11-261123-0042/don.jpg");
    }
}
