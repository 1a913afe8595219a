package vn.sohoa.ops;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import vn.sohoa.common.Faults.Order;
import vn.sohoa.common.Step;

/** Answers the steps of nodes whose fault switch is on: "go", unless something was arranged for the step. */
final class Conductor implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final Map<Step, AtomicInteger> reached = new ConcurrentHashMap<>();
    private final Map<Step, Strike> arranged = new ConcurrentHashMap<>();

    Conductor() throws IOException {
        Thread thread = new Thread(this::listen, "conductor");
        thread.setDaemon(true);
        thread.start();
    }

    /** What happens when a step is reached the next time, once. */
    static final class Strike {
        private final Order order;
        private final Runnable before;
        private final CountDownLatch struck = new CountDownLatch(1);

        private Strike(Order order, Runnable before) {
            this.order = order;
            this.before = before;
        }

        boolean await(long seconds) throws InterruptedException {
            return struck.await(seconds, TimeUnit.SECONDS);
        }

        boolean isStruck() {
            return struck.getCount() == 0;
        }
    }

    /** The option that turns a JVM's switch on. */
    String option() {
        return "-Dsohoa.fault=" + door.getLocalPort();
    }

    /** @param before happens while the process waits at the step for its order */
    Strike arrange(Step step, Order order, Runnable before) {
        Strike strike = new Strike(order, before);
        arrange(step, strike);
        return strike;
    }

    void arrange(Step step, Strike strike) {
        arranged.put(step, strike);
    }

    void forget(Step step) {
        arranged.remove(step);
    }

    /** How often a step was reached so far. */
    int reached(Step step) {
        AtomicInteger count = reached.get(step);
        return count == null ? 0 : count.get();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket asker = door.accept();
                Thread thread = new Thread(() -> answer(asker), "conductor-answer");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void answer(Socket asker) {
        try (asker;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(asker.getInputStream(), StandardCharsets.US_ASCII));
                PrintStream out = new PrintStream(asker.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            String name = in.readLine();
            if (name != null) {
                out.println(order(Step.valueOf(name)));
            }
        } catch (IOException e) {
            // the process was killed while it asked
        }
    }

    private Order order(Step step) {
        reached.computeIfAbsent(step, s -> new AtomicInteger()).incrementAndGet();
        Strike strike = arranged.remove(step);
        if (strike == null) {
            return Order.GO;
        }
        strike.before.run();
        strike.struck.countDown();
        return strike.order;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
