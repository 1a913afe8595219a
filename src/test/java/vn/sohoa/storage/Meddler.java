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

/** A bad network between client and store: cuts connections or changes bytes. */
final class Meddler implements AutoCloseable {
    private enum Mischief {
        CUT_UPLOAD,
        CUT_DOWNLOAD,
        CHANGE_DOWNLOAD
    }

    /** Past the head of a request or an answer, which is smaller than this. */
    private static final long HEAD = 4_000;

    private final ServerSocket door;
    private final URI server;
    private final Mischief mischief;
    private final long after;
    private final AtomicLong uploaded = new AtomicLong();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Meddler(URI server, Mischief mischief, long after) throws IOException {
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.server = server;
        this.mischief = mischief;
        this.after = after;
        start(this::accept);
    }

    /** Counted over all connections: the client tries a part again on a new one. */
    static Meddler cuttingUploadsAfter(URI server, long bytes) throws IOException {
        return new Meddler(server, Mischief.CUT_UPLOAD, bytes);
    }

    static Meddler cuttingDownloadsAfter(URI server, long bytes) throws IOException {
        return new Meddler(server, Mischief.CUT_DOWNLOAD, bytes);
    }

    static Meddler changingDownloads(URI server) throws IOException {
        return new Meddler(server, Mischief.CHANGE_DOWNLOAD, HEAD);
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
                start(() -> pump(client, real, mischief == Mischief.CUT_UPLOAD, false));
                start(() ->
                        pump(real, client, mischief == Mischief.CUT_DOWNLOAD, mischief == Mischief.CHANGE_DOWNLOAD));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void pump(Socket from, Socket to, boolean cut, boolean change) {
        byte[] buffer = new byte[4096];
        long seen = 0;
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (cut && (mischief == Mischief.CUT_UPLOAD ? uploaded.addAndGet(n) : seen + n) > after) {
                    return;
                }
                if (change && seen <= after && seen + n > after) {
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
