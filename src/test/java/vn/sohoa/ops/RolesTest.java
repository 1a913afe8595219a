package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import vn.sohoa.Eventually;
import vn.sohoa.RunningApplication;
import vn.sohoa.SmallPapers;

/** A node does what its roles say, and leaves the rest to others. */
@Timeout(600)
class RolesTest {
    @Test
    void aRecognizerNeverTouchesTheInboxAndAScreenReadsNothing() throws Exception {
        Path folder = RunningApplication.newFolder();
        Path inbox = Files.createDirectories(folder.resolve("inbox/ub-01/quay-1"));
        Path paper = new SmallPapers().draw(1, inbox.resolve("SCN_0001.png"));
        try (NamedEngines engines = new NamedEngines();
                NodeProcess screen = start(engines, folder, "screen", "web");
                NodeProcess recognizer = start(engines, folder, "recognizer", "recognize")) {
            screen.awaitReady();
            recognizer.awaitReady();
            try (NodeProcess others = start(engines, folder, "others", "intake,split,understand,render,sweep")) {
                JdbcClient database = engines.database();
                assertThat(paper)
                        .as("before a node with the role intake came up")
                        .exists();
                assertThat(strings(database, "select name from scan")).isEmpty();
                Eventually.until(
                        "the paper is in review",
                        Duration.ofMinutes(3),
                        () -> strings(database, "select state from scan").equals(List.of("IN_REVIEW")),
                        () -> screen.log() + recognizer.log() + others.log());
                assertThat(paper).doesNotExist();
                assertThat(strings(
                                database,
                                "select distinct node from history where to_state = 'READING' and subject = 'PAGE'"))
                        .as("who read")
                        .containsExactly(recognizer.name());
                assertThat(strings(database, """
                                select distinct node from history where not (subject = 'PAGE' and from_state in ('WAITING', 'READING'))
                                and not (subject = 'SCAN' and to_state = 'READ')"""))
                        .as("who did everything else, but for the last page's moving its scan on")
                        .containsExactly(others.name());
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static NodeProcess start(NamedEngines engines, Path folder, String name, String roles) throws Exception {
        Map<String, String> environment = new HashMap<>(engines.environment());
        environment.put("SOHOA_INBOX", folder.resolve("inbox").toString());
        environment.put("SOHOA_ROLES", roles);
        return NodeProcess.start(
                folder.resolve(name), environment, "sohoa.intake.quiet=200ms", "sohoa.intake.poll=200ms");
    }

    private static List<String> strings(JdbcClient database, String sql) {
        return database.sql(sql).query(String.class).list();
    }
}
