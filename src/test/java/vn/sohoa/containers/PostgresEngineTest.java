package vn.sohoa.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@NeedsContainers(Engine.POSTGRES)
class PostgresEngineTest {
    private final Engines.Postgres postgres = Engines.postgres().orElseThrow();

    @Test
    void isAtLeastTheOldestReleaseThatOurSqlIsWrittenFor() throws SQLException {
        assertThat(Integer.parseInt(answer("show server_version_num"))).isGreaterThanOrEqualTo(150_000);
        assertThat(answer("select version()")).startsWith("PostgreSQL ");
    }

    @Test
    void keepsWhatItHasAcknowledged() throws SQLException {
        assertThat(answer("show fsync")).isEqualTo("on");
        assertThat(answer("show synchronous_commit")).isEqualTo("on");
    }

    @Test
    void holdsVietnameseText() throws SQLException {
        assertThat(answer("select upper('số hóa')")).isEqualTo("SỐ HÓA");
    }

    private String answer(String question) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
