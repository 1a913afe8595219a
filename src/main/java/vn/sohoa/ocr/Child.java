package vn.sohoa.ocr;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parent's end of one recognizer process. Two threads of its own take what the process says and what it complains
 * of, so that neither pipe ever fills and every wait of a caller has an end.
 */
final class Child {
    private static final Logger LOG = LoggerFactory.getLogger(Child.class);
    private static final long LAST_BREATH_SECONDS = 5;

    private final Process process;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private String engine = "";
    private int pages;
    private boolean answering;

    /** What came from the process: a message, or the news that none will come any more. */
    private record Heard(@Nullable Message message) {}

    /** The process did not become a recognizer. */
    static final class StartFailure extends Exception {
        private static final long serialVersionUID = 1L;

        StartFailure(String message) {
            super(message);
        }
    }

    /** The process ended, or no longer speaks our language. */
    static final class Died extends Exception {
        private static final long serialVersionUID = 1L;

        /** Whether the page may have reached it before. */
        final boolean withPage;

        Died(String message, boolean withPage) {
            super(message);
            this.withPage = withPage;
        }
    }

    /** The process gave no answer in time. */
    static final class Overran extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private Child(Process process) {
        this.process = process;
        daemon("says", this::listen).start();
        daemon("complains", this::drain).start();
    }

    /** Starts a process and waits until its engine is warm. */
    static Child start(ProcessBuilder command, Duration limit) throws StartFailure, InterruptedException {
        Process process;
        try {
            process = command.start();
        } catch (IOException e) {
            throw new StartFailure(e.getMessage());
        }
        Child child = new Child(process);
        boolean ready = false;
        try {
            Heard first = child.heard.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (first == null) {
                throw new StartFailure("not ready after " + limit.toSeconds() + " s");
            } else if (first.message instanceof Message.NotReady not) {
                throw new StartFailure(not.why());
            } else if (!(first.message instanceof Message.Ready)) {
                throw new StartFailure(child.end());
            }
            ready = true;
            child.engine = ((Message.Ready) first.message).engine();
            LOG.info("recognizer {} is warm: {}", process.pid(), child.engine);
            return child;
        } finally {
            if (!ready) {
                child.kill();
            }
        }
    }

    /** Asks for one page and waits for the answer; after any exception the process is of no more use. */
    Message ask(Message.Read page, Duration limit, Hold hold) throws Died, Overran, InterruptedException {
        pages++;
        answering = true;
        try {
            Wire.write(process.getOutputStream(), page);
        } catch (IOException e) {
            throw new Died(end(), false);
        }
        Heard answer = answer(System.nanoTime() + limit.toNanos(), hold);
        if (answer.message == null) {
            throw new Died(end(), true);
        }
        answering = false;
        return answer.message;
    }

    private Heard answer(long end, Hold hold) throws Overran, InterruptedException {
        while (true) {
            long left = end - System.nanoTime();
            Heard answer = heard.poll(Math.min(left, hold.every().toNanos()), TimeUnit.NANOSECONDS);
            if (answer != null) {
                return answer;
            } else if (left <= hold.every().toNanos()) {
                throw new Overran();
            }
            hold.renew().run();
        }
    }

    /** Whether it still works on a page that nobody waits for any more. */
    boolean isAnswering() {
        return answering;
    }

    /** What reads in it, with its version. */
    String engine() {
        return engine;
    }

    /** Pages asked of it so far. */
    int pages() {
        return pages;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Ends the process at once, whatever it does; also one that is stopped, or that ignores signals. */
    void kill() {
        process.destroyForcibly();
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            LOG.trace("nothing was left to be told", e);
        }
    }

    private String end() {
        try {
            if (!process.waitFor(LAST_BREATH_SECONDS, TimeUnit.SECONDS)) {
                return "no frames any more";
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "gone";
        }
        return "exit " + process.exitValue();
    }

    private void listen() {
        try (DataInputStream in = Wire.in(process.getInputStream())) {
            while (true) {
                heard.add(new Heard(Wire.read(in)));
            }
        } catch (IOException e) {
            LOG.debug("recognizer {} says no more: {}", process.pid(), e.toString());
        } finally {
            process.destroyForcibly(); // a live process whose words we cannot trust is worse than a dead one
            heard.add(new Heard(null));
        }
    }

    private void drain() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            boolean crashed = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("#")) { // the head of a crash report, which has a thousand more lines
                    crashed = true;
                    LOG.warn("recognizer {}: {}", process.pid(), line);
                } else if (crashed) {
                    LOG.debug("recognizer {}: {}", process.pid(), line);
                } else {
                    LOG.info("recognizer {}: {}", process.pid(), line);
                }
            }
        } catch (IOException e) {
            LOG.trace("recognizer {} complains no more", process.pid(), e);
        }
    }

    private Thread daemon(String what, Runnable work) {
        Thread thread = new Thread(work, "recognizer-" + process.pid() + "-" + what);
        thread.setDaemon(true);
        return thread;
    }
}
