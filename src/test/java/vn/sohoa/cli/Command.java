package vn.sohoa.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.OwnJvm;
import vn.sohoa.RunningApplication;

/** The real command in a JVM of its own. */
final class Command implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    final Path out;
    private final Path stderr;
    private final Path stdout;
    private final Process process;

    private Command(Path out, Path stdout, Path stderr, Process process) {
        this.out = out;
        this.stdout = stdout;
        this.stderr = stderr;
        this.process = process;
    }

    /** What a finished run has said. */
    record Said(int code, String out, String err) {}

    /** Starts {@code digitize} with these arguments as they are. */
    static Command start(Path place, Map<String, String> environment, List<String> arguments) {
        try {
            Path logs = Files.createTempDirectory(place, "said-");
            List<String> command = new ArrayList<>(OwnJvm.command(List.of("-Xmx512m"), List.of("digitize")));
            command.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectOutput(logs.resolve("out").toFile())
                    .redirectError(logs.resolve("err").toFile());
            builder.environment().putAll(environment);
            return new Command(place, logs.resolve("out"), logs.resolve("err"), builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Said run(Path place, List<String> arguments) {
        return run(place, Map.of(), arguments);
    }

    static Said run(Path place, Map<String, String> environment, List<String> arguments) {
        try (Command command = start(place, environment, arguments)) {
            return command.end();
        }
    }

    /** Lets a run use the PostgreSQL that was unpacked for all tests: unpacking costs several seconds. */
    static void lendSoftware(Path out) {
        try {
            Path state = Files.createDirectories(out.resolve(".sohoa"));
            if (Files.isDirectory(RunningApplication.SOFTWARE)) {
                Files.createSymbolicLink(state.resolve("software"), RunningApplication.SOFTWARE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Said end() {
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the command did not end; it said: " + Files.readString(stderr));
            }
            return new Said(process.exitValue(), Files.readString(stdout), Files.readString(stderr));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    void kill() {
        process.destroyForcibly();
        end();
    }

    void interrupt() {
        signal("INT");
    }

    private void signal(String name) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new AssertionError("no process to signal");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Polls until it is so; fails when the command ends before. */
    void await(String what, BooleanSupplier so) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!so.getAsBoolean()) {
            try {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new AssertionError("waiting for " + what + "; the command said: " + Files.readString(stderr));
                }
                TimeUnit.MILLISECONDS.timedJoin(Thread.currentThread(), 50);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    static List<JsonNode> lines(Path out) {
        try {
            Path results = out.resolve("results.jsonl");
            List<JsonNode> lines = new ArrayList<>();
            if (Files.exists(results)) {
                String text = Files.readString(results, StandardCharsets.UTF_8);
                for (String line :
                        text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                    lines.add(JsonMapper.shared().readTree(line));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
