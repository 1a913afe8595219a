package vn.sohoa.common;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The switch by which tests make a process fail at a {@link Step}. It exists only where the command line of the JVM says
 * {@code -Dsohoa.fault=PORT}: then each step asks whoever listens on that port of this machine what is to happen, and
 * does it. No file, no variable of the environment and no argument of the service turns it on. Otherwise a step costs
 * one comparison.
 */
public final class Faults {
    static final String PROPERTY = "sohoa.fault";

    private static final Logger log = LoggerFactory.getLogger(Faults.class);
    private static final int EXIT = 70;
    private static final @Nullable Integer PORT = Integer.getInteger(PROPERTY);

    /** What can happen at a step. A delay is an answer that comes late. */
    public enum Order {
        GO,
        /** The process ends at once, as by a power cut. */
        HALT,
        /** Something that the step leans on is away. */
        UNAVAILABLE,
        /** The input can never work. */
        BAD_INPUT,
        /** Our own code is wrong. */
        BUG
    }

    private Faults() {}

    public static boolean armed() {
        return PORT != null;
    }

    /** Options for the JVM of a child, so that its steps ask too. */
    public static List<String> handOn() {
        return PORT == null ? List.of() : List.of("-D" + PROPERTY + "=" + PORT);
    }

    static void at(Step step) {
        if (PORT != null) {
            obey(ask(PORT, step), step);
        }
    }

    private static Order ask(int port, Step step) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                PrintStream out = new PrintStream(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            out.println(step.name());
            String answer = in.readLine();
            return answer == null ? Order.GO : Order.valueOf(answer.toUpperCase(Locale.ROOT));
        } catch (IOException e) {
            return Order.GO; // nobody listens any more
        }
    }

    private static void obey(Order order, Step step) {
        if (order != Order.GO) {
            log.warn("A test orders {} at {}", order, step);
        }
        switch (order) {
            case GO -> {
                // as usual
            }
            case HALT -> Runtime.getRuntime().halt(EXIT);
            case UNAVAILABLE ->
                throw new Failure.Unavailable(Reason.of(ReasonCode.STORE_UNAVAILABLE, "ordered by a test at " + step));
            case BAD_INPUT ->
                throw new Failure.BadInput(Reason.of(ReasonCode.BROKEN_FILE, "ordered by a test at " + step));
            case BUG -> throw new IllegalStateException("ordered by a test at " + step);
        }
    }
}
