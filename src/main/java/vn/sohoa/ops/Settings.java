package vn.sohoa.ops;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Every setting of a node. Values come from {@code application.yaml}, the environment ({@code SOHOA_…}) or the command
 * line; the records refuse what cannot work when the node starts.
 *
 * @param data the folder of the embedded engines and of work under way ({@code SOHOA_DATA}, default {@code ./data})
 * @param inbox the watched folder ({@code SOHOA_INBOX}, default {@code <data>/inbox})
 * @param port of the web screens and the REST interface; 0 takes a free one ({@code SOHOA_PORT}, default 8080)
 * @param roles what this node does ({@code SOHOA_ROLES}, default everything)
 * @param routes a folder whose route files replace the packed ones ({@code SOHOA_ROUTES}, default none)
 * @param catalog a folder whose {@code types} and {@code procedures} are loaded over the packed ones
 *     ({@code SOHOA_CATALOG}, default none)
 * @param db the database ({@code SOHOA_DB_…}, default the embedded one)
 * @param s3 the object store ({@code SOHOA_S3_…}, default the embedded one)
 * @param broker the message broker ({@code SOHOA_BROKER_…}, default the embedded one)
 * @param intake how files are taken
 * @param books how finished scans get into the books of their folders
 * @param recognizer how pages are read
 * @param quality when a page should better be scanned again
 * @param limits how large a scan may be
 * @param sweep leases, and how due rows are announced again
 * @param fixity how stored originals are read again
 * @param learning when models of words are learned
 * @param render what is made of documents
 * @param publication how confirmed documents are kept
 * @param digitize a run over one finished folder instead of a service
 * @param audit how the audit is sealed
 * @param listen the address to listen on ({@code SOHOA_LISTEN}, default this machine only)
 * @param hosts names under which the service is reached from other machines; empty: this machine only
 * @param plainHttp whether other machines may come in without TLS, knowingly
 * @param demo a folder of sample scans to take through the walk, default none
 * @param watch when work counts as stalled, and where the office's day begins
 */
@ConfigurationProperties("sohoa")
public record Settings(
        @DefaultValue("./data") Path data,
        @Nullable Path inbox,
        @DefaultValue("8080") int port,
        @Nullable Set<Role> roles,
        @Nullable Path routes,
        @Nullable Path catalog,
        @DefaultValue Database db,
        @DefaultValue Store s3,
        @DefaultValue Broker broker,
        @DefaultValue WalkSettings.Intake intake,
        @DefaultValue WalkSettings.Books books,
        @DefaultValue WalkSettings.Recognizer recognizer,
        @DefaultValue QualitySettings quality,
        @DefaultValue WalkSettings.Limits limits,
        @DefaultValue WalkSettings.Sweep sweep,
        @DefaultValue WalkSettings.Fixity fixity,
        @DefaultValue WalkSettings.Learning learning,
        @DefaultValue WalkSettings.Render render,
        @DefaultValue WalkSettings.Publication publication,
        @DefaultValue WalkSettings.Digitize digitize,
        @DefaultValue WatchSettings watch,
        @DefaultValue WalkSettings.Audit audit,
        @DefaultValue("127.0.0.1") String listen,
        @Nullable Set<String> hosts,
        @DefaultValue("false") boolean plainHttp,
        @Nullable Path demo) {
    private static final int LAST_PORT = 65535;

    public Settings {
        data = data.toAbsolutePath().normalize();
        inbox = given(inbox) ? inbox.toAbsolutePath().normalize() : data.resolve("inbox");
        demo = given(demo) ? demo.toAbsolutePath().normalize() : null;
        routes = given(routes) ? routes.toAbsolutePath().normalize() : null;
        hosts = hosts == null ? Set.of() : Set.copyOf(hosts);
        catalog = given(catalog) ? catalog.toAbsolutePath().normalize() : null;
        roles = roles == null || roles.isEmpty() ? EnumSet.allOf(Role.class) : Set.copyOf(roles);
        if (port < 0 || port > LAST_PORT) {
            throw new StartRefused(
                    "Cổng " + port + " không dùng được. Hãy đặt SOHOA_PORT từ 0 đến 65535.",
                    "The port " + port + " cannot be used. Set SOHOA_PORT to 0 … 65535.");
        }
    }

    private static boolean given(@Nullable Path path) {
        return path != null && !path.toString().isBlank();
    }

    @Override
    public Path inbox() {
        return inbox == null ? data.resolve("inbox") : inbox;
    }

    @Override
    public Set<String> hosts() {
        return hosts == null ? Set.of() : hosts;
    }

    @Override
    public Set<Role> roles() {
        return roles == null ? EnumSet.allOf(Role.class) : roles;
    }

    /** What a node can do; a node with {@code recognize} alone only reads pages. */
    public enum Role {
        WEB,
        INTAKE,
        SPLIT,
        RECOGNIZE,
        UNDERSTAND,
        RENDER,
        PUBLISH,
        SWEEP;

        /** As written in settings. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param url {@code jdbc:postgresql://host/database}; empty for the embedded PostgreSQL
     * @param user who signs in there
     * @param password of that user
     * @param connections the most that this node opens
     */
    public record Database(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("16") int connections) {
        private static final int FEWEST = 2;
        private static final int MOST = 200;

        public Database {
            if (!url.isBlank() && !url.startsWith("jdbc:postgresql:")) {
                throw new StartRefused(
                        "SOHOA_DB_URL phải bắt đầu bằng jdbc:postgresql: (đang là " + url + ").",
                        "SOHOA_DB_URL must begin with jdbc:postgresql: (it is " + url + ").");
            }
            if (!url.isBlank() && user.isBlank()) {
                throw new StartRefused(
                        "Đã đặt SOHOA_DB_URL nhưng thiếu SOHOA_DB_USER.", "SOHOA_DB_URL is set, SOHOA_DB_USER is not.");
            }
            if (connections < FEWEST || connections > MOST) {
                throw new StartRefused(
                        "sohoa.db.connections phải từ 2 đến 200 (đang là " + connections + ").",
                        "sohoa.db.connections must be 2 … 200 (it is " + connections + ").");
            }
        }

        boolean embedded() {
            return url.isBlank();
        }

        @Override
        public String toString() {
            return "Database[" + url + ", " + user + "]";
        }
    }

    /**
     * @param url scheme, host and port of an S3 server; empty for the embedded store
     * @param accessKey who signs in there
     * @param secretKey of that key
     * @param region to sign for
     */
    public record Store(
            @DefaultValue("") String url,
            @DefaultValue("") String accessKey,
            @DefaultValue("") String secretKey,
            @DefaultValue("us-east-1") String region) {
        public Store {
            region = region.isBlank() ? "us-east-1" : region;
            if (!url.isBlank() && !isServer(url)) {
                throw new StartRefused(
                        "SOHOA_S3_URL phải là http(s)://máy:cổng, không có đường dẫn (đang là " + url + ").",
                        "SOHOA_S3_URL must be http(s)://host:port without a path (it is " + url + ").");
            }
            if (!url.isBlank() && (accessKey.isBlank() || secretKey.isBlank())) {
                throw new StartRefused(
                        "Đã đặt SOHOA_S3_URL nhưng thiếu SOHOA_S3_ACCESS_KEY hoặc SOHOA_S3_SECRET_KEY.",
                        "SOHOA_S3_URL is set, SOHOA_S3_ACCESS_KEY or SOHOA_S3_SECRET_KEY is not.");
            }
        }

        private static boolean isServer(String url) {
            try {
                URI uri = URI.create(url);
                String path = uri.getPath();
                return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                        && uri.getHost() != null
                        && (path == null || path.isEmpty() || "/".equals(path));
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        boolean embedded() {
            return url.isBlank();
        }

        @Override
        public String toString() {
            return "Store[" + url + ", " + accessKey + ", " + region + "]";
        }
    }

    /**
     * @param url of an Artemis broker or cluster, as its client takes it; empty for the embedded broker
     * @param user who signs in there
     * @param password of that user
     */
    public record Broker(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {
        boolean embedded() {
            return url.isBlank();
        }

        @Override
        public String toString() {
            return "Broker[" + url + ", " + user + "]";
        }
    }
}
