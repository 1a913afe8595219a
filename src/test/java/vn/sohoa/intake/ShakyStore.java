package vn.sohoa.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import vn.sohoa.storage.Durability;
import vn.sohoa.storage.ObjectStore;
import vn.sohoa.storage.StoreSettings;

/** A real store over a folder of the test's, behind a door that has moods. */
final class ShakyStore implements AutoCloseable {
    private static final String KEY = "key-of-a-test";
    /** Past the head of an answer, which is smaller than this. */
    private static final int HEAD = 4_000;

    /** How the door behaves. */
    enum Mood {
        FINE,
        /** Answers every request with 503, as a store does that has too much to do. */
        BUSY,
        /** Lets bytes through drop by drop. */
        SLOW,
        /** What is read back is not what was written. */
        LYING
    }

    final ObjectStore client;
    volatile Mood mood = Mood.FINE;

    private final S3Proxy server;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    ShakyStore(Path folder) throws Exception {
        server = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, KEY, KEY)
                .v4MaxNonChunkedRequestSize(16L << 20)
                .ignoreUnknownHeaders(true)
                .build();
        server.start();
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
        URI address = URI.create("http://127.0.0.1:" + door.getLocalPort());
        client = new ObjectStore(new StoreSettings(address, KEY, KEY, "us-east-1"), Durability.ofServer());
        client.ensureBuckets();
    }

    /** Connections made in another mood are cut. */
    void turns(Mood other) throws IOException {
        mood = other;
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "shaky-store");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket client = door.accept();
                open.add(client);
                if (mood == Mood.BUSY) {
                    start(() -> refuse(client));
                } else {
                    Socket real = new Socket("127.0.0.1", server.getPort());
                    open.add(real);
                    start(() -> pump(client, real, false));
                    start(() -> pump(real, client, true));
                }
            }
        } catch (IOException e) {
            // closed
        }
    }

    private static void refuse(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int b = in.read();
                if (b < 0) {
                    return;
                }
                head.write(b);
            }
            for (String line : head.toString(StandardCharsets.ISO_8859_1).split("\r\n")) {
                if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                    in.skipNBytes(Long.parseLong(line.substring(15).strip()));
                }
            }
            String body = "<?xml version=\"1.0\"?><Error><Code>SlowDown</Code><Message>busy</Message></Error>";
            String answer =
                    "HTTP/1.1 503 Slow Down\r\nContent-Type: application/xml\r\nConnection: close\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body;
            client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // the client went away
        }
    }

    private void pump(Socket from, Socket to, boolean down) {
        byte[] buffer = new byte[4096];
        long seen = 0;
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (mood == Mood.SLOW) {
                    java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
                }
                if (mood == Mood.LYING && down && seen <= HEAD && seen + n > HEAD) {
                    buffer[(int) (HEAD - seen)] ^= 1;
                }
                out.write(buffer, 0, n);
                seen += n;
            }
        } catch (IOException e) {
            // the other side closed
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        door.close();
        turns(Mood.FINE);
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
