package vn.sohoa.containers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import vn.sohoa.common.Ids;
import vn.sohoa.scan.RecordContract;

/** The records on the oldest PostgreSQL that an agency may name. */
@NeedsContainers(Engine.POSTGRES)
class ContainerRecordsTest extends RecordContract {
    @Override
    protected Database open() throws SQLException {
        Engines.Postgres postgres = Engines.postgres().orElseThrow();
        String schema = "records_" + Ids.tail(Ids.next()).replace('-', '_');
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin create role sohoa_service nologin; exception when duplicate_object then null; end $$""");
            statement.execute("create schema " + schema);
        }
        return new Database(postgres.jdbcUrl() + "?currentSchema=" + schema, postgres.user(), postgres.password());
    }
}
