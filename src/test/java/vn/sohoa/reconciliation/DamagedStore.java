package vn.sohoa.reconciliation;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import vn.sohoa.storage.Durability;
import vn.sohoa.storage.ObjectStore;
import vn.sohoa.storage.StoreSettings;

/** A real store over a folder of objects, some of which its disk no longer gives back. It is only read from. */
final class DamagedStore implements AutoCloseable {
    private static final String KEY = "key-of-a-test";

    /** What becomes of a request for the bytes of a damaged object. */
    enum Damage {
        /** The server answers 500. */
        REFUSED,
        /** The answer breaks off after its first bytes. */
        BREAKS_OFF
    }

    final ObjectStore client;
    /** By a part of the object's key. */
    final Map<String, Damage> damaged = new ConcurrentHashMap<>();
    /** First lines of the requests for bytes that came. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    private final S3Proxy server;
    private final ServerSocket door;

    DamagedStore(Path objects) throws Exception {
        server = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(objects.toString()))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, KEY, KEY)
                .ignoreUnknownHeaders(true)
                .build();
        server.start();
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
        URI address = URI.create("http://127.0.0.1:" + door.getLocalPort());
        client = new ObjectStore(new StoreSettings(address, KEY, KEY, "us-east-1"), Durability.ofServer());
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "damaged-store");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket client = door.accept();
                start(() -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket real = new Socket("127.0.0.1", server.getPort())) {
            boolean whole = true;
            for (String head = head(client); whole && !head.isEmpty(); head = whole ? head(client) : "") {
                whole = answer(client, real, head);
            }
        } catch (IOException e) {
            // one of both went away
        }
    }

    /** Whether the connection goes on. */
    private boolean answer(Socket client, Socket real, String head) throws IOException {
        boolean bytes = head.startsWith("GET ");
        if (bytes) {
            asked.add(head.lines().findFirst().orElseThrow());
        }
        Damage damage = damaged.entrySet().stream()
                .filter(entry -> bytes && head.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        OutputStream out = client.getOutputStream();
        if (damage == Damage.REFUSED) {
            out.write(
                    "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".getBytes());
            return false;
        }
        real.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        String answer = head(real);
        out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
        int length = bytes ? length(answer) : 0;
        out.write(real.getInputStream().readNBytes(damage == null ? length : length / 2));
        return damage == null;
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .map(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElseThrow();
    }

    /** Of a request or an answer, with the empty line behind it; empty when the connection has ended. */
    private static String head(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                return "";
            }
            head.write(b);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        client.close();
        door.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
