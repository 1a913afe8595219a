package vn.sohoa.ops;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server process of one cluster, known by the cluster's pid file. It is no child of ours in any useful sense: it
 * outlives a killed JVM and has to be found again.
 */
final class Postmaster {
    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
    /** Longer than crash recovery of a large cluster takes; pg_ctl says when it is done. */
    private static final Duration START = Duration.ofMinutes(10);

    private static final Duration FAST = Duration.ofSeconds(60);
    private static final Duration IMMEDIATE = Duration.ofSeconds(20);
    private static final int STEP_MS = 20;
    /** Above the kernel's highest pid: PostgreSQL finds it dead. */
    private static final String NO_PROCESS = "999999999";

    private final Path bin;
    private final Path cluster;
    private final Commands commands;

    Postmaster(Path software, Path cluster, Commands commands) {
        this.bin = software.resolve("bin");
        this.cluster = cluster;
        this.commands = commands;
    }

    Path program(String name) {
        return bin.resolve(name);
    }

    Path serverLog() {
        return cluster.resolve("server.log");
    }

    /** Starts the server and waits until it takes connections. It leads a session of its own: Ctrl-C is not for it. */
    Commands.Outcome start() throws IOException {
        return commands.run(
                START.plusSeconds(30),
                List.of(
                        program("pg_ctl").toString(),
                        "-D",
                        cluster.toString(),
                        "-l",
                        serverLog().toString(),
                        "-w",
                        "-t",
                        Long.toString(START.toSeconds()),
                        "start"));
    }

    /**
     * Stops what a killed predecessor left running on the cluster, and clears a pid file whose number now belongs to a
     * stranger, which PostgreSQL would take for a running server.
     */
    void clearLeftOvers() throws IOException {
        Optional<ProcessHandle> process = recorded();
        if (process.isEmpty()) {
            return;
        }
        if (isServer(process.get())) {
            log.info(
                    "PostgreSQL {} was left running by a stopped node: stopping it",
                    process.get().pid());
            stop();
        } else {
            // The rest of the file stays: from it PostgreSQL knows the shared memory of servers that may still end.
            Path file = pidFile();
            String text = Files.readString(file);
            int endOfPid = text.indexOf('\n');
            Files.writeString(file, NO_PROCESS + (endOfPid < 0 ? "" : text.substring(endOfPid)));
        }
    }

    /** Stops the server: politely, then in a hurry, then by force; committed work survives each of them. */
    void stop() throws IOException {
        Optional<ProcessHandle> process = recorded();
        if (process.isEmpty() || ended(process.get(), "fast", FAST) || ended(process.get(), "immediate", IMMEDIATE)) {
            return;
        }
        log.warn("PostgreSQL {} does not stop: killing it", process.get().pid());
        process.get().destroyForcibly();
        awaitEnd(process.get(), IMMEDIATE);
    }

    private boolean ended(ProcessHandle process, String mode, Duration limit) throws IOException {
        commands.run(
                limit.plusSeconds(5),
                List.of(
                        program("pg_ctl").toString(),
                        "-D",
                        cluster.toString(),
                        "-m",
                        mode,
                        "-w",
                        "-t",
                        Long.toString(limit.toSeconds()),
                        "stop"));
        return awaitEnd(process, Duration.ofSeconds(2));
    }

    /** Looked at in short steps: the runtime's own notice of a stranger's end comes seconds late. */
    private static boolean awaitEnd(ProcessHandle process, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(STEP_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return !process.isAlive();
    }

    private Path pidFile() {
        return cluster.resolve("postmaster.pid");
    }

    /** The living process whose number is in the pid file, whoever it is. */
    private Optional<ProcessHandle> recorded() throws IOException {
        try {
            String first =
                    Files.readString(pidFile()).lines().findFirst().orElse("").strip();
            // A single-user server writes its number negated.
            return ProcessHandle.of(Math.abs(Long.parseLong(first)));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Numbers are given out again: only a postgres that was started on this very folder is ours. */
    private boolean isServer(ProcessHandle process) throws IOException {
        try {
            String line = Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1);
            List<String> arguments = List.of(line.split("\0"));
            String path = new String(cluster.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            return arguments.get(0).endsWith("/postgres") && arguments.contains(path);
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
