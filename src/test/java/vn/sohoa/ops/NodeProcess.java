package vn.sohoa.ops;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.sohoa.Eventually;
import vn.sohoa.OwnJvm;

/** A node as an administrator runs it: a JVM of its own, told by the environment where its engines are. */
final class NodeProcess implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(300);
    private static final int SHOWN = 6_000;

    private final Process process;
    private final Path data;
    private final Path output;

    private NodeProcess(Process process, Path data, Path output) {
        this.process = process;
        this.data = data;
        this.output = output;
    }

    /** @param settings further ones, {@code sohoa.key=value} */
    static NodeProcess start(Path data, Map<String, String> environment, String... settings) throws IOException {
        return start(data, environment, List.of(), settings);
    }

    /** @param options of its JVM */
    static NodeProcess start(Path data, Map<String, String> environment, List<String> options, String... settings)
            throws IOException {
        List<String> own = new ArrayList<>(List.of("-Xmx512m"));
        own.addAll(options);
        List<String> command = OwnJvm.command(
                own, Arrays.stream(settings).map(setting -> "--" + setting).toList());
        Files.createDirectories(data);
        Path output = newOutput(data);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SOHOA_"));
        builder.environment().put("SOHOA_DATA", data.toString());
        builder.environment().put("SOHOA_PORT", "0");
        builder.environment().putAll(environment);
        return new NodeProcess(builder.start(), data, output);
    }

    /** What a command said, run to its end in a JVM of its own. */
    record Said(int code, String text) {}

    /** Runs a command such as {@code verify-audit} as an administrator does. */
    static Said command(Path data, String... arguments) throws IOException, InterruptedException {
        List<String> command = OwnJvm.command(List.of(), List.of(arguments));
        Path said = Files.createTempFile("said-", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SOHOA_"));
        builder.environment().put("SOHOA_DATA", data.toString());
        Process process = builder.start();
        if (!process.waitFor(READY.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        String text = Files.readString(said);
        Files.delete(said);
        return new Said(process.waitFor(), text);
    }

    /** One file for each start. */
    private static Path newOutput(Path data) {
        for (int n = 1; ; n++) {
            Path output = data.resolve("node-" + n + ".log");
            if (!Files.exists(output)) {
                return output;
            }
        }
    }

    NodeProcess awaitReady() {
        Eventually.until(
                "the node in " + data + " is ready",
                READY,
                () -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("the node ended:\n" + log());
                    }
                    return Files.readString(output).contains("\nsohoa: http")
                            || Files.readString(output).startsWith("sohoa: http");
                },
                this::log);
        return this;
    }

    /** Where it answers, once it is ready. */
    String base() {
        try (Stream<String> said = lines()) {
            return said.filter(line -> line.startsWith("sohoa: http"))
                    .map(line -> line.substring("sohoa: ".length()).strip().replaceAll("/$", ""))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its rows are signed with. */
    String name() {
        try {
            return Files.readString(data.resolve("node")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Freezes it in whatever it is doing (SIGSTOP): it neither works nor dies. */
    void freeze() {
        signal("STOP");
    }

    /** Lets it go on as if nothing had happened (SIGCONT). */
    void wake() {
        signal("CONT");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end, which somebody else has brought about. */
    void awaitEnd() throws InterruptedException {
        if (!process.waitFor(READY.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the node lives on:\n" + log());
        }
    }

    /** Its recognizers, which are processes of their own. */
    List<ProcessHandle> recognizers() {
        return process.descendants()
                .filter(child -> commandLine(child).contains("RecognizerMain"))
                .toList();
    }

    /** All of it: what Java tells of a process ends after a few thousand letters, most of them the class path. */
    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"), ISO_8859_1);
        } catch (IOException e) {
            return ""; // it has ended
        }
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private void signal(String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -" + name + " " + process.pid() + ": " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The end of what it said. */
    String log() {
        try {
            String text = Files.exists(output) ? Files.readString(output) : "";
            return text.substring(Math.max(0, text.length() - SHOWN));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Everything it said. */
    Stream<String> lines() throws IOException {
        return Files.lines(output);
    }

    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        signal("CONT");
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
