package vn.sohoa.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and a polite kill: the run is told to stop, and the process waits until it has tidied up. Only the work itself
 * is interrupted; engines that are being started or stopped must not be.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Thread run = Thread.currentThread();
    private final CountDownLatch tidied = new CountDownLatch(1);
    private boolean working;
    private boolean stopped;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "interruption"));
    }

    private void stop() {
        if (tidied.getCount() == 0) {
            return;
        }
        synchronized (this) {
            stopped = true;
            if (working) {
                run.interrupt();
            }
        }
        try {
            boolean inTime = tidied.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assert inTime || stopped();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From here on the run may be interrupted. */
    synchronized void workBegins() throws InterruptedException {
        if (stopped) {
            throw new InterruptedException();
        }
        working = true;
    }

    /** From here on it is only tidied up; an interruption that nobody noticed is over. */
    synchronized void workEnds() {
        working = false;
        boolean unnoticed = Thread.interrupted();
        assert !unnoticed || stopped;
    }

    synchronized boolean stopped() {
        return stopped;
    }

    /** The run is over: nothing is left to wait for. */
    @Override
    public void close() {
        tidied.countDown();
    }
}
