package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.FileSystemUtils;
import vn.sohoa.RunningApplication;

/** What a running database promises; {@link OwnPostgresLifeTest} starts, kills and moves it. */
@Timeout(180)
class OwnPostgresTest {
    private static final Duration IDLE = Duration.ofMinutes(2);

    private static Path folder;
    private static DataFolder data;
    private static OwnPostgres postgres;

    @BeforeAll
    static void start() {
        folder = RunningApplication.newFolder();
        data = DataFolder.claim(folder);
        postgres = OwnPostgres.start(data);
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
        data.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    @Test
    void whatIsAcknowledgedIsOnTheDisk() throws Exception {
        try (Connection connection = connect()) {
            assertThat(show(connection, "fsync")).isEqualTo("on");
            assertThat(show(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(show(connection, "full_page_writes")).isEqualTo("on");
            assertThat(show(connection, "data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void nobodyComesInButTheApplicationFromThisMachine() throws Exception {
        try (Connection connection = connect()) {
            assertThat(show(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(connection, "is_superuser")).isEqualTo("off");
            assertThat(one(connection, "select pg_get_userbyid(datdba) from pg_database where datname = 'sohoa'"))
                    .isEqualTo("sohoa");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), "sohoa", "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), "postgres", ""))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), "postgres", postgres.password()))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("no pg_hba.conf entry");
        }
    }

    @Test
    void secretsAreTheOwnersAlone() throws Exception {
        assertThat(modeOf(folder.resolve("secrets"))).isEqualTo("rwx------");
        assertThat(modeOf(folder.resolve("secrets/postgres-password"))).isEqualTo("rw-------");
        assertThat(modeOf(folder.resolve("postgres"))).isEqualTo("rwx------");
        assertThat(folder.resolve("secrets/postgres-password")).hasContent(postgres.password());
    }

    @Test
    void aDatabaseThatCannotBeReachedIsNamedInBothLanguages() throws Exception {
        assertThatThrownBy(() -> Databases.pool("jdbc:postgresql://127.0.0.1:1/sohoa", "u", "p", 2, IDLE))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("Không kết nối được cơ sở dữ liệu jdbc:postgresql://127.0.0.1:1/sohoa")
                .hasMessageContaining("cannot be reached");
        assertThatThrownBy(() -> Databases.pool(postgres.url(), "sohoa", "wrong", 2, IDLE))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("SOHOA_DB_PASSWORD");
        try (HikariDataSource pool = Databases.pool(postgres.url(), "sohoa", postgres.password(), 2, IDLE);
                Connection connection = pool.getConnection()) {
            assertThat(show(connection, "timezone")).isEqualTo("UTC");
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
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
}
