package vn.sohoa.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.sohoa.Sohoa;

/** The service as a process of its own, configured by the environment alone, for tests that stop and kill it. */
final class ChildNode implements AutoCloseable {
    private static final long LIMIT_S = 120;

    private final Process process;
    private final Path output;

    private ChildNode(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static ChildNode start(Path data, Map<String, String> environment) throws IOException {
        Path output = Files.createTempFile("node-", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Sohoa.class.getName()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SOHOA_"));
        builder.environment().putAll(environment);
        builder.environment().put("SOHOA_DATA", data.toString());
        builder.environment().put("SOHOA_PORT", "0");
        return new ChildNode(builder.start(), output);
    }

    /** Waits until it says that it is ready. */
    ChildNode ready() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_S);
        while (!output().contains("sohoa: http:")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new AssertionError("not ready:\n" + output());
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        return this;
    }

    /** Waits for its end and says with which code. */
    int code() throws InterruptedException {
        if (!process.waitFor(LIMIT_S, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end");
        }
        return process.exitValue();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    long pid() {
        return process.pid();
    }

    void terminate() {
        process.destroy();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(output);
    }
}
