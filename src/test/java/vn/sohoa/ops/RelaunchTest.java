package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Started without a word about the JVM, the jar runs as we want it to; with one, as it was told. */
class RelaunchTest {
    @TempDir
    Path folder;

    private Path jar;

    /** What is run: says with what it runs. */
    static final class Told {
        public static void main(String[] arguments) {
            Relaunch.withOwnOptions();
            List<String> lines = new ArrayList<>();
            lines.add("process " + ProcessHandle.current().pid());
            lines.add("names " + System.getProperty("sun.jnu.encoding"));
            ManagementFactory.getRuntimeMXBean().getInputArguments().forEach(option -> lines.add("option " + option));
            Arrays.stream(arguments).forEach(argument -> lines.add("argument " + argument));
            System.out.writeBytes((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    @BeforeEach
    void makeJar() throws IOException {
        jar = folder.resolve("told.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Told.class.getName());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(System.getProperty("java.class.path").split(":"))
                                .map(place -> Path.of(place).toUri())
                                .map(URI::toASCIIString)
                                .collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    @Test
    void withoutOptionsItIsTheSameProcessWithOurs() throws Exception {
        Run run = run(Map.of(), "-jar", jar.toString(), "digitize", "--in", "giấy tờ", "");
        assertThat(run.lines())
                .contains("process " + run.process(), "option -XX:+UseSerialGC", "option -Xmx768m")
                .contains("option -XX:TieredStopAtLevel=1")
                .contains("argument digitize", "argument --in", "argument giấy tờ", "argument ");
    }

    @Test
    void namesOfFilesAreUtf8WhateverTheLocale() throws Exception {
        Run run = run(Map.of("LC_ALL", "POSIX"), "-jar", jar.toString(), "giấy tờ");
        assertThat(run.lines()).contains("names UTF-8", "argument giấy tờ");
    }

    @Test
    void aServiceHasTheOptimizingCompilerAndTheHeapItWasGiven() throws Exception {
        Run run = run(Map.of("SOHOA_HEAP", "640m"), "-jar", jar.toString());
        assertThat(run.lines())
                .contains("option -XX:+UseSerialGC", "option -Xmx640m")
                .doesNotContain("option -XX:TieredStopAtLevel=1");
    }

    @Test
    void whoSaysHowIsObeyed() throws Exception {
        assertThat(run(Map.of(), "-Xmx200m", "-jar", jar.toString()).lines())
                .contains("option -Xmx200m")
                .doesNotContain("option -XX:+UseSerialGC");
        assertThat(run(Map.of("JDK_JAVA_OPTIONS", "-Xmx201m"), "-jar", jar.toString())
                        .lines())
                .contains("option -Xmx201m")
                .doesNotContain("option -XX:+UseSerialGC");
    }

    @Test
    void anArchiveBesideTheJarIsNamedAndOneThatDoesNotFitCostsNothing() throws Exception {
        Path archive = Files.createDirectory(folder.resolve("archive")).resolve("made.jsa");
        Files.writeString(archive, "no archive");
        assertThat(run(Map.of(), "-jar", jar.toString(), "argument").lines())
                .contains("option -XX:SharedArchiveFile=" + archive, "argument argument");
    }

    private record Run(long process, List<String> lines) {}

    private static Run run(Map<String, String> environment, String... command) throws Exception {
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        words.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return new Run(process.pid(), List.of(out.split("\n")));
    }
}
