package vn.sohoa.storage;

import io.minio.StatObjectResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the store says of an object without reading it.
 *
 * @param size in bytes
 * @param metadata the user metadata, names in lower case; empty where the embedded store lies on a file system without
 *     extended attributes
 */
public record Stat(long size, String mediaType, Instant modifiedAt, Map<String, String> metadata) {
    public Stat {
        metadata = Map.copyOf(metadata);
    }

    static Stat of(StatObjectResponse response) {
        Map<String, String> metadata = new HashMap<>();
        response.userMetadata()
                .forEach(entry -> metadata.put(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue()));
        String mediaType = response.contentType();
        return new Stat(
                response.size(),
                mediaType == null ? "application/octet-stream" : mediaType,
                response.lastModified().toInstant(),
                metadata);
    }
}
