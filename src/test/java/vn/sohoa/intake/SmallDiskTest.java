package vn.sohoa.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.RunningApplication;
import vn.sohoa.common.Failure.Unavailable;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.imaging.SourceFile;
import vn.sohoa.imaging.SourceFormat;

/** Disks that are full or cannot be written, real ones of a few megabytes in memory. */
@ExtendWith(RunningApplication.class)
class SmallDiskTest {
    @TempDir
    Path folder;

    private Path disk;
    private ConfigurableApplicationContext application;

    @BeforeEach
    void mount(ConfigurableApplicationContext running) throws Exception {
        application = running;
        disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()),
                "skipped: a small disk can only be mounted with root's rights");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", disk.toString());
    }

    private static boolean run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // no such program
        }
    }

    private Path fill() throws IOException {
        Path full = disk.resolve("full");
        long free = Files.getFileStore(disk).getUsableSpace();
        Files.write(full, new byte[(int) free]);
        assertThat(Files.getFileStore(disk).getUsableSpace()).isZero();
        return full;
    }

    @Test
    void aFullDataDiskPausesIntakeUntilThereIsRoom() throws IOException {
        Desk desk = new Desk(application, Files.createDirectories(folder.resolve("inbox")));
        desk.space = new FreeSpace(disk, 1 << 20);
        desk.start();
        byte[] whole = Papers.jpeg();
        Papers.drop(desk.counter().resolve("a.jpg"), whole);
        Path full = fill();
        desk.lookTwice();
        assertThat(desk.scans()).isEmpty();
        assertThat(desk.space.paused())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo(ReasonCode.DISK_FULL));
        Files.delete(full);
        assertThat(desk.space.paused()).isEmpty();
        desk.later(10).look();
        desk.scan(whole);
    }

    @Test
    void aStoreWhoseDiskIsFullLosesNothing() throws Exception {
        Desk desk = new Desk(application, Files.createDirectories(folder.resolve("inbox")));
        try (ShakyStore store = new ShakyStore(disk)) {
            desk.withStore(store.client);
            byte[] whole = Papers.png();
            Papers.drop(desk.counter().resolve("a.png"), whole);
            Path full = fill();
            desk.lookTwice();
            assertThat(desk.scans()).isEmpty();
            assertThat(Desk.waiting(desk.counter())).containsExactly("a.png");
            assertThat(desk.pause.reason())
                    .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo(ReasonCode.STORE_UNAVAILABLE));
            Files.delete(full);
            desk.later(10).look();
            desk.scan(whole);
            assertThat(desk.pause.reason()).isEmpty();
        }
    }

    @Test
    void anInboxThatCannotBeWrittenIsReadOnceSaysSoAndIsClearedWhenItCan() throws Exception {
        Desk desk = new Desk(application, disk);
        byte[] whole = Papers.jpeg();
        Path counter = desk.counter();
        Papers.drop(counter.resolve("a.jpg"), whole);
        assumeTrue(run("mount", "-o", "remount,ro", disk.toString()), "skipped: the disk cannot be made read-only");
        desk.lookTwice();
        desk.later(30).look();
        desk.scan(whole);
        assertThat(Desk.waiting(counter)).containsExactly("a.jpg");
        assertThat(desk.pause.reason())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo(ReasonCode.INBOX_NOT_WRITABLE));
        assertThat(run("mount", "-o", "remount,rw", disk.toString())).isTrue();
        desk.later(90).look();
        assertThat(Desk.waiting(counter)).isEmpty();
        assertThat(desk.pause.reason()).isEmpty();
        desk.scan(whole);
    }

    @Test
    void pagesThatFindNoRoomAreTriedAgainNotRefused() throws IOException {
        Path file = Files.write(folder.resolve("a.jpg"), Papers.jpeg());
        fill();
        try (SourceFile source = SourceFile.open(file, SourceFormat.JPEG, Budgets.DEFAULT)) {
            assertThatThrownBy(() -> source.cut(0, disk)).isInstanceOfSatisfying(Unavailable.class, e -> assertThat(
                            e.reason().code())
                    .isEqualTo(ReasonCode.DISK_FULL));
        }
    }
}
