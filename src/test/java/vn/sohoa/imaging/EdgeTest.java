package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.common.Failure;
import vn.sohoa.common.ReasonCode;

/** Whose fault it is. */
class EdgeTest {
    @Test
    void aFullDiskUnderALibraryIsNotThePapersFault() {
        assertThatThrownBy(() -> Edge.page("page 1", () -> {
                    throw new IOException("wrapped", new IOException("No space left on device"));
                }))
                .isInstanceOfSatisfying(
                        Failure.Unavailable.class,
                        e -> assertThat(e.reason().code()).isEqualTo(ReasonCode.DISK_FULL));
        assertThatThrownBy(() -> Edge.page("page 1", () -> {
                    throw new IOException("a broken paper, at /a/place/of/ours");
                }))
                .isInstanceOfSatisfying(
                        Failure.BadInput.class,
                        e -> assertThat(e.reason().detail()).doesNotContain("/a/place"));
    }

    @Test
    void aShareThatDoesNotDeliverMakesNoBrokenFileOfAGoodOne(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("a.jpg"), new byte[1 << 18]);
        Bytes bytes = Bytes.of(file);
        bytes.u8(0);
        bytes.close();
        assertThatThrownBy(() -> Edge.file(() -> bytes.u8(1 << 17))).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> Edge.file(() -> bytes.u8(1 << 20))).isInstanceOf(Failure.BadInput.class);
    }
}
