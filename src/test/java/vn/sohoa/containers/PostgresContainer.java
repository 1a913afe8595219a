package vn.sohoa.containers;

import java.sql.DriverManager;

/** PostgreSQL, from our image or the public one: both take the same environment and command. */
final class PostgresContainer {
    private static final String USER = "sohoa";
    private static final String PASSWORD = "only-for-tests";

    private PostgresContainer() {}

    static Engines.Postgres start() {
        @SuppressWarnings("resource") // lives as long as the JVM
        EngineContainer container = new EngineContainer(Engine.POSTGRES)
                .withEnv("POSTGRES_USER", USER)
                .withEnv("POSTGRES_PASSWORD", PASSWORD)
                .withEnv("POSTGRES_DB", "sohoa");
        container.withCommand(
                "postgres", "-c", "listen_addresses=127.0.0.1", "-c", "port=" + container.port(), "-c", "jit=off");
        String url = "jdbc:postgresql://127.0.0.1:" + container.port() + "/sohoa";
        container.startUntil(() -> {
            DriverManager.getConnection(url, USER, PASSWORD).close();
            return true;
        });
        return new Engines.Postgres(url, USER, PASSWORD);
    }
}
