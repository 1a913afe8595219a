package vn.sohoa.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.common.Sha256;

/** One pass over a file both proves and hands it on. */
class ProvenFileTest {
    @TempDir
    private Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("file"), content);
    }

    @Test
    void theRightBytesPassOnce() throws IOException {
        Path file = file("một tờ giấy");
        try (ProvenFile in = ProvenFile.open(file, Sha256.of(file))) {
            assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(file));
            assertThat(in.read()).isNegative();
            assertThat(in.difference()).isEmpty();
        }
    }

    @Test
    void theLastBytesOfOthersAreHeldBack() throws IOException {
        Path file = file("another");
        try (ProvenFile in = ProvenFile.open(file, Sha256.of("expected".getBytes()))) {
            byte[] target = new byte[3];
            assertThat(in.read(target)).isEqualTo(3);
            assertThat(in.read(target)).isEqualTo(3);
            assertThatThrownBy(() -> in.read(target)).isInstanceOf(IOException.class);
            assertThat(in.difference()).isPresent();
        }
    }

    @Test
    void aFileThatGrowsOrShrinksUnderWayIsAnotherOne() throws IOException {
        Path file = file("whole");
        Sha256 hash = Sha256.of(file);
        try (ProvenFile in = ProvenFile.open(file, hash)) {
            Files.writeString(file, " and more", StandardOpenOption.APPEND);
            assertThat(new String(in.readAllBytes()))
                    .as("what came later is not read")
                    .isEqualTo("whole");
        }
        try (ProvenFile in = ProvenFile.open(file("whole"), hash)) {
            Files.writeString(file, "");
            assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
            assertThat(in.difference()).isPresent();
        }
    }

    @Test
    void aFileOfUnknownHashTellsItOnceAllOfItHasPassed() throws IOException {
        Path file = file("một tờ giấy");
        try (ProvenFile in = ProvenFile.open(file)) {
            in.readNBytes(3);
            assertThatThrownBy(in::found).isInstanceOf(NullPointerException.class);
            in.readAllBytes();
            assertThat(in.found()).isEqualTo(Sha256.of(file));
        }
    }

    @Test
    void aFileOfUnknownHashThatShrinksUnderWayIsNotWhole() throws IOException {
        Path file = file("whole");
        try (ProvenFile in = ProvenFile.open(file)) {
            Files.writeString(file, "who");
            assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
            assertThat(in.difference()).contains("local file of 3 of 5 bytes");
        }
    }
}
