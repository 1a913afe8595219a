package vn.sohoa.storage;

import io.minio.CopyObjectArgs;
import io.minio.Directive;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.common.Sha256;
import vn.sohoa.common.Step;

/**
 * The object store. Every call blocks, uses memory that does not grow with the object, and fails with
 * {@link Failure.Unavailable} only: {@code OBJECT_MISSING}, {@code STORE_REFUSES} (our credentials),
 * {@code STORE_MISMATCH} (it holds other bytes than it was given) or {@code STORE_UNAVAILABLE}. A key that is not of our
 * form and a local file that cannot be read are bugs of the caller and come out as {@link IllegalArgumentException} and
 * {@link UncheckedIOException}. Safe for many threads.
 */
public final class ObjectStore implements AutoCloseable {
    /** User metadata that every object of ours carries: the SHA-256 of its bytes. */
    public static final String SHA256 = "sha256";

    private static final Logger log = LoggerFactory.getLogger(ObjectStore.class);
    /** Larger objects go up in parts; a part is held in memory, here and in the embedded server. */
    private static final long PART = 8L << 20;

    private static final int MOST_PARTS = 10_000;
    /** Where in {@code sohoa-pages} files wait for their name. */
    private static final String STAGED = "arriving/";

    private static final int MOST_STAGED = 100;

    private final StoreClient client;
    private final MinioClient minio;
    private final Durability durability;

    public ObjectStore(StoreSettings settings, Durability durability) {
        this.client = new StoreClient(settings);
        this.minio = client.minio();
        this.durability = durability;
    }

    /** Makes the buckets that are not there yet, with versioning where it is wanted and the server can. */
    public void ensureBuckets() {
        for (Bucket bucket : Bucket.values()) {
            Translation.translated(bucket, "", () -> {
                Buckets.ensure(minio, bucket);
                return bucket;
            });
        }
    }

    /**
     * Stores a file that must never be lost: uploads it, reads it back, compares, and has it forced to disk. When this
     * returns, the object holds exactly the expected bytes.
     *
     * <p>The file is read once, and proven while it passes: one that does not have the expected hash is refused before
     * its last bytes have gone, so that an object already there is not replaced by it. When what was read back differs,
     * the wrong object is removed.
     */
    public Stored putVerified(
            Bucket bucket, String key, Path file, Sha256 expected, String mediaType, Map<String, String> metadata) {
        long size = upload(bucket, Keys.checked(key), file, expected, mediaType, metadata);
        return verified(new Stored(bucket, key, size, expected));
    }

    private Stored verified(Stored stored) {
        Bucket bucket = stored.bucket();
        String key = stored.key();
        Step.OBJECT_UPLOADED.reached();
        long found = stat(bucket, key).map(Stat::size).orElse(-1L);
        if (found != stored.size()) {
            removeWrong(bucket, key);
            throw mismatch(bucket, key, found + " of " + stored.size() + " bytes");
        }
        Sha256 back = copy(bucket, key, OutputStream.nullOutputStream());
        if (!back.equals(stored.sha256())) {
            removeWrong(bucket, key);
            throw mismatch(bucket, key, "read back " + back);
        }
        Step.OBJECT_READ_BACK.reached();
        force(bucket, key);
        Step.OBJECT_FORCED.reached();
        return stored;
    }

    /**
     * Stores a large file in one pass, before its hash is known, where nothing looks for it. Next it is
     * {@linkplain #placeVerified placed} or {@linkplain #discard discarded}; what neither happened to is
     * {@linkplain #discardStaged cleared away} later.
     *
     * @param name that no other file under way has
     */
    public Staged stage(String name, Path file) {
        String key = Keys.checked(STAGED + name);
        try (ProvenFile in = ProvenFile.open(file)) {
            upload(Bucket.PAGES, key, in, "application/octet-stream", Map.of());
            Step.OBJECT_STAGED.reached();
            return new Staged(key, in.size(), in.found());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }

    /**
     * Gives a staged file its name and its metadata, as {@link #putVerified} does: the store copies it, then it is read back,
     * compared and forced to disk. The staged one stays.
     */
    public Stored placeVerified(
            Staged staged, Bucket bucket, String key, String mediaType, Map<String, String> metadata) {
        CopyObjectArgs copy = CopyObjectArgs.builder()
                .bucket(bucket.id())
                .object(Keys.checked(key))
                .source(SourceObject.builder()
                        .bucket(Bucket.PAGES.id())
                        .object(staged.key())
                        .build())
                .metadataDirective(Directive.REPLACE)
                .headers(Map.of("Content-Type", mediaType))
                .userMetadata(with(metadata, staged.sha256()))
                .build();
        Translation.translated(bucket, key, () -> minio.copyObject(copy));
        return verified(new Stored(bucket, key, staged.size(), staged.sha256()));
    }

    /** Removes a staged file. Should this fail it is garbage, and cleared away later. */
    public void discard(Staged staged) {
        try {
            remove(Bucket.PAGES, staged.key());
        } catch (Failure.Unavailable e) {
            log.info("A staged file stays in the store until it is cleared away: {}", e.getMessage());
        }
    }

    /** Clears away what was staged before this instant by processes that died then. */
    public void discardStaged(Instant before) {
        List<Listed> old;
        try (Stream<Listed> staged = list(Bucket.PAGES, STAGED)) {
            old = staged.filter(one -> one.modifiedAt().isBefore(before))
                    .limit(MOST_STAGED)
                    .toList();
        }
        old.forEach(one -> remove(Bucket.PAGES, one.key()));
    }

    /** Stores derived bytes from a file; not read back, but on the disk when this returns. */
    public Stored put(Bucket bucket, String key, Path file, String mediaType, Map<String, String> metadata) {
        if (sizeOf(file) <= PART) {
            return put(bucket, key, contentOf(file), mediaType, metadata); // read once
        }
        Sha256 hash = hashOf(file);
        long size = upload(bucket, Keys.checked(key), file, hash, mediaType, metadata);
        force(bucket, key);
        return new Stored(bucket, key, size, hash);
    }

    /** Stores derived bytes; not read back, but on the disk when this returns. */
    public Stored put(Bucket bucket, String key, byte[] bytes, String mediaType, Map<String, String> metadata) {
        Sha256 hash = Sha256.of(bytes);
        PutObjectArgs put = PutObjectArgs.builder()
                .bucket(bucket.id())
                .object(Keys.checked(key))
                .data(bytes, bytes.length)
                .contentType(mediaType)
                .userMetadata(with(metadata, hash))
                .build();
        Translation.written(bucket, key, () -> minio.putObject(put));
        force(bucket, key);
        return new Stored(bucket, key, bytes.length, hash);
    }

    /** Copies an object to a file, replacing it, and returns the hash of what was copied; nothing is left on failure. */
    public Sha256 fetch(Bucket bucket, String key, Path target) {
        boolean done = false;
        try (OutputStream out = Files.newOutputStream(target)) {
            Sha256 hash = copy(bucket, key, out);
            done = true;
            return hash;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        } finally {
            if (!done) {
                discard(target);
            }
        }
    }

    /** The bytes of a small object; one larger than {@code max} is our bug. */
    public byte[] bytes(Bucket bucket, String key, int max) {
        return Translation.translated(bucket, key, () -> {
            try (InputStream in = get(bucket, key)) {
                byte[] bytes = in.readNBytes(max);
                if (bytes.length == max && in.read() >= 0) {
                    throw new IllegalStateException(bucket.id() + "/" + key + " is larger than " + max + " bytes");
                }
                return bytes;
            }
        });
    }

    /**
     * The object as a stream, which the caller closes. Its own {@link IOException}s mean that the store went away half
     * way; prefer {@link #fetch} where a file will do.
     */
    public InputStream open(Bucket bucket, String key) {
        return Translation.translated(bucket, key, () -> get(bucket, key));
    }

    /** What the store says of an object; empty when there is none. */
    public Optional<Stat> stat(Bucket bucket, String key) {
        return Translation.translated(bucket, key, () -> {
            try {
                return Optional.of(Stat.of(minio.statObject(StatObjectArgs.builder()
                        .bucket(bucket.id())
                        .object(Keys.checked(key))
                        .build())));
            } catch (ErrorResponseException e) {
                if (Translation.isMissing(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** Removes an object; that there is none is fine. In a versioned bucket its versions stay. */
    public void remove(Bucket bucket, String key) {
        Translation.translated(bucket, key, () -> {
            minio.removeObject(RemoveObjectArgs.builder()
                    .bucket(bucket.id())
                    .object(Keys.checked(key))
                    .build());
            return key;
        });
    }

    /**
     * The objects whose key begins with the prefix, in the order of their keys, fetched page by page while the stream
     * is read. The embedded store walks everything under the prefix once a page: ask for a month of a unit, not for the
     * bucket.
     */
    public Stream<Listed> list(Bucket bucket, String prefix) {
        Iterable<Result<Item>> found = minio.listObjects(ListObjectsArgs.builder()
                .bucket(bucket.id())
                .prefix(prefix)
                .recursive(true)
                .build());
        return StreamSupport.stream(found.spliterator(), false)
                .map(result -> Translation.translated(bucket, prefix, result::get))
                .filter(item -> !item.isDir() && !Keys.underWay(item.objectName()))
                .map(item -> new Listed(
                        item.objectName(), item.size(), item.lastModified().toInstant()));
    }

    /** True for names that the embedded store gives to uploads under way; no key of ours has such a name. */
    public static boolean isUnfinished(String name) {
        return Keys.underWay(name);
    }

    @Override
    public void close() {
        client.close();
    }

    private long upload(
            Bucket bucket, String key, Path file, Sha256 hash, String mediaType, Map<String, String> metadata) {
        try (ProvenFile in = ProvenFile.open(file, hash)) {
            upload(bucket, key, in, mediaType, with(metadata, hash));
            return in.size();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }

    private void upload(Bucket bucket, String key, ProvenFile in, String mediaType, Map<String, String> metadata) {
        long part = Math.max(PART, (in.size() + MOST_PARTS - 1) / MOST_PARTS);
        PutObjectArgs put = PutObjectArgs.builder().bucket(bucket.id()).object(key).stream(in, in.size(), part)
                .contentType(mediaType)
                .userMetadata(metadata)
                .build();
        try {
            Translation.written(bucket, key, () -> minio.putObject(put));
        } catch (Failure.Unavailable e) {
            in.rethrowUnreadable();
            throw in.difference()
                    .<RuntimeException>map(what -> mismatch(bucket, key, what))
                    .orElse(e);
        }
    }

    private InputStream get(Bucket bucket, String key) throws MinioException {
        return minio.getObject(GetObjectArgs.builder()
                .bucket(bucket.id())
                .object(Keys.checked(key))
                .build());
    }

    private Sha256 copy(Bucket bucket, String key, OutputStream out) {
        MessageDigest digest = Sha256.digest();
        return Translation.translated(bucket, key, () -> {
            try (InputStream in = get(bucket, key);
                    OutputStream hashing = new DigestOutputStream(out, digest)) {
                in.transferTo(hashing);
            }
            return Sha256.of(digest);
        });
    }

    private void force(Bucket bucket, String key) {
        Translation.translated(bucket, key, () -> {
            durability.force(bucket, key);
            return key;
        });
    }

    /** The failure that is under way says more than a second one would. */
    private void removeWrong(Bucket bucket, String key) {
        try {
            remove(bucket, key);
        } catch (Failure.Unavailable e) {
            log.warn("The wrong object {}/{} is still there: {}", bucket.id(), key, e.getMessage());
        }
    }

    private static void discard(Path target) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            log.warn("Half a copy is left in {}: {}", target, e.getMessage());
        }
    }

    private static Failure mismatch(Bucket bucket, String key, String what) {
        return new Failure.Unavailable(Reason.of(ReasonCode.STORE_MISMATCH, bucket.id() + "/" + key + ": " + what));
    }

    private static Map<String, String> with(Map<String, String> metadata, Sha256 hash) {
        Map<String, String> all = new HashMap<>(metadata);
        all.put(SHA256, hash.hex());
        return all;
    }

    private static Sha256 hashOf(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static byte[] contentOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
