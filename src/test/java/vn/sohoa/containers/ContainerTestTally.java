package vn.sohoa.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Counts the tests marked {@link NeedsContainers} and writes one line on them to {@code target/container-tests.txt}, which
 * {@code infra/test.sh} prints last: how many ran, and why the others did not. Counts over all test plans of one JVM.
 */
public final class ContainerTestTally implements TestExecutionListener {
    private static final TestTag TAG = TestTag.create(NeedsContainers.TAG);

    private final Path file;
    private final AtomicInteger ran = new AtomicInteger();
    private final AtomicInteger skipped = new AtomicInteger();
    private volatile @Nullable String reason;
    private @Nullable TestPlan plan;

    /** Called by JUnit's launcher. */
    public ContainerTestTally() {
        this(Path.of("target", "container-tests.txt"));
    }

    ContainerTestTally(Path file) {
        this.file = file;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public void executionSkipped(TestIdentifier skippedPart, String why) {
        int tests = testsIn(skippedPart);
        if (tests > 0) {
            skipped.addAndGet(tests);
            reason = why;
        }
    }

    @Override
    public void executionFinished(TestIdentifier finished, TestExecutionResult result) {
        if (!finished.isTest() || !finished.getTags().contains(TAG)) {
            return;
        }
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            skipped.incrementAndGet();
            reason = result.getThrowable().map(Throwable::getMessage).orElse("no reason given");
        } else {
            ran.incrementAndGet();
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line() {
        String counts = "container tests: " + ran + " ran, " + skipped + " skipped";
        return reason == null ? counts : counts + ": " + reason;
    }

    /** A skipped class is reported once for all that it holds; what would only have been made at run time counts once. */
    private int testsIn(TestIdentifier part) {
        if (plan == null) {
            return 0;
        }
        var children = plan.getChildren(part);
        if (!children.isEmpty()) {
            return children.stream().mapToInt(this::testsIn).sum();
        }
        return part.getTags().contains(TAG) ? 1 : 0;
    }
}
