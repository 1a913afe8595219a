package vn.sohoa.storage;

import java.net.URI;

/**
 * Where the S3 server is and how to sign in there.
 *
 * @param endpoint scheme, host and port, without a path
 * @param region the region to sign for; most self-hosted servers take {@code us-east-1}
 */
public record StoreSettings(URI endpoint, String accessKey, String secretKey, String region) {
    /** Without the secret, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "StoreSettings[" + endpoint + ", " + accessKey + ", " + region + "]";
    }
}
