package vn.sohoa.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import vn.sohoa.Eventually;
import vn.sohoa.RunningApplication;
import vn.sohoa.common.Step;
import vn.sohoa.storage.ObjectStore;

/**
 * A node with real engines of its own network, to which something happens at one step after the other. After each of
 * them everything has to come to its end by itself: a node that is gone is started again as it is, a cable that was cut
 * is mended, and nothing else is done.
 */
final class FaultWalk implements AutoCloseable {
    static final String LEASE = "10s";
    private static final Duration LONG = Duration.ofMinutes(3);
    /** Longer than the node waits for a connection, so that an outage is one. */
    private static final Duration OUTAGE = Duration.ofMillis(1_800);

    private static final Duration SLEEP = Duration.ofMillis(11_500);

    private final Path folder = RunningApplication.newFolder();
    private final Path data = folder.resolve("node");
    private final FaultedEngines engines = new FaultedEngines();
    private final Conductor conductor = new Conductor();
    private final JdbcClient database = engines.engines.database();
    private final Ledger ledger = new Ledger(Files.createDirectories(folder.resolve("inbox")));
    private final Scenario scenario;
    private final Map<Mode, List<Trial>> done = new HashMap<>();
    private NodeProcess node;
    private int starts;
    private volatile CompletableFuture<Void> mended = CompletableFuture.completedFuture(null);

    FaultWalk() throws Exception {
        scenario = new Scenario(folder.resolve("beside"), ledger, conductor, database, engines.engines.environment());
        node = start();
    }

    private NodeProcess start() throws IOException {
        starts++;
        Files.createDirectories(data);
        Path pool = Files.writeString(folder.resolve("pool.properties"), "connectionTimeout=1000\n");
        Map<String, String> environment = new HashMap<>(engines.environment());
        environment.put("SOHOA_INBOX", ledger.inbox().toString());
        return NodeProcess.start(
                data,
                environment,
                List.of(conductor.option(), "-Dhikaricp.configurationFile=" + pool),
                "sohoa.intake.quiet=100ms",
                "sohoa.intake.poll=200ms",
                "sohoa.books.poll=200ms",
                "sohoa.intake.retry=500ms",
                "sohoa.intake.tidy=1s",
                "sohoa.intake.one-pass=1KB",
                "sohoa.recognizer.workers=1",
                "sohoa.sweep.lease=" + LEASE,
                "sohoa.sweep.backoff=500ms",
                "sohoa.sweep.period=500ms",
                "sohoa.sweep.silence=2s",
                "sohoa.fixity.period=1s",
                "sohoa.audit.seal=500ms");
    }

    /** Runs one after the other; returns what was not reached, or did not come to its end. */
    List<String> run(List<Trial> trials) throws Exception {
        List<String> failed = new ArrayList<>();
        node.awaitReady();
        for (Trial trial : trials) {
            long begin = System.nanoTime();
            try {
                run(trial);
                done.computeIfAbsent(trial.mode(), m -> new ArrayList<>()).add(trial);
            } catch (AssertionError e) {
                failed.add(trial + ": " + e.getMessage());
                say("FAILED %s: %s", trial, e.getMessage());
                revive();
            }
            say("%s, %d ms", trial, (System.nanoTime() - begin) / 1_000_000);
        }
        return failed;
    }

    private void run(Trial trial) throws Exception {
        Scenario.Files files = scenario.begin(trial);
        Conductor.Strike strike = conductor.arrange(trial.step(), trial.mode().order(), () -> happens(trial.mode()));
        try {
            scenario.act(files, strike, this::until);
            if (!strike.await(LONG.toSeconds())) {
                throw new AssertionError("not reached\n" + node.log());
            }
        } finally {
            conductor.forget(trial.step());
        }
        if (trial.endsTheNode()) {
            node.awaitEnd();
            node = startedAgain();
        }
        scenario.awaitEnd(files, this::until);
        mended.join();
    }

    private void revive() throws IOException {
        for (Mode outage : Mode.OUTAGES) {
            engines.cable(outage).mend();
        }
        if (!node.isAlive()) {
            node = startedAgain();
        }
    }

    /** As a service manager does it, which tries once more where a start was refused. */
    private NodeProcess startedAgain() throws IOException {
        NodeProcess next = start();
        try {
            return next.awaitReady();
        } catch (AssertionError e) {
            say("a start was refused: %s", e.getMessage());
            next.close();
            return start().awaitReady();
        }
    }

    /** While the process waits at the step. */
    private void happens(Mode mode) {
        if (mode == Mode.OVERSLEPT) {
            LockSupport.parkNanos(SLEEP.toNanos());
        } else if (Mode.OUTAGES.contains(mode)) {
            Cable cable = engines.cable(mode);
            boolean silent = mode == Mode.DATABASE_SILENT;
            if (silent) {
                cable.silence();
            } else {
                cable.cut();
            }
            Duration outage = silent ? SLEEP : OUTAGE;
            mended = CompletableFuture.runAsync(
                    cable::mend, CompletableFuture.delayedExecutor(outage.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    /** What of the law does not hold, and how many of each thing there are. */
    Conservation.Found look() {
        until("every entry of the audit is sealed", () -> Scenario.count(database, "audit_unsealed") == 0);
        try (ObjectStore store = engines.engines.objects()) {
            return new Conservation(engines.engines.source(), store, ledger).look();
        }
    }

    Map<Mode, List<Trial>> done() {
        return done;
    }

    int starts() {
        return starts;
    }

    int files() {
        return ledger.files("");
    }

    /** Steps that no node has ever reached. */
    List<Step> neverReached() {
        return List.of(Step.values()).stream()
                .filter(step -> conductor.reached(step) == 0)
                .toList();
    }

    private void until(String fact, Callable<Boolean> holds) {
        Eventually.until(fact, LONG, holds, () -> scenario.standing() + "\n" + node.log());
    }

    static void say(String what, Object... values) {
        System.out.println("faults: " + what.formatted(values));
    }

    @Override
    public void close() throws IOException {
        node.close();
        scenario.close();
        conductor.close();
        engines.close();
        if (System.getProperty("sohoa.test.keep") == null) {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
