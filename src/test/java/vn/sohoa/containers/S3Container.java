package vn.sohoa.containers;

import java.net.HttpURLConnection;
import java.net.URI;

/** An S3 server, from our Ceph image or another that takes the same environment (infra/images/ceph-rgw/entry.sh). */
final class S3Container {
    private static final String ACCESS_KEY = "sohoatest";
    private static final String SECRET_KEY = "only-for-tests-only-for-tests";
    private static final String REGION = "us-east-1";
    private static final int TIMEOUT_MS = 2_000;

    private S3Container() {}

    static Engines.S3 start() {
        @SuppressWarnings("resource") // lives as long as the JVM
        EngineContainer container = new EngineContainer(Engine.S3)
                .withEnv("S3_ACCESS_KEY", ACCESS_KEY)
                .withEnv("S3_SECRET_KEY", SECRET_KEY)
                .withEnv("S3_REGION", REGION);
        container.withEnv("S3_PORT", Integer.toString(container.port()));
        URI endpoint = URI.create("http://127.0.0.1:" + container.port());
        container.startUntil(() -> statusOf(endpoint));
        return new Engines.S3(endpoint, ACCESS_KEY, SECRET_KEY, REGION);
    }

    private static int statusOf(URI endpoint) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MS);
        connection.setReadTimeout(TIMEOUT_MS);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
