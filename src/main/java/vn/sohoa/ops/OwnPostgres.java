package vn.sohoa.ops;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Sha256;

/**
 * The PostgreSQL a node brings along when no other is named: zonky's programs, a cluster in {@code <data>/postgres},
 * a free loopback port at each start, no socket file. What it acknowledges is on the disk. The one role that may sign in
 * is {@code sohoa}, who owns the one database and is no superuser; the superuser has no password and no way in.
 */
final class OwnPostgres implements AutoCloseable {
    static final String NAME = "sohoa";

    private static final Logger log = LoggerFactory.getLogger(OwnPostgres.class);
    private static final Duration INIT = Duration.ofMinutes(5);
    private static final int PORT_ATTEMPTS = 3;
    private static final long LONGEST_LOG = 10L << 20;

    private final Path cluster;
    private final Postmaster postmaster;
    private final Commands commands;
    private final RunAs runAs;
    private final String password;
    private int port;

    private OwnPostgres(DataFolder data, Path software, RunAs runAs) {
        this.cluster = data.resolve("postgres");
        this.runAs = runAs;
        this.commands = new Commands(runAs.prefix(), data.resolve("tmp"));
        this.postmaster = new Postmaster(software, cluster, commands);
        this.password = new Secrets(data.resolve("secrets")).get("postgres-password");
    }

    /** Starts the database of this data folder, made first where there is none; returns when it takes connections. */
    static OwnPostgres start(DataFolder data) {
        return start(data, data.resolve("software"), RunAs::choose);
    }

    /** Who may be told apart by a test. */
    @FunctionalInterface
    interface Choice {
        RunAs in(Path folder) throws IOException;
    }

    static OwnPostgres start(DataFolder data, Path softwareFolder, Choice choice) {
        try {
            Path tmp = Files.createDirectories(data.resolve("tmp"));
            OwnPostgres own = new OwnPostgres(data, PostgresSoftware.unpack(softwareFolder), choice.in(tmp));
            own.start();
            return own;
        } catch (IOException e) {
            throw refused(e.toString(), e);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    String user() {
        return NAME;
    }

    String password() {
        return password;
    }

    private void start() throws IOException {
        long begin = System.nanoTime();
        if (!Files.exists(cluster)) {
            initialize();
        }
        runAs.own(cluster);
        postmaster.clearLeftOvers();
        write("pg_hba.conf", "host " + NAME + " " + NAME + " 127.0.0.1/32 scram-sha-256\n");
        ensureRole();
        shortenLog();
        boot();
        log.info("PostgreSQL: own, {} over {}, {} ms", url(), cluster, (System.nanoTime() - begin) / 1_000_000);
    }

    /** Made beside and renamed, so that a kill half way leaves no half cluster. */
    private void initialize() throws IOException {
        Path parent = cluster.getParent();
        try (DirectoryStream<Path> halves = Files.newDirectoryStream(parent, "postgres.new-*")) {
            for (Path half : halves) {
                FileSystemUtils.deleteRecursively(half);
            }
        }
        Path fresh = Files.createDirectory(
                parent.resolve("postgres.new-" + Ids.tail(Ids.next())),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        runAs.own(fresh);
        // The built-in locale sorts by code point and never changes with the machine's libraries, so an index stays
        // right after an upgrade; Vietnamese order is asked for where people read lists.
        Commands.Outcome made = commands.run(
                INIT,
                List.of(
                        postmaster.program("initdb").toString(),
                        "--pgdata=" + fresh,
                        "--username=postgres",
                        "--auth=reject",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions"));
        if (!made.fine()) {
            throw refused(made.output(), null);
        }
        Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
        OnDisk.force(parent);
    }

    /**
     * Makes role and database, or gives the role the secret again when its file was lost. Done by a single-user server
     * before the real one starts, so that no superuser password need exist.
     */
    private void ensureRole() throws IOException {
        Path done = cluster.resolve("role.done");
        String mark = Sha256.of((password + " " + Databases.SERVICE).getBytes(StandardCharsets.US_ASCII))
                .hex();
        if (Files.exists(done) && Files.readString(done).equals(mark)) {
            return;
        }
        Commands.Outcome outcome = commands.run(
                INIT,
                List.of(
                        postmaster.program("postgres").toString(),
                        "--single",
                        "-j",
                        "-D",
                        cluster.toString(),
                        "postgres"),
                """
                DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s LOGIN; END IF; END $$;

                ALTER ROLE %1$s LOGIN NOSUPERUSER PASSWORD '%2$s';

                DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%3$s') THEN CREATE ROLE %3$s NOLOGIN; END IF; END $$;

                GRANT %3$s TO %1$s;

                CREATE DATABASE %1$s OWNER %1$s;

                """.formatted(NAME, password, Databases.SERVICE));
        if (!outcome.fine()) {
            throw refused(outcome.output(), null);
        }
        Files.writeString(done, mark);
        runAs.own(cluster);
    }

    private void boot() throws IOException {
        Commands.Outcome outcome = new Commands.Outcome(-1, "");
        for (int attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
            port = freePort();
            write("postgresql.conf", configuration());
            outcome = postmaster.start();
            if (outcome.fine() && answers()) {
                return;
            }
            // Someone may have taken the port between our look and its use.
            postmaster.stop();
        }
        throw refused(outcome.output() + "\n" + Commands.tail(postmaster.serverLog()), null);
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(url(), user(), password)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            log.warn("PostgreSQL started but does not answer: {}", e.getMessage());
            return false;
        }
    }

    /** Written anew at each start; what an administrator puts in {@code local.conf} tunes it but cannot undo a promise. */
    private String configuration() {
        return """
                # Written by sohoa at each start. Put settings of your own in local.conf beside this file.
                max_connections = 60
                shared_buffers = 128MB
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_line_prefix = '%%m [%%p] '
                include_if_exists = 'local.conf'
                # Promises: what was acknowledged is on the disk; nobody outside of this machine comes in.
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                password_encryption = 'scram-sha-256'
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                logging_collector = off
                """.formatted(port);
    }

    private void write(String name, String text) throws IOException {
        Path file = cluster.resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.setAttribute(file, "unix:uid", Files.getAttribute(cluster, "unix:uid"));
    }

    private void shortenLog() throws IOException {
        Path file = postmaster.serverLog();
        if (Files.exists(file) && Files.size(file) > LONGEST_LOG) {
            Files.move(file, cluster.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static StartRefused refused(String why, @Nullable Throwable cause) {
        String vi = "PostgreSQL đi kèm không khởi động được. Hãy xem chi tiết dưới đây, hoặc đặt SOHOA_DB_URL.\n" + why;
        String en = "The embedded PostgreSQL does not start. See the details above, or set SOHOA_DB_URL.";
        return cause == null ? new StartRefused(vi, en) : new StartRefused(vi, en, cause);
    }

    /** Connections are closed by then, or are cut; committed work is kept either way. */
    @Override
    public void close() {
        try {
            postmaster.stop();
        } catch (IOException e) {
            log.warn("PostgreSQL was not stopped; the next start will do it", e);
        }
    }
}
