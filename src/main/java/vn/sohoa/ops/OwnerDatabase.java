package vn.sohoa.ops;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The configured database as its owner, for commands that run beside a service or without one: the named one, the
 * embedded one that runs under the data folder, or that one started for as long as the command takes.
 */
public final class OwnerDatabase implements AutoCloseable {
    private static final int PORT_LINE = 3;

    private final DataSource database;
    private final List<Closeable> engines;

    private OwnerDatabase(DataSource database, List<Closeable> engines) {
        this.database = database;
        this.engines = engines;
    }

    /** @param arguments settings such as {@code --sohoa.data=…}; the environment counts too, as for the service */
    public static OwnerDatabase open(List<String> arguments) {
        Settings settings = settings(arguments);
        Settings.Database db = settings.db();
        if (!db.embedded()) {
            return new OwnerDatabase(Databases.owner(db.url(), db.user(), db.password()), List.of());
        }
        return running(settings.data()).orElseGet(() -> started(settings.data()));
    }

    public Connection connection() throws SQLException {
        return database.getConnection();
    }

    /** Whether it was there already, for a service; otherwise it runs for this command alone. */
    public boolean served() {
        return engines.isEmpty();
    }

    private static Settings settings(List<String> arguments) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(arguments.toArray(String[]::new)));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        Binder binder = new Binder(
                ConfigurationPropertySources.get(environment),
                new PropertySourcesPlaceholdersResolver(environment),
                null,
                editors -> editors.registerCustomEditor(Path.class, new FolderEditor()));
        return binder.bindOrCreate("sohoa", Bindable.of(Settings.class));
    }

    /** The server of a service that runs, known by its pid file. */
    private static Optional<OwnerDatabase> running(Path data) {
        Path pid = data.resolve("postgres").resolve("postmaster.pid");
        if (!Files.exists(pid)) {
            return Optional.empty();
        }
        try {
            String url = "jdbc:postgresql://127.0.0.1:"
                    + Files.readAllLines(pid).get(PORT_LINE).strip() + "/" + OwnPostgres.NAME;
            String password = new Secrets(data.resolve("secrets")).get("postgres-password");
            DataSource found = Databases.owner(url, OwnPostgres.NAME, password);
            found.getConnection().close();
            return Optional.of(new OwnerDatabase(found, List.of()));
        } catch (IOException | SQLException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static OwnerDatabase started(Path data) {
        if (!Files.exists(data.resolve("postgres"))) {
            throw new StartRefused(
                    "Không có cơ sở dữ liệu trong " + data + ". Hãy đặt SOHOA_DATA hoặc SOHOA_DB_URL.",
                    "There is no database in " + data + ". Set SOHOA_DATA or SOHOA_DB_URL.");
        }
        DataFolder folder = DataFolder.claim(data);
        OwnPostgres own = OwnPostgres.start(folder);
        return new OwnerDatabase(
                Databases.owner(own.url(), own.user(), own.password()), List.of(own::close, folder::close));
    }

    @Override
    public void close() throws IOException {
        for (Closeable engine : engines) {
            engine.close();
        }
    }
}
