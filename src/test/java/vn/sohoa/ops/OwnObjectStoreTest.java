package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import vn.sohoa.RunningApplication;
import vn.sohoa.storage.Durability;
import vn.sohoa.storage.ObjectStoreContract;
import vn.sohoa.storage.StoreSettings;

class OwnObjectStoreTest implements ObjectStoreContract {
    private static Path folder;
    private static DataFolder data;
    private static OwnObjectStore own;

    @BeforeAll
    static void start() {
        folder = RunningApplication.newFolder();
        data = DataFolder.claim(folder);
        own = OwnObjectStore.start(data);
    }

    @AfterAll
    static void stop() throws IOException {
        own.close();
        data.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    @Override
    public StoreSettings settings() {
        return own.settings();
    }

    @Override
    public Durability durability() {
        return own.durability();
    }

    @Test
    void itListensOnThisMachineOnly() {
        assertThat(own.settings().endpoint().getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void papersAndSecretsAreTheOwnersAlone() throws IOException {
        for (String name : new String[] {"objects", "secrets"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void afterAKillHalfUploadsAreRemovedAndNothingElse(@TempDir Path other) throws IOException {
        Path bucket = Files.createDirectories(other.resolve("objects/sohoa-originals/ub1/2026/11"));
        String id = "0190f5fe-7c5d-7cc3-98c4-dc0c0c07398f";
        Path whole = Files.createFile(bucket.resolve(id));
        Path half = Files.createFile(bucket.resolve(id + "-" + id));
        Path part =
                Files.createFile(Files.createDirectories(other.resolve("objects/sohoa-originals/.mpus-" + id + "-ub1"))
                        .resolve(id + "-1"));
        Path running = bucket.resolve("1" + id.substring(1) + "-" + id);
        UnfinishedUploads unfinished = new UnfinishedUploads(other.resolve("objects"), other.resolve("in-use"));
        FileTime start = FileTime.fromMillis(System.currentTimeMillis() + 1);
        Files.createFile(running);
        Files.setLastModifiedTime(running, FileTime.fromMillis(start.toMillis() + 1));

        unfinished.remove(start);

        assertThat(whole).exists();
        assertThat(running).exists();
        assertThat(half).doesNotExist();
        assertThat(part.getParent()).doesNotExist();
    }
}
