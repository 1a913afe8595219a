package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The class-data archive of {@code infra/lib.sh}: it fits one JDK, jar and set of libraries, and costs nothing where it is wrong. */
@Timeout(60)
class ArchiveTest {
    @TempDir
    private Path project;

    @BeforeEach
    void aProject() throws IOException {
        Files.createDirectories(project.resolve("target/lib"));
        Files.createDirectories(project.resolve("infra"));
        Files.copy(Path.of("infra/lib.sh"), project.resolve("infra/lib.sh"));
        Files.writeString(project.resolve("target/sohoa.jar"), "jar");
        Files.writeString(project.resolve("target/lib/a.jar"), "a");
    }

    private String bash(String command) throws IOException {
        Process process = new ProcessBuilder("bash", "-c", "set -euo pipefail; . infra/lib.sh; " + command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
        return said.strip();
    }

    private void touch(String file) throws IOException {
        Files.setLastModifiedTime(project.resolve(file), FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
    }

    @Test
    void anotherJarOrLibraryIsAnotherArchive() throws IOException {
        String first = bash("archive_file");
        assertThat(bash("archive_file")).isEqualTo(first);
        touch("target/sohoa.jar");
        String second = bash("archive_file");
        touch("target/lib/a.jar");
        String third = bash("archive_file");
        Files.writeString(project.resolve("target/lib/b.jar"), "b");
        assertThat(bash("archive_file")).isNotIn(first, second, third);
        assertThat(third).isNotIn(first, second);
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void anotherJdkIsAnotherArchive() throws IOException {
        Path other = Files.createDirectories(project.resolve("jdk/bin"));
        Files.writeString(other.resolve("java"), "#!/bin/sh\necho 'another one'\n");
        assertThat(other.resolve("java").toFile().setExecutable(true)).isTrue();
        assertThat(bash("PATH=$PWD/jdk/bin:$PATH; archive_file")).isNotEqualTo(bash("archive_file"));
    }

    @Test
    void aMissingOrBrokenArchiveChangesNothing() throws IOException {
        String run = "java_options; java \"${options[@]}\" -version";
        assertThat(bash(run)).contains("64-Bit").doesNotContain("rror");
        bash("mkdir -p target/archive; echo broken >\"$(archive_file)\"");
        assertThat(bash("java_options; echo \"${options[@]}\"")).contains("target/archive/");
        assertThat(bash(run)).contains("64-Bit").doesNotContain("rror");
    }
}
