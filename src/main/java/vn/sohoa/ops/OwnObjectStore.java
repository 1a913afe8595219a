package vn.sohoa.ops;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.Durability;
import vn.sohoa.storage.StoreSettings;

/**
 * The object store a node brings along when no other is named: S3Proxy in this JVM on a loopback port, over a plain
 * folder {@code <bucket>/<key>}. It acknowledges before the disk has the bytes: {@link #durability()} closes that gap.
 */
final class OwnObjectStore implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OwnObjectStore.class);
    private static final String REGION = "us-east-1";
    /** Each request of this node holds a thread; more would only wait for the same disk. */
    private static final int THREADS = 64;
    /** A signed request that is not chunked is held in memory by the server: the client's parts are 8 MiB. */
    private static final long LARGEST_REQUEST = 16L << 20;

    private final S3Proxy server;
    private final Path objects;
    private final UnfinishedUploads unfinished;
    private final StoreSettings settings;

    private OwnObjectStore(S3Proxy server, Path objects, UnfinishedUploads unfinished, StoreSettings settings) {
        this.server = server;
        this.objects = objects;
        this.unfinished = unfinished;
        this.settings = settings;
    }

    static OwnObjectStore start(DataFolder data) {
        Secrets secrets = new Secrets(data.resolve("secrets"));
        Path objects = data.resolve("objects");
        String accessKey = secrets.get("s3-access-key");
        String secretKey = secrets.get("s3-secret-key");
        try {
            Files.createDirectories(objects);
            Files.setPosixFilePermissions(objects, PosixFilePermissions.fromString("rwx------"));
            tellOfAttributes(objects);
            UnfinishedUploads unfinished = new UnfinishedUploads(objects, data.resolve("objects.in-use"));
            unfinished.begin();
            S3Proxy server = S3Proxy.builder()
                    .blobStore(new FilesystemNio2BlobStore(objects.toString()))
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, accessKey, secretKey)
                    .v4MaxNonChunkedRequestSize(LARGEST_REQUEST)
                    .jettyMaxThreads(THREADS)
                    .ignoreUnknownHeaders(true)
                    .build();
            server.start();
            URI endpoint = URI.create("http://127.0.0.1:" + server.getPort());
            log.info("Object store: own, {} over {}", endpoint, objects);
            return new OwnObjectStore(
                    server, objects, unfinished, new StoreSettings(endpoint, accessKey, secretKey, REGION));
        } catch (Exception e) { // the server's start declares no less
            throw new StartRefused(
                    "Kho đối tượng đi kèm không khởi động được (" + e + "). Hãy kiểm tra thư mục " + objects + ".",
                    "The embedded object store does not start (" + e + "). Check the folder " + objects + ".",
                    e);
        }
    }

    /** Metadata and versions live in extended attributes; the objects themselves do without. */
    private static void tellOfAttributes(Path objects) throws IOException {
        if (!Files.getFileStore(objects).supportsFileAttributeView("user")) {
            log.warn(
                    "Hệ thống tệp của {} không có thuộc tính mở rộng: kho vẫn giữ tệp nhưng không giữ phiên bản cũ. | "
                            + "The file system of {} has no extended attributes: objects are kept, old versions are not.",
                    objects,
                    objects);
        }
    }

    StoreSettings settings() {
        return settings;
    }

    /** Forces the object's file and every folder entry above it, up to the store's own folder. */
    Durability durability() {
        return (Bucket bucket, String key) -> {
            Path path = objects.resolve(bucket.id()).resolve(key);
            OnDisk.force(path);
            for (Path folder = path.getParent(); folder.startsWith(objects); folder = folder.getParent()) {
                OnDisk.force(folder);
            }
        };
    }

    /** Waits for requests under way. */
    @Override
    public void close() {
        try {
            server.stop();
            unfinished.end();
        } catch (Exception e) { // the server's stop declares no less
            log.warn("The embedded object store did not stop cleanly", e);
        }
    }
}
