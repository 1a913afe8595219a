package vn.sohoa.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the processor time of a JVM goes: an agent that looks at all threads a hundred times a second and puts what each
 * has used since to the room it was in. What no Java thread has used is the compiler's and the collector's. Not exact,
 * but it asks nothing of the code that is measured.
 *
 * <p>As an agent: {@code -javaagent:profile.jar=FILE}; into a running JVM: {@code java -cp … Profile PID JAR FILE}.
 */
public final class Profile {
    private static final int EVERY_MS = 10;
    private static final int WRITTEN_EVERY = 100;
    private static final int DEPTH = 200;
    private static final long NANOS = 1_000_000;
    private static final String OURS = "vn.sohoa.";

    /** Whose frames say what a thread without a room of ours does, the first that fits. */
    private static final Map<String, String> LIBRARIES = Map.of(
            "org.gaul.", "storage (server)",
            "org.eclipse.jetty.", "storage (server)",
            "okhttp3.", "storage",
            "io.minio.", "storage",
            "org.apache.activemq.", "spine",
            "org.apache.camel.", "spine",
            "org.springframework.jms.", "spine",
            "org.postgresql.", "records",
            "com.zaxxer.", "records",
            "org.springframework.boot.", "start");

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Map<Long, Long> before = new HashMap<>();
    private final Map<String, Long> used = new TreeMap<>();
    private final Path to;
    private final long processBefore = process.getProcessCpuTime();
    private long threadsUsed;

    private Profile(Path to) {
        this.to = to;
    }

    public static void premain(String arguments) {
        begin(arguments);
    }

    public static void agentmain(String arguments) {
        begin(arguments);
    }

    public static void main(String[] arguments) throws Exception {
        try {
            VirtualMachine machine = VirtualMachine.attach(arguments[0]);
            machine.loadAgent(arguments[1], arguments[2]);
            machine.detach();
        } catch (AttachNotSupportedException | IOException e) {
            System.err.println("not attached: " + e.getMessage()); // it was gone already
        }
    }

    private static void begin(String to) {
        Profile profile = new Profile(Path.of(to));
        Thread thread = new Thread(profile::watch, "profile");
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    private void watch() {
        for (long id : threads.getAllThreadIds()) {
            before.put(id, Math.max(0, threads.getThreadCpuTime(id))); // what was before us is not ours to tell
        }
        try {
            for (int round = 1; true; round++) {
                Thread.sleep(EVERY_MS);
                look();
                if (round % WRITTEN_EVERY == 0) {
                    write();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        for (long id : threads.getAllThreadIds()) {
            long now = threads.getThreadCpuTime(id);
            long spent = now - before.getOrDefault(id, 0L);
            if (now > 0 && spent > 0) {
                before.put(id, now);
                threadsUsed += spent;
                ThreadInfo info = threads.getThreadInfo(id, DEPTH);
                String place = info == null ? "ended" : place(info.getThreadName(), List.of(info.getStackTrace()));
                used.merge(place, spent, Long::sum);
            }
        }
    }

    /** The room that the innermost frame of ours is in, and by which of its doors it was entered. */
    static String place(String thread, List<StackTraceElement> stack) {
        if (thread.equals("profile")) {
            return "profile";
        }
        String room = "";
        String door = "";
        for (StackTraceElement frame : stack) {
            String type = frame.getClassName();
            if (!type.startsWith(OURS) || type.endsWith(".RecognizerMain")) {
                continue; // the recognizer's own loop says nothing of what it does
            }
            String below = type.substring(OURS.length());
            int dot = below.indexOf('.');
            String here = dot < 0 ? "start" : below.substring(0, dot);
            if (!room.isEmpty() && !room.equals(here)) {
                break;
            }
            room = here;
            door = plain(below.substring(dot + 1)) + "." + plain(frame.getMethodName());
        }
        return room.isEmpty() ? library(thread, stack) : room + " " + door;
    }

    private static String library(String thread, List<StackTraceElement> stack) {
        for (StackTraceElement frame : stack) {
            for (Map.Entry<String, String> library : LIBRARIES.entrySet()) {
                if (frame.getClassName().startsWith(library.getKey())) {
                    return library.getValue() + " -";
                }
            }
        }
        return (thread.equals("main") ? "main" : "other") + " -";
    }

    private static String plain(String name) {
        int end = name.indexOf('$');
        String outer = end > 0 ? name.substring(0, end) : name;
        return name.startsWith("lambda$") ? name.split("\\$")[1] : outer;
    }

    /** Milliseconds and place a line, whole or not at all. */
    private void write() {
        long rest = process.getProcessCpuTime() - processBefore - threadsUsed;
        StringBuilder text = new StringBuilder();
        used.forEach((place, nanos) ->
                text.append(nanos / NANOS).append(' ').append(place).append('\n'));
        text.append(Math.max(0, rest) / NANOS).append(" jvm compiler+collector\n");
        Path half = to.resolveSibling(to.getFileName() + ".half");
        try {
            Files.writeString(half, text);
            Files.move(half, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
