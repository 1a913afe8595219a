package vn.sohoa.ops;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs short commands to their end, with a limit. Output goes to a file: a pipe would stay open with a grandchild. */
final class Commands {
    private static final int TAIL = 2000;

    private final List<String> prefix;
    private final Path folder;

    /**
     * @param prefix put before every command, to run it as somebody else
     * @param folder where commands run and leave their output
     */
    Commands(List<String> prefix, Path folder) {
        this.prefix = List.copyOf(prefix);
        this.folder = folder;
    }

    /**
     * @param code the exit code; -1 when the limit was overrun and the command was stopped
     * @param output the end of what it printed
     */
    record Outcome(int code, String output) {
        boolean fine() {
            return code == 0;
        }
    }

    Outcome run(Duration limit, List<String> command) throws IOException {
        return run(limit, command, "");
    }

    Outcome run(Duration limit, List<String> command, String input) throws IOException {
        Path output = Files.createTempFile(folder, "command-", ".log");
        try {
            List<String> whole = new ArrayList<>(prefix);
            whole.addAll(command);
            ProcessBuilder builder = new ProcessBuilder(whole)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            // The surroundings must not choose another cluster, port or language for us.
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            feed(process, input);
            int code = -1;
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                code = process.exitValue();
            } else {
                process.destroyForcibly();
            }
            return new Outcome(code, tail(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + command.get(0), e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** A command that ends without reading breaks the pipe; its exit code tells the story better. */
    private static void feed(Process process, String input) {
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // told by the outcome
        }
    }

    /** The end of a text file, empty when there is none. */
    static String tail(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (var channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - TAIL));
            var buffer = ByteBuffer.allocate(TAIL);
            while (channel.read(buffer) > 0) {
                // until full or at the end
            }
            return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8).strip();
        }
    }
}
