package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFileTest {
    @TempDir
    Path folder;

    /** A folder opens like a file, and its disk does not deliver: so looks a share that went away in the middle. */
    @Test
    void aDiskThatDoesNotDeliverSaysNothingAboutThePaper() {
        assertThatThrownBy(() -> {
                    try (DiskFile file = new DiskFile(folder)) {
                        file.read();
                    }
                })
                .isInstanceOf(FileSystemException.class);
    }

    @Test
    void whatIsDeliveredIsRead() throws IOException {
        Path pdf = Files.writeString(folder.resolve("a.pdf"), "%PDF-1.7");
        assertThatCode(() -> {
                    try (DiskFile file = new DiskFile(pdf)) {
                        file.seek(4);
                        file.read();
                    }
                })
                .doesNotThrowAnyException();
    }
}
