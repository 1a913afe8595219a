package vn.sohoa.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code results.jsonl}: one whole line a file, forced to disk, never a second one for the same file. Half a line that
 * a power cut left is removed when the run goes on.
 */
final class ResultsFile implements AutoCloseable {
    static final String NAME = "results.jsonl";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RandomAccessFile file;
    private final Map<String, String> failed = new TreeMap<>();
    private final Set<String> sources = new HashSet<>();

    private ResultsFile(RandomAccessFile file) {
        this.file = file;
    }

    static ResultsFile open(Path out) throws IOException {
        Path path = out.resolve(NAME);
        ResultsFile results = new ResultsFile(new RandomAccessFile(path.toFile(), "rw"));
        long whole = results.read(path);
        results.file.setLength(whole);
        results.file.seek(whole);
        return results;
    }

    /** Enters every whole line and returns where the last one ends. */
    private long read(Path path) throws IOException {
        long whole = 0;
        long at = 0;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                at++;
                if (b != '\n') {
                    line.write(b);
                } else if (entered(line.toString(StandardCharsets.UTF_8))) {
                    whole = at;
                    line.reset();
                } else {
                    throw new Unusable(
                            path + " có dòng hỏng, không làm tiếp được. Hãy chọn --out khác.",
                            path + " holds a damaged line, the run cannot go on. Choose another --out.");
                }
            }
        }
        return whole;
    }

    private boolean entered(String line) {
        try {
            enter(line);
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }

    private void enter(String line) {
        JsonNode json = JSON.readTree(line);
        String source = json.path("source").asString();
        sources.add(source);
        String state = json.path("state").asString();
        if (state.equals("QUARANTINED") || state.equals("STUCK")) {
            JsonNode reason = json.path("reason");
            failed.put(
                    source,
                    state + " " + reason.path("code").asString("") + ": "
                            + reason.path("vi").asString("") + " / "
                            + reason.path("en").asString(""));
        }
    }

    boolean has(String source) {
        return sources.contains(source);
    }

    int size() {
        return sources.size();
    }

    /** The files that did not work out, each with why. */
    List<String> failed() {
        return failed.entrySet().stream()
                .map(e -> Sources.shown(e.getKey()) + ": " + e.getValue())
                .toList();
    }

    void append(String json) throws IOException {
        file.write((json + "\n").getBytes(StandardCharsets.UTF_8));
        file.getFD().sync();
        enter(json);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
