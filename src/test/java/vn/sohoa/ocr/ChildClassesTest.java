package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildClassesTest {
    @TempDir
    Path folder;

    @Test
    void compiledClassesAreTakenWhereTheyAre() throws IOException {
        try (ChildClasses classes = ChildClasses.here()) {
            assertThat(classes.place().resolve("vn/sohoa/ocr/RecognizerMain.class"))
                    .exists();
        }
        assertThat(ChildClasses.placeOf(RecognizerMain.class)).exists();
    }

    @Test
    void ofTheServicesJarAChildGetsItsRoomsAndNoLibraryAndStartsFromThem() throws Exception {
        Path copy;
        try (ChildClasses classes = ChildClasses.of(serviceJar())) {
            copy = classes.place();
            try (JarFile jar = new JarFile(copy.toFile())) {
                assertThat(jar.getManifest()).isNull();
                assertThat(jar.stream().map(JarEntry::getName))
                        .contains("vn/sohoa/ocr/RecognizerMain.class", "vn/sohoa/page/Word.class")
                        .noneMatch(name -> name.startsWith("vn/sohoa/pdf/"));
            }
            Child child = Child.start(ChildCommand.of(RecognizerSettings.of(1), copy), Duration.ofSeconds(30));
            try {
                Files.delete(copy); // as a warm child is left
                Message answer = child.ask(
                        new Message.Read(
                                7,
                                Pages.heading(folder).file().toString(),
                                300,
                                0,
                                folder.resolve("view").toString(),
                                folder.resolve("thumbnail").toString()),
                        Duration.ofSeconds(30),
                        Hold.UNCONTESTED);
                assertThat(answer).isInstanceOf(Message.Done.class);
            } finally {
                child.kill();
            }
        }
    }

    @Test
    void childKnowsNoSecretOfItsParent() throws IOException {
        try (ChildClasses classes = ChildClasses.here()) {
            ProcessBuilder command = ChildCommand.of(RecognizerSettings.of(1), classes.place());
            assertThat(command.environment()).containsEntry("OMP_THREAD_LIMIT", "1");
            assertThat(command.environment().keySet())
                    .isSubsetOf(
                            "PATH",
                            "HOME",
                            "TMPDIR",
                            "TESSDATA_PREFIX",
                            "LD_LIBRARY_PATH",
                            "OMP_THREAD_LIMIT",
                            "MALLOC_MMAP_THRESHOLD_",
                            "MALLOC_TRIM_THRESHOLD_",
                            "MALLOC_ARENA_MAX",
                            "LC_ALL");
            assertThat(command.command()).noneMatch(word -> word.contains("spring") || word.contains("logback"));
        }
    }

    /** All our classes, and a manifest that names libraries, as the build makes it. */
    private Path serviceJar() throws IOException {
        Path classes = ChildClasses.placeOf(RecognizerMain.class);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "lib/a.jar lib/b.jar");
        Path jar = folder.resolve("service.jar");
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes.resolve("vn"))) {
            files = all.filter(Files::isRegularFile).toList();
        }
        try (OutputStream bytes = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(bytes, manifest)) {
            for (Path file : files) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar;
    }
}
