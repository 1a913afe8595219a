package vn.sohoa.storage;

import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.SetBucketVersioningArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.VersioningConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets up buckets; can be done again at any time and by several nodes at once. */
final class Buckets {
    private static final Logger log = LoggerFactory.getLogger(Buckets.class);

    private Buckets() {}

    static void ensure(MinioClient minio, Bucket bucket) throws MinioException {
        if (!minio.bucketExists(BucketExistsArgs.builder().bucket(bucket.id()).build())) {
            try {
                minio.makeBucket(MakeBucketArgs.builder().bucket(bucket.id()).build());
            } catch (ErrorResponseException e) {
                // Another node that started with us.
                if (!"BucketAlreadyOwnedByYou".equals(e.errorResponse().code())) {
                    throw e;
                }
            }
        }
        if (bucket.versioned()) {
            version(minio, bucket);
        }
    }

    private static void version(MinioClient minio, Bucket bucket) throws MinioException {
        var enabled = new VersioningConfiguration(VersioningConfiguration.Status.ENABLED, null, null, null);
        try {
            minio.setBucketVersioning(SetBucketVersioningArgs.builder()
                    .bucket(bucket.id())
                    .config(enabled)
                    .build());
        } catch (ErrorResponseException e) {
            log.debug("Bucket {} stays without versions: the store cannot keep them ({})", bucket.id(), e.getMessage());
        }
    }
}
