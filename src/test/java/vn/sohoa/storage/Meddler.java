package vn.sohoa.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A bad network between client and store: cuts connections, changes bytes, or lets something else happen meanwhile. */
final class Meddler implements AutoCloseable {
    private enum Mischief {
        CUT_UPLOAD,
        INTERRUPT_UPLOAD,
        CUT_DOWNLOAD,
        CHANGE_DOWNLOAD
    }

    /** Past the head of a request or an answer, which is smaller than this. */
    private static final long HEAD = 4_000;

    private final ServerSocket door;
    private final URI server;
    private final Mischief mischief;
    private final long after;
    private final Runnable meanwhile;
    private final AtomicLong uploaded = new AtomicLong();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Meddler(URI server, Mischief mischief, long after, Runnable meanwhile) throws IOException {
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.server = server;
        this.mischief = mischief;
        this.after = after;
        this.meanwhile = meanwhile;
        start(this::accept);
    }

    /** Counted over all connections: the client tries a part again on a new one. */
    static Meddler cuttingUploadsAfter(URI server, long bytes) throws IOException {
        return new Meddler(server, Mischief.CUT_UPLOAD, bytes, () -> {});
    }

    /** Once so many bytes are through, this happens; then the upload goes on. */
    static Meddler interruptingUploadsAfter(URI server, long bytes, Runnable meanwhile) throws IOException {
        return new Meddler(server, Mischief.INTERRUPT_UPLOAD, bytes, meanwhile);
    }

    static Meddler cuttingDownloadsAfter(URI server, long bytes) throws IOException {
        return new Meddler(server, Mischief.CUT_DOWNLOAD, bytes, () -> {});
    }

    static Meddler changingDownloads(URI server) throws IOException {
        return new Meddler(server, Mischief.CHANGE_DOWNLOAD, HEAD, () -> {});
    }

    StoreSettings settings(StoreSettings settings) {
        return new StoreSettings(
                URI.create("http://127.0.0.1:" + door.getLocalPort()),
                settings.accessKey(),
                settings.secretKey(),
                settings.region());
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "meddler");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket client = door.accept();
                Socket real = new Socket(server.getHost(), server.getPort());
                open.add(client);
                open.add(real);
                start(() -> up(client, real));
                start(() -> down(real, client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void up(Socket client, Socket real) {
        byte[] buffer = new byte[4096];
        try (client;
                real) {
            InputStream in = client.getInputStream();
            OutputStream out = real.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                long total = uploaded.addAndGet(n);
                if (mischief == Mischief.CUT_UPLOAD && total > after) {
                    return;
                }
                if (mischief == Mischief.INTERRUPT_UPLOAD && total > after && total - n <= after) {
                    meanwhile.run();
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // the other side closed
        }
    }

    private void down(Socket real, Socket client) {
        byte[] buffer = new byte[4096];
        long seen = 0;
        try (real;
                client) {
            InputStream in = real.getInputStream();
            OutputStream out = client.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (mischief == Mischief.CUT_DOWNLOAD && seen + n > after) {
                    return;
                }
                if (mischief == Mischief.CHANGE_DOWNLOAD && seen <= after && seen + n > after) {
                    buffer[(int) (after - seen)] ^= 1;
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
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
