package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.FileSystemUtils;
import vn.sohoa.RunningApplication;

@Timeout(400)
class NodeProcessTest {
    /** What a JVM that was asked to end by SIGTERM returns. */
    private static final int TERMINATED = 143;

    private Path folder;
    private Path other;
    private Path third;

    @BeforeEach
    void newFolders() {
        folder = RunningApplication.newFolder();
        other = RunningApplication.newFolder();
        third = RunningApplication.newFolder();
    }

    @AfterEach
    void noLeftOvers() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        FileSystemUtils.deleteRecursively(other);
        FileSystemUtils.deleteRecursively(third);
    }

    @Test
    void itSurvivesAKillRefusesASecondAndEndsWithNothingLeftRunning() throws Exception {
        long server;
        try (ChildNode node = ChildNode.start(folder, Map.of()).ready()) {
            server = serverPid(folder);
            try (ChildNode second = ChildNode.start(folder, Map.of())) {
                assertThat(second.code()).isEqualTo(1);
                assertThat(second.output())
                        .contains("đang được một tiến trình sohoa khác dùng, pid " + node.pid())
                        .contains("in use by another sohoa process")
                        .doesNotContain("\tat ");
            }
            assertThat(ProcessHandle.of(server)).isPresent();
            node.kill();
        }
        try (ChildNode node = ChildNode.start(folder, Map.of()).ready()) {
            assertThat(serverPid(folder)).isNotEqualTo(server);
            node.terminate();
            assertThat(node.code()).isEqualTo(TERMINATED);
            assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void externalEnginesAreTakenFromTheEnvironmentAlone() throws Exception {
        try (DataFolder data = DataFolder.claim(folder);
                OwnPostgres postgres = OwnPostgres.start(data);
                OwnObjectStore store = OwnObjectStore.start(data)) {
            int port = 61_000 + (int) (ProcessHandle.current().pid() % 1_000);
            EmbeddedActiveMQ broker = new EmbeddedActiveMQ()
                    .setConfiguration(new ConfigurationImpl()
                            .setPersistenceEnabled(false)
                            .setSecurityEnabled(false)
                            .setMaxDiskUsage(-1)
                            .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + port));
            broker.start();
            Map<String, String> environment = new HashMap<>(Map.of(
                    "SOHOA_DB_URL", postgres.url(),
                    "SOHOA_DB_USER", postgres.user(),
                    "SOHOA_DB_PASSWORD", postgres.password(),
                    "SOHOA_S3_URL", store.settings().endpoint().toString(),
                    "SOHOA_S3_ACCESS_KEY", store.settings().accessKey(),
                    "SOHOA_S3_SECRET_KEY", store.settings().secretKey(),
                    "SOHOA_BROKER_URL", "tcp://127.0.0.1:" + port,
                    "SOHOA_BROKER_USER", "u",
                    "SOHOA_BROKER_PASSWORD", "p"));
            try (ChildNode node = ChildNode.start(other, environment).ready();
                    ChildNode second = ChildNode.start(third, environment).ready()) {
                assertThat(other.resolve("postgres")).doesNotExist();
                assertThat(other.resolve("objects")).doesNotExist();
                assertThat(Files.readString(other.resolve("node")))
                        .isNotEqualTo(Files.readString(third.resolve("node")));
                node.terminate();
                second.terminate();
                assertThat(node.code()).isEqualTo(TERMINATED);
                assertThat(second.code()).isEqualTo(TERMINATED);
            }
            // The same database beside a store of the node's own: they do not belong together.
            environment.keySet().removeIf(name -> name.startsWith("SOHOA_S3"));
            try (ChildNode node = ChildNode.start(other, environment)) {
                assertThat(node.code()).isEqualTo(1);
                assertThat(node.output())
                        .contains("không thuộc về nhau")
                        .contains("do not belong together")
                        .doesNotContain("\tat ");
            }
            broker.stop();
        }
    }

    private static long serverPid(Path data) throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
    }
}
