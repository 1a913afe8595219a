package vn.sohoa.ops;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.FileSystemUtils;
import vn.sohoa.RunningApplication;
import vn.sohoa.storage.Durability;
import vn.sohoa.storage.ObjectStore;

/**
 * A database, an object store and a broker that nodes are told of by address and reach over the network, as they would
 * reach those of an agency; held by the JVM of the test.
 */
final class NamedEngines implements AutoCloseable {
    private final Path folder = RunningApplication.newFolder();
    private final DataFolder data = DataFolder.claim(folder);
    private final OwnPostgres postgres = OwnPostgres.start(data);
    private final OwnObjectStore store = OwnObjectStore.start(data);
    private final EmbeddedActiveMQ broker;
    private final String brokerUrl;

    NamedEngines() throws Exception {
        brokerUrl = "tcp://127.0.0.1:" + freePort();
        broker = new EmbeddedActiveMQ()
                .setConfiguration(new ConfigurationImpl()
                        .setName("outside")
                        .setPersistenceEnabled(false)
                        .setSecurityEnabled(false)
                        .setJMXManagementEnabled(false)
                        .setMaxDiskUsage(-1)
                        .addAcceptorConfiguration("outside", brokerUrl));
        broker.start();
    }

    /** How a node is told of them. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("SOHOA_DB_URL", postgres.url());
        environment.put("SOHOA_DB_USER", postgres.user());
        environment.put("SOHOA_DB_PASSWORD", postgres.password());
        environment.put("SOHOA_S3_URL", store.settings().endpoint().toString());
        environment.put("SOHOA_S3_ACCESS_KEY", store.settings().accessKey());
        environment.put("SOHOA_S3_SECRET_KEY", store.settings().secretKey());
        environment.put("SOHOA_BROKER_URL", brokerUrl);
        return environment;
    }

    Path folder() {
        return folder;
    }

    JdbcClient database() {
        return JdbcClient.create(source());
    }

    DataSource source() {
        return new SimpleDriverDataSource(
                new org.postgresql.Driver(), postgres.url(), postgres.user(), postgres.password());
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }

    ObjectStore objects() {
        return new ObjectStore(store.settings(), Durability.ofServer());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            broker.stop();
        } catch (Exception e) { // the server's stop declares no less
            throw new IOException(e);
        }
        store.close();
        postgres.close();
        data.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
