package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedEngineTest {
    @TempDir
    Path folder;

    @Test
    void theEngineBesideOurLibrariesIsNamedWhereItIsForThisMachine() throws IOException {
        Path jar = folder.resolve("sohoa.jar");
        assertThat(PackedEngine.option(jar)).isEmpty();
        Path engine = Files.createDirectories(folder.resolve("lib").resolve(Platform.RESOURCE_PREFIX));
        Files.createFile(engine.resolve(System.mapLibraryName("tesseract")));
        assertThat(PackedEngine.option(jar)).containsExactly("-Dsohoa.engine=" + engine);
    }

    @Test
    void aChildReadsWithThePackedEngine() throws Exception {
        Assumptions.assumeTrue(Platform.RESOURCE_PREFIX.equals("linux-x86-64"), "no engine is packed for others");
        assertThat(version(List.of())).startsWith("Tesseract 5.5.");
    }

    @Test
    void whereItCannotBeLoadedTheSystemsReads() throws Exception {
        Files.writeString(folder.resolve(System.mapLibraryName("tesseract")), "no library");
        assertThat(version(List.of("-Dsohoa.engine=" + folder)))
                .startsWith("Tesseract ")
                .doesNotContain("5.5.");
    }

    private static String version(List<String> options) throws Exception {
        RecognizerSettings usual = RecognizerSettings.of(1);
        RecognizerSettings settings = new RecognizerSettings(
                1,
                usual.language(),
                usual.pageLimit(),
                usual.pagesPerChild(),
                usual.startLimit(),
                usual.restAfterFailedStarts(),
                options);
        try (ChildClasses classes = ChildClasses.here()) {
            Child child = Child.start(ChildCommand.of(settings, classes.place()), Duration.ofSeconds(30));
            try {
                return child.engine();
            } finally {
                child.kill();
            }
        }
    }
}
