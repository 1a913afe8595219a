package vn.sohoa.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.SetBucketVersioningArgs;
import io.minio.messages.VersioningConfiguration;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NeedsContainers(Engine.S3)
class S3EngineTest {
    private static final String KEY = "một thư mục/tờ khai.txt";

    private final Engines.S3 s3 = Engines.s3().orElseThrow();
    private final MinioClient client = client(s3.secretKey());
    private final String bucket = "engine-" + UUID.randomUUID();

    @BeforeEach
    void makeBucket() throws Exception {
        client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
    }

    @Test
    void givesBackWhatWasPut() throws Exception {
        put("xin chào");
        assertThat(get(null)).isEqualTo("xin chào");
    }

    @Test
    void keepsTheFirstVersionBesideTheSecond() throws Exception {
        client.setBucketVersioning(SetBucketVersioningArgs.builder()
                .bucket(bucket)
                .config(new VersioningConfiguration(VersioningConfiguration.Status.ENABLED, null, null, null))
                .build());
        String first = put("một");
        String second = put("hai");
        assertThat(first).isNotEqualTo(second);
        assertThat(get(first)).isEqualTo("một");
        assertThat(get(null)).isEqualTo("hai");
    }

    @Test
    void refusesAWrongSecret() {
        MinioClient stranger = client("not-the-secret-of-this-user");
        assertThatThrownBy(() -> stranger.bucketExists(
                        BucketExistsArgs.builder().bucket(bucket).build()))
                .isInstanceOf(Exception.class);
    }

    private MinioClient client(String secret) {
        return MinioClient.builder()
                .endpoint(s3.endpoint().toString())
                .region(s3.region())
                .credentials(s3.accessKey(), secret)
                .build();
    }

    private String put(String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return String.valueOf(client.putObject(PutObjectArgs.builder().bucket(bucket).object(KEY).stream(
                                new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                        .build())
                .versionId());
    }

    private String get(@org.jspecify.annotations.Nullable String version) throws Exception {
        try (InputStream object = client.getObject(GetObjectArgs.builder()
                .bucket(bucket)
                .object(KEY)
                .versionId(version)
                .build())) {
            return new String(object.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
