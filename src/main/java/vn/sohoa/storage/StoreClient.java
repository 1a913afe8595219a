package vn.sohoa.storage;

import io.minio.MinioClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** Builds the SDK's client with a transport that is quick on small objects and never waits for ever. */
final class StoreClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    /** Joining the parts of a 2 GiB object, or copying it, is one silent answer on a slow disk: longer than any other pause. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private static final int AT_ONCE = 64;

    private final ExecutorService calls;
    private final OkHttpClient http;
    private final MinioClient minio;

    StoreClient(StoreSettings settings) {
        // The SDK sends every call through the dispatcher, whose own default is five calls a host and threads that
        // keep a finished command alive for a minute. The dispatcher bounds the calls, so the pool need not.
        calls = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "object-store");
            thread.setDaemon(true);
            return thread;
        });
        Dispatcher dispatcher = new Dispatcher(calls);
        dispatcher.setMaxRequests(AT_ONCE);
        dispatcher.setMaxRequestsPerHost(AT_ONCE);
        http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(AT_ONCE, 1, TimeUnit.MINUTES))
                .socketFactory(new NoDelay(SocketFactory.getDefault()))
                .connectTimeout(CONNECT)
                .readTimeout(SILENCE)
                .writeTimeout(SILENCE)
                .protocols(List.of(Protocol.HTTP_1_1))
                .build();
        minio = MinioClient.builder()
                .endpoint(settings.endpoint().toString())
                .credentials(settings.accessKey(), settings.secretKey())
                .region(settings.region())
                .httpClient(http)
                .build();
    }

    MinioClient minio() {
        return minio;
    }

    @Override
    public void close() {
        calls.shutdown();
        http.connectionPool().evictAll();
    }

    /** Without TCP_NODELAY each small put waits 40 ms for the other side's delayed acknowledgement. */
    private static final class NoDelay extends SocketFactory {
        private final SocketFactory sockets;

        NoDelay(SocketFactory sockets) {
            this.sockets = sockets;
        }

        private static Socket prompt(Socket socket) throws IOException {
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket() throws IOException {
            return prompt(sockets.createSocket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return prompt(sockets.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return prompt(sockets.createSocket(host, port, from, fromPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return prompt(sockets.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return prompt(sockets.createSocket(host, port, from, fromPort));
        }
    }
}
