package vn.sohoa.ops;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The network between a node and one of its engines, which a test can cut and mend. */
final class Cable implements AutoCloseable {
    private static final int BUFFER = 16_384;
    private static final long NAP_NANOS = 10_000_000;

    private final ServerSocket door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final InetSocketAddress engine;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean cut;
    private volatile boolean silent;

    Cable(String host, int port) throws IOException {
        engine = new InetSocketAddress(host, port);
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Every connection breaks at once, and none comes about any more. */
    void cut() {
        cut = true;
        open.forEach(Cable::reset);
    }

    /** Connections stay and come about, and nothing goes through them. */
    void silence() {
        silent = true;
    }

    void mend() {
        cut = false;
        silent = false;
    }

    /** How many connections did not come about so far. */
    int refused() {
        return refused.get();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "cable");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException e) {
                // closed, or the client was gone already
            }
        }
    }

    private void connect(Socket client) throws IOException {
        if (cut) {
            refused.incrementAndGet();
            reset(client);
            return;
        }
        client.setTcpNoDelay(true);
        Socket real = new Socket(engine.getAddress(), engine.getPort());
        real.setTcpNoDelay(true);
        open.add(client);
        open.add(real);
        if (cut) {
            reset(client);
            reset(real);
        }
        start(() -> pump(client, real));
        start(() -> pump(real, client));
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                while (silent) {
                    LockSupport.parkNanos(NAP_NANOS);
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // one side is gone; now the other one is too
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // closed already
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(Cable::reset);
    }
}
