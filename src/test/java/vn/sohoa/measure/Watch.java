package vn.sohoa.measure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.sohoa.measure.Sample.Measure;

/** Looks at a running node from outside: /proc, its metrics, its embedded database. */
final class Watch implements AutoCloseable {
    private static final double KIB = 1024;
    private static final double MIB = KIB * KIB;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PORT_LINE = 3;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ProcessHandle node;
    private final Path data;
    private final URI metrics;
    private final Connection database;
    private final long began = System.nanoTime();
    private double pagesBefore;

    /** @param base where the node answers */
    Watch(long pid, Path data, String base) throws IOException, SQLException {
        node = ProcessHandle.of(pid).orElseThrow();
        this.data = data;
        metrics = URI.create(base.replaceAll("/$", "") + "/actuator/prometheus");
        List<String> postmaster = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        database = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postmaster.get(PORT_LINE).strip() + "/sohoa",
                "sohoa",
                Files.readString(data.resolve("secrets/postgres-password")).strip());
        pagesBefore = pages();
    }

    double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    boolean alive() {
        return node.isAlive();
    }

    /** Pages that the node has read since we began. */
    double pages() throws IOException {
        return sum(metrics(), "sohoa_stage_seconds_count", "stage=\"read\"", "outcome=\"done\"") - pagesBefore;
    }

    /** Scans that are in this state, as the metrics have it: they may be half a minute old. */
    double scans(String state) throws IOException {
        return sum(metrics(), "sohoa_scans", "state=\"" + state + "\"");
    }

    Sample now() throws IOException, SQLException {
        Map<Measure, Double> values = new EnumMap<>(Measure.class);
        List<String> lines = metrics();
        values.put(
                Measure.PAGES,
                sum(lines, "sohoa_stage_seconds_count", "stage=\"read\"", "outcome=\"done\"") - pagesBefore);
        values.put(Measure.HEAP, sum(lines, "jvm_memory_used_bytes", "area=\"heap\"") / MIB);
        values.put(Measure.BACKLOG, sum(lines, "sohoa_backlog"));
        values.put(Measure.MESSAGES, sum(lines, "sohoa_messages"));
        values.put(Measure.NODE, status(node.pid(), "VmRSS") / KIB);
        values.put(Measure.THREADS, status(node.pid(), "Threads"));
        values.put(Measure.HANDLES, entries(Path.of("/proc", Long.toString(node.pid()), "fd")));
        values.put(Measure.RECOGNIZERS, children(node, "VmRSS") / KIB);
        ProcessHandle postmaster = postmaster();
        values.put(Measure.POSTGRES, (status(postmaster.pid(), "RssAnon") + children(postmaster, "RssAnon")) / KIB);
        values.put(Measure.WORK_FILES, entries(data.resolve("work")));
        values.put(Measure.ARRIVALS, rows("arrival"));
        values.put(Measure.UNSEALED, rows("audit_unsealed"));
        values.put(Measure.DATABASE, number("select pg_database_size(current_database())") / MIB);
        return new Sample(seconds(), values);
    }

    private ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private List<String> metrics() throws IOException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(metrics).timeout(PATIENCE).build();
            return http.send(request, HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static double sum(List<String> lines, String name, String... labels) {
        return lines.stream()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Stream.of(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static double children(ProcessHandle parent, String what) {
        return parent.children().mapToDouble(child -> status(child.pid(), what)).sum();
    }

    /** A number of /proc/PID/status; 0 where the process has ended. */
    private static double status(long pid, String what) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(what + ":"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }

    private static double entries(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return 0; // made when first needed
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.count();
        }
    }

    /** By PostgreSQL's own count, which asks for no right to the rows. */
    private double rows(String table) throws SQLException {
        return number("select coalesce(sum(n_live_tup), 0) from pg_stat_user_tables where relname = '" + table + "'");
    }

    private double number(String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getDouble(1);
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
