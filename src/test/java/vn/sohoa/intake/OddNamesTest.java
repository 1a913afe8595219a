package vn.sohoa.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.RunningApplication;
import vn.sohoa.common.ReasonCode;

/** Names, links, devices and folders that nobody would make on purpose. */
@ExtendWith(RunningApplication.class)
class OddNamesTest {
    @TempDir
    Path inbox;

    private Desk desk;
    private Path counter;

    @BeforeEach
    void open(ConfigurableApplicationContext application) {
        desk = new Desk(application, inbox);
        counter = desk.counter();
    }

    private static Path raw(Path folder, String percentEncoded) {
        return Path.of(URI.create(folder.toUri() + percentEncoded));
    }

    @Test
    void everyNameTheFileSystemAllowsIsTakenUnderIt() {
        List<String> names = List.of(
                "dòng 1\ndòng 2.jpg",
                "😀 giấy 😀.jpg",
                "a".repeat(251) + ".jpg",
                "ư".repeat(125) + ".jpg",
                "x." + "y".repeat(250),
                "😀".repeat(62) + ".jpg",
                Normalizer.normalize("Giấy khai sinh Nguyễn.jpg", Normalizer.Form.NFD),
                "a..\\..\\etc\\passwd.jpg",
                "a..%2F..%2Fetc.jpg",
                "-rf.jpg",
                "a\tb\u202Egpj.exe");
        Set<String> hashes = new HashSet<>();
        for (int copy = 0; copy < 3; copy++) {
            for (String name : names) {
                Papers.drop(counter.resolve(name), Papers.jpeg());
            }
            assertThat(desk.lookTwice()).as("copy " + copy).isEqualTo(names.size());
            assertThat(Desk.waiting(counter))
                    .as("nothing is left, copy " + copy)
                    .isEmpty();
        }
        for (Map<String, Object> scan : desk.scans()) {
            String name = String.valueOf(scan.get("name"));
            assertThat(Normalizer.isNormalized(name, Normalizer.Form.NFC))
                    .as(name)
                    .isTrue();
            assertThat(name).doesNotContainPattern("[\\p{Cc}\\u202E]");
            assertThat(counter.resolve(String.valueOf(scan.get("shelf")))).isRegularFile();
            assertThat(hashes.add(String.valueOf(scan.get("sha256")))).isTrue();
        }
        assertThat(hashes).hasSize(3 * names.size());
        assertThat(desk.failures).isEmpty();
    }

    @Test
    void refusedFilesOfAnyLengthHaveTheirReasonBesideThem() {
        List<String> names = List.of("b".repeat(255), "😀".repeat(63), "n".repeat(80) + ".txt", "x\ny");
        names.forEach(name -> Papers.drop(counter.resolve(name), ("no scan at all, " + name).getBytes()));
        assertThat(desk.lookTwice()).isEqualTo(4);
        Set<String> there = Desk.below(counter.resolve(".quarantine"));
        assertThat(there).hasSize(8).containsAll(names);
        assertThat(there).contains("n".repeat(80) + ".txt.reason.txt", "x\ny.reason.txt");
    }

    @Test
    void namesThatAreNotUtf8AreKeptApartAndTaken() throws IOException {
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "needs a UTF-8 locale");
        byte[] one = Papers.jpeg();
        byte[] two = Papers.jpeg();
        Papers.drop(raw(counter, "gi%E1y.jpg"), one);
        Papers.drop(raw(counter, "gi%E2y.jpg"), two);
        assertThat(desk.lookTwice()).isEqualTo(2);
        assertThat(Desk.waiting(counter)).isEmpty();
        for (byte[] bytes : List.of(one, two)) {
            assertThat(counter.resolve(String.valueOf(desk.scan(bytes).get("shelf"))))
                    .as("the records can find it")
                    .hasBinaryContent(bytes);
        }
    }

    @Test
    void aQuarantinedFileIsNotOverwrittenByAnotherOnesReason() {
        Papers.drop(counter.resolve("x.bin.reason.txt"), "a text that somebody dropped".getBytes());
        desk.lookTwice();
        Papers.drop(counter.resolve("x.bin"), "something that is no scan".getBytes());
        desk.lookTwice();
        assertThat(counter.resolve(".quarantine/x.bin.reason.txt")).hasContent("a text that somebody dropped");
        assertThat(Desk.below(counter.resolve(".quarantine"))).hasSize(4);
    }

    @Test
    void linksAreRefusedNeverFollowedNotEvenToHashThem() throws IOException {
        byte[] secret = Papers.jpeg();
        Path outside = Papers.drop(inbox.resolveSibling(desk.unit + "-secret.jpg"), secret);
        Path folder = Files.createDirectories(inbox.resolveSibling(desk.unit + "-outside"));
        Papers.drop(folder.resolve("inside.jpg"), Papers.jpeg());
        Files.createSymbolicLink(counter.resolve("link.jpg"), outside);
        Files.createSymbolicLink(counter.resolve("folder"), folder);
        Files.createSymbolicLink(counter.resolve("nowhere"), Path.of("/nowhere"));
        assertThat(desk.lookTwice()).isEqualTo(3);
        assertThat(desk.scans()).hasSize(3).allSatisfy(scan -> {
            assertThat(scan).containsEntry("reason_code", "NOT_A_FILE").containsEntry("object_key", "");
            assertThat(scan.get("sha256"))
                    .isEqualTo(vn.sohoa.common.Sha256.of(new byte[0]).hex());
        });
        assertThat(outside).hasBinaryContent(secret);
        assertThat(folder.resolve("inside.jpg")).exists();
        assertThat(Files.isSymbolicLink(counter.resolve(".quarantine/link.jpg")))
                .isTrue();
        assertThat(Desk.waiting(counter)).isEmpty();
    }

    @Test
    void aFileThatBecomesALinkWhileItIsTakenIsNotFollowed() throws IOException {
        byte[] secret = Papers.jpeg();
        Path outside = Papers.drop(inbox.resolveSibling(desk.unit + "-secret2.jpg"), secret);
        Path file = Papers.drop(counter.resolve("a.jpg"), Papers.jpeg());
        desk.look();
        desk.later(5);
        Object candidate = desk.folders.look().next();
        Files.delete(file);
        Files.createSymbolicLink(file, outside);
        assertThat(desk.intake.take(candidate).leftover()).isEmpty();
        assertThat(desk.scans()).isEmpty();
    }

    @Test
    void aPipeIsRefusedAndNobodyWaitsAtIt() throws Exception {
        Path pipe = counter.resolve("pipe.jpg");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "needs mkfifo");
        byte[] whole = Papers.jpeg();
        Papers.drop(counter.resolve("z.jpg"), whole);
        assertThat(desk.lookTwice()).isEqualTo(2);
        desk.scan(whole);
        assertThat(Files.exists(counter.resolve(".quarantine/pipe.jpg"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
    }

    @Test
    void whatLiesWhereNoCounterTakesItStaysAndIsShownToPeople() {
        Papers.drop(inbox.resolve("top.jpg"), Papers.jpeg());
        Papers.drop(inbox.resolve(desk.unit).resolve("in unit.jpg"), Papers.jpeg());
        Papers.drop(inbox.resolve("Xã Tân Hòa/mot-cua/a.jpg"), Papers.jpeg());
        Papers.drop(inbox.resolve(desk.unit).resolve("Một cửa/a.jpg"), Papers.jpeg());
        Papers.drop(counter.resolve("1/2/3/deep enough.jpg"), Papers.jpeg());
        Papers.drop(counter.resolve("1/2/3/4/too deep.jpg"), Papers.jpeg());
        assertThat(desk.lookTwice()).isEqualTo(1);
        desk.later(Duration.ofDays(2)).look();
        assertThat(desk.folders.misplaced().count()).isEqualTo(5);
        assertThat(desk.folders.misplaced().some())
                .extracting(Misplaced.Entry::place, entry -> entry.reason().code())
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("top.jpg", ReasonCode.NOT_IN_A_COUNTER),
                        org.assertj.core.api.Assertions.tuple(desk.unit + "/in unit.jpg", ReasonCode.NOT_IN_A_COUNTER),
                        org.assertj.core.api.Assertions.tuple("Xã Tân Hòa", ReasonCode.FOLDER_IS_NO_CODE),
                        org.assertj.core.api.Assertions.tuple(desk.unit + "/Một cửa", ReasonCode.FOLDER_IS_NO_CODE),
                        org.assertj.core.api.Assertions.tuple(
                                desk.unit + "/mot-cua/1/2/3/4", ReasonCode.FOLDER_TOO_DEEP));
        assertThat(Desk.below(inbox)).filteredOn(name -> name.contains(".done")).hasSize(1);
        assertThat(Desk.below(inbox)).hasSize(6);
    }

    @Test
    void theListOfMisplacedEntriesIsBoundedAndForgetsWhatWasMoved() throws IOException {
        for (int i = 0; i < 150; i++) {
            Papers.drop(inbox.resolve("f" + i), new byte[1]);
        }
        desk.look();
        assertThat(desk.folders.misplaced().count()).isEqualTo(150);
        assertThat(desk.folders.misplaced().some()).hasSize(100);
        for (int i = 0; i < 150; i++) {
            Files.delete(inbox.resolve("f" + i));
        }
        desk.look();
        assertThat(desk.folders.misplaced()).isEqualTo(Misplaced.NOTHING);
    }

    @Test
    void aFileWithoutTheRightToReadItStaysIsShownAndIsTakenWhenThereIs() throws IOException {
        byte[] locked = Papers.jpeg();
        byte[] whole = Papers.jpeg();
        Path file = Papers.drop(counter.resolve("a.jpg"), locked);
        Papers.drop(counter.resolve("b.jpg"), whole);
        Files.setPosixFilePermissions(file, Set.of());
        assumeTrue(!Files.isReadable(file), "skipped: root may read everything");
        assertThat(desk.lookTwice()).isEqualTo(1);
        desk.scan(whole);
        assertThat(desk.folders.misplaced().some())
                .singleElement()
                .satisfies(entry -> assertThat(entry.reason().code()).isEqualTo(ReasonCode.ENTRY_UNREADABLE));
        Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        desk.later(90).lookTwice();
        desk.scan(locked);
        assertThat(Desk.waiting(counter)).isEmpty();
    }

    @Test
    void aFolderThatCannotBeListedDoesNotStopTheOthers() {
        Path broken = desk.counter("hong");
        desk.listing(folder -> {
            if (folder.equals(broken)) {
                throw new AccessDeniedException(folder.toString());
            }
            return Files.newDirectoryStream(folder);
        });
        byte[] whole = Papers.jpeg();
        Papers.drop(counter.resolve("a.jpg"), whole);
        Papers.drop(broken.resolve("b.jpg"), Papers.jpeg());
        assertThat(desk.lookTwice()).isEqualTo(1);
        desk.scan(whole);
        assertThat(desk.folders.misplaced().some()).singleElement().satisfies(entry -> {
            assertThat(entry.place()).isEqualTo(desk.unit + "/hong");
            assertThat(entry.reason().code()).isEqualTo(ReasonCode.ENTRY_UNREADABLE);
        });
    }
}
