package vn.sohoa.ops;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An engine that starts on a thread of its own, so that the rest of the node is put together meanwhile. Whoever needs it
 * waits for it and owns it from then on; what nobody asked for is closed with this.
 */
final class Ahead<T extends AutoCloseable> implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Ahead.class);

    private final FutureTask<T> start;
    private final String name;
    private boolean begun;
    private boolean handedOver;

    /** Does nothing yet. */
    Ahead(String name, Callable<T> start) {
        this.name = name;
        this.start = new FutureTask<>(start);
    }

    synchronized void begin() {
        if (!begun) {
            begun = true;
            Thread thread = new Thread(start, "start-" + name);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /**
     * The engine, once it has started; begun now where it was not.
     *
     * @throws RuntimeException what its start threw, as it was
     */
    synchronized T get() {
        begin();
        T engine = await();
        handedOver = true;
        return engine;
    }

    private T await() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return start.get();
                } catch (InterruptedException e) {
                    interrupted = true; // half an engine is nothing we could leave behind
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof RuntimeException refused) {
                        throw refused;
                    }
                    throw new IllegalStateException(name + " does not start", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized void close() {
        if (!begun || handedOver) {
            return;
        }
        try {
            await().close();
        } catch (Exception e) { // a node that failed to start has said so; this one only may have
            log.debug("{} was not needed and is not running: {}", name, e.toString());
        }
    }
}
