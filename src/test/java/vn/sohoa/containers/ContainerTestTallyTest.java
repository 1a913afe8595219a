package vn.sohoa.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class ContainerTestTallyTest {
    @TempDir
    Path folder;

    @Test
    void countsWhatRanAndWhatWasAborted() throws Exception {
        assertThat(lineOver(Mixed.class)).isEqualTo("container tests: 1 ran, 1 skipped: Assumption failed: no engine");
    }

    @Test
    void countsEachTestOfASkippedClass() throws Exception {
        assertThat(lineOver(Skipped.class)).isEqualTo("container tests: 0 ran, 2 skipped: no image");
    }

    @Test
    void leavesOutTestsThatNeedNoContainer() throws Exception {
        assertThat(lineOver(Other.class)).isEqualTo("container tests: 0 ran, 0 skipped");
    }

    private String lineOver(Class<?> tests) throws Exception {
        Path file = folder.resolve("line.txt");
        // Without the registered listeners: this inner run must not count in the outer one's line.
        var config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(config)
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(tests))
                                .build(),
                        new ContainerTestTally(file));
        return Files.readString(file).strip();
    }

    @Tag(NeedsContainers.TAG)
    static class Mixed {
        @Test
        void runs() {}

        @Test
        void aborts() {
            Assumptions.abort("Assumption failed: no engine");
        }
    }

    @Tag(NeedsContainers.TAG)
    @Disabled("no image")
    static class Skipped {
        @Test
        void one() {}

        @Test
        void two() {}
    }

    static class Other {
        @Test
        void runs() {}
    }
}
