package vn.sohoa.ops;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code java -jar sohoa.jar …} without any option of the JVM becomes the same process with ours: a small heap, the
 * prepared archive of classes, names of files in UTF-8. The process keeps its number, its streams and whoever waits for
 * it. Where that is not to be had (no Linux, options that somebody chose), all goes on as it was started.
 */
public final class Relaunch {
    private static final Path SELF = Path.of("/proc/self");
    private static final int STREAMS = 2;
    private static final int SET_FLAGS = 2;
    private static final int CLOSE_ON_EXEC = 1;
    private static final String LOCALE = "LC_ALL";
    private static final String HEAP = "SOHOA_HEAP";
    private static final List<String> CHOSEN = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /** The calls of the C library that Java has no word for. */
    interface C extends Library {
        int execv(String path, Pointer arguments);

        int fcntl(int file, int command, int value);

        int setenv(String name, String value, int replace);
    }

    private Relaunch() {}

    /** Does not come back where the process has become the better one. */
    public static void withOwnOptions() {
        if (!Files.isReadable(SELF.resolve("cmdline")) || CHOSEN.stream().anyMatch(System.getenv()::containsKey)) {
            return;
        }
        try {
            Path java = Files.readSymbolicLink(SELF.resolve("exe"));
            Path jar = Path.of(System.getProperty("java.class.path"))
                    .toAbsolutePath()
                    .normalize();
            List<byte[]> words = OwnOptions.words(Files.readAllBytes(SELF.resolve("cmdline")));
            Optional<List<byte[]>> better =
                    new OwnOptions(java, words, jar, Optional.ofNullable(System.getenv(HEAP))).better();
            if (better.isPresent()) {
                become(java, better.get());
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            // as it was started is good enough
        }
    }

    private static void become(Path java, List<byte[]> words) throws IOException {
        C c = Native.load("c", C.class);
        if (!System.getProperty("sun.jnu.encoding", "").equalsIgnoreCase("UTF-8")) {
            c.setenv(LOCALE, "C.UTF-8", 1);
        }
        closeAllButStreams(c);
        c.execv(java.toString(), arguments(words)); // comes back only where it fails
    }

    private static void closeAllButStreams(C c) throws IOException {
        try (Stream<Path> open = Files.list(SELF.resolve("fd"))) {
            open.mapToInt(file -> Integer.parseInt(file.getFileName().toString()))
                    .filter(file -> file > STREAMS)
                    .forEach(file -> c.fcntl(file, SET_FLAGS, CLOSE_ON_EXEC));
        }
    }

    /** In one piece of memory, so that nothing of it is given back before the call. */
    private static Memory arguments(List<byte[]> words) {
        long texts = (long) Native.POINTER_SIZE * (words.size() + 1);
        Memory list = new Memory(
                texts + words.stream().mapToLong(word -> word.length + 1L).sum());
        list.clear();
        long at = texts;
        for (int i = 0; i < words.size(); i++) {
            byte[] word = words.get(i);
            list.write(at, word, 0, word.length);
            list.setPointer((long) Native.POINTER_SIZE * i, list.share(at));
            at += word.length + 1L;
        }
        return list;
    }
}
