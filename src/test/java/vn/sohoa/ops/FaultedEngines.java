package vn.sohoa.ops;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Engines that a node reaches by cables which a test can cut, and the test itself directly. */
final class FaultedEngines implements AutoCloseable {
    final NamedEngines engines;
    final Cable store;
    final Cable database;
    final Cable broker;

    FaultedEngines() throws Exception {
        engines = new NamedEngines();
        Map<String, String> direct = engines.environment();
        store = to(URI.create(direct.get("SOHOA_S3_URL")));
        database = to(databaseOf(direct));
        broker = to(URI.create(direct.get("SOHOA_BROKER_URL")));
    }

    private static Cable to(URI engine) throws IOException {
        return new Cable(engine.getHost(), engine.getPort());
    }

    private static URI databaseOf(Map<String, String> environment) {
        return URI.create(environment.get("SOHOA_DB_URL").substring("jdbc:".length()));
    }

    /** How a node is told of them. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(engines.environment());
        environment.put("SOHOA_S3_URL", "http://127.0.0.1:" + store.port());
        environment.put(
                "SOHOA_DB_URL",
                "jdbc:postgresql://127.0.0.1:" + database.port()
                        + databaseOf(environment).getPath());
        environment.put("SOHOA_BROKER_URL", "tcp://127.0.0.1:" + broker.port());
        return environment;
    }

    Cable cable(Mode mode) {
        return switch (mode) {
            case STORE_DOWN -> store;
            case DATABASE_DOWN, DATABASE_SILENT -> database;
            case BROKER_DOWN -> broker;
            default -> throw new IllegalArgumentException(mode + " is no outage");
        };
    }

    @Override
    public void close() throws IOException {
        for (Cable cable : new Cable[] {store, database, broker}) {
            cable.close();
        }
        engines.close();
    }
}
