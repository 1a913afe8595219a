package vn.sohoa.ops;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Opens the pool of connections, and says what is wrong where that fails. */
final class Databases {
    /** The oldest PostgreSQL that our SQL is written for. */
    private static final int OLDEST = 15;

    private static final Pattern CANNOT_CONNECT = Pattern.compile("08.*|28.*|3D.*|53.*|57.*");

    /** What the service works as: it owns no table, so that the scope of rows and the audit hold for it. */
    static final String SERVICE = "sohoa_service";

    private Databases() {}

    /** Signs in as the owner of the tables, for what makes and changes them. */
    static DataSource owner(String url, String user, String password) {
        return new DriverManagerDataSource(url, user, password);
    }

    /** Makes the role that the service works as where it is missing and may be made. */
    static void ensureService(DataSource owner) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                        if not exists (select from pg_roles where rolname = '%1$s') then
                            create role %1$s nologin;
                        end if;
                        if not pg_has_role(current_user, '%1$s', 'MEMBER')
                           or not exists (select from pg_auth_members m join pg_roles r on r.oid = m.roleid
                                          join pg_roles u on u.oid = m.member
                                          where r.rolname = '%1$s' and u.rolname = current_user) then
                            execute format('grant %1$s to %%I', current_user);
                        end if;
                    exception
                        when duplicate_object or unique_violation then null; -- another node was first
                    end $$""".formatted(SERVICE));
            statement.execute("set role " + SERVICE);
        } catch (SQLException e) {
            if (CANNOT_CONNECT.matcher(String.valueOf(e.getSQLState())).matches()) {
                return; // the pool says so better
            }
            throw new StartRefused(
                    "Tài khoản cơ sở dữ liệu không dùng được vai trò " + SERVICE + " (" + e.getMessage()
                            + "). Quản trị cơ sở dữ liệu hãy chạy: create role " + SERVICE + " nologin; grant "
                            + SERVICE
                            + " to <SOHOA_DB_USER>;",
                    "The database user cannot use the role " + SERVICE + " (" + e.getMessage()
                            + "). Let the database's administrator run: create role " + SERVICE + " nologin; grant "
                            + SERVICE + " to <SOHOA_DB_USER>;",
                    e);
        }
    }

    /**
     * @param idle a transaction in which nobody says anything for so long is ended, from either side: a node that is
     *     frozen in the middle of one must not hold its locks longer than its leases, and a server that does not answer
     *     must not hold a node
     */
    static HikariDataSource pool(String url, String user, String password, int connections, Duration idle) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        // A network that swallows everything says nothing for ever: whoever has no answer within a lease has lost its
        // work anyway.
        config.addDataSourceProperty("socketTimeout", Math.max(1, idle.toSeconds()));
        config.addDataSourceProperty("tcpKeepAlive", true);
        // Rows say when things happened in UTC, whatever the machine's zone.
        config.setConnectionInitSql("set role " + SERVICE
                + "; set time zone 'UTC'; set idle_in_transaction_session_timeout = " + idle.toMillis());
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new StartRefused(
                    "Không kết nối được cơ sở dữ liệu " + url + " (" + e.getMessage()
                            + "). Hãy kiểm tra máy chủ, SOHOA_DB_URL, SOHOA_DB_USER và SOHOA_DB_PASSWORD.",
                    "The database " + url + " cannot be reached (" + e.getMessage()
                            + "). Check the server, SOHOA_DB_URL, SOHOA_DB_USER and SOHOA_DB_PASSWORD.",
                    e);
        }
        try (Connection connection = pool.getConnection()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new StartRefused(
                        "PostgreSQL " + version + " quá cũ. Hãy dùng phiên bản " + OLDEST + " trở lên.",
                        "PostgreSQL " + version + " is too old. Use version " + OLDEST + " or newer.");
            }
            return pool;
        } catch (SQLException | StartRefused e) {
            pool.close();
            throw e instanceof StartRefused refused ? refused : new IllegalStateException(e);
        }
    }
}
