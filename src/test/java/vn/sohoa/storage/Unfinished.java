package vn.sohoa.storage;

import io.minio.AbortMultipartUploadArgs;
import io.minio.ListMultipartUploadsArgs;
import io.minio.MinioAsyncClient;
import io.minio.messages.ListMultipartUploadsResult;
import java.util.List;

/** Uploads in parts that are under way, as the store itself knows them. */
final class Unfinished {
    private Unfinished() {}

    /** Lets the store forget the uploads to this key, as a server does that was set up anew. */
    static void forget(StoreSettings settings, Bucket bucket, String key) {
        try (MinioAsyncClient client = MinioAsyncClient.builder()
                .endpoint(settings.endpoint().toString())
                .credentials(settings.accessKey(), settings.secretKey())
                .region(settings.region())
                .build()) {
            List<ListMultipartUploadsResult.Upload> all = client.listMultipartUploads(ListMultipartUploadsArgs.builder()
                            .bucket(bucket.id())
                            .build())
                    .join()
                    .result()
                    .uploads();
            for (ListMultipartUploadsResult.Upload one : all) {
                if (one.objectName().equals(key)) {
                    client.abortMultipartUpload(AbortMultipartUploadArgs.builder()
                                    .bucket(bucket.id())
                                    .object(key)
                                    .uploadId(one.uploadId())
                                    .build())
                            .join();
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
