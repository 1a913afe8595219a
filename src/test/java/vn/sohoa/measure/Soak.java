package vn.sohoa.measure;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import vn.sohoa.measure.Sample.Measure;

/**
 * Keeps a running node busy for a set time, or with a set number of pages, and watches it.
 *
 * <p>{@code run PID DATA BASE CSV RATE MINUTES PAGES JPEG …}: RATE pages a second for MINUTES; RATE 0: always a few
 * pages ahead of the node until PAGES are read. {@code tell CSV FOLDER}: draws pictures into the folder and prints rows
 * of a table.
 */
public final class Soak {
    private static final int WATCHED_EVERY_S = 5;
    /** Enough that no recognizer waits, few enough that nothing piles up. */
    private static final int AHEAD = 24;

    private static final long PATIENCE_S = TimeUnit.MINUTES.toSeconds(20);

    private final Watch watch;
    private final Feed feed;
    private final PrintWriter csv;
    private long lastWatched = Long.MIN_VALUE / 2;

    private Soak(Watch watch, Feed feed, PrintWriter csv) {
        this.watch = watch;
        this.feed = feed;
        this.csv = csv;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("tell")) {
            tell(Paths.get(arguments[1]), Paths.get(arguments[2]), arguments[3]);
            return;
        }
        Path data = Paths.get(arguments[2]);
        double rate = Double.parseDouble(arguments[5]);
        double seconds = Double.parseDouble(arguments[6]) * 60;
        long pages = Long.parseLong(arguments[7]);
        List<Path> jpegs = Arrays.stream(arguments).skip(8).map(Paths::get).toList();
        try (Watch watch = new Watch(Long.parseLong(arguments[1]), data, arguments[3]);
                PrintWriter csv = new PrintWriter(arguments[4], StandardCharsets.UTF_8)) {
            csv.println(Sample.head());
            Soak soak = new Soak(watch, new Feed(data.resolve("inbox"), jpegs), csv);
            if (rate > 0) {
                soak.atRate(rate, seconds);
            } else {
                soak.untilRead(pages);
            }
            soak.toTheEnd();
        }
    }

    private void atRate(double rate, double seconds) throws Exception {
        while (watch.seconds() < seconds) {
            if (feed.fed() < rate * watch.seconds()) {
                feed.drop();
            } else {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            look();
        }
    }

    private void untilRead(long pages) throws Exception {
        while (feed.fed() < pages) {
            if (feed.fed() - watch.pages() < AHEAD) {
                feed.drop();
            } else {
                TimeUnit.MILLISECONDS.sleep(500);
            }
            look();
        }
    }

    /** What was dropped is read, and what is left of it gone. */
    private void toTheEnd() throws Exception {
        double until = watch.seconds() + PATIENCE_S;
        while (watch.pages() < feed.fed() && watch.seconds() < until && watch.alive()) {
            TimeUnit.MILLISECONDS.sleep(500);
            look();
        }
        double read = watch.seconds();
        while (watch.now().of(Measure.BACKLOG) > 0 && watch.seconds() < until && watch.alive()) {
            TimeUnit.MILLISECONDS.sleep(500);
            look();
        }
        System.out.printf(
                Locale.ROOT, "%d pages dropped, %.0f read, in %.0f s%n", feed.fed(), watch.pages(), watch.seconds());
        if (watch.pages() < feed.fed()) {
            System.exit(1);
        }
    }

    private void look() throws IOException, SQLException {
        long now = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
        if (now - lastWatched >= WATCHED_EVERY_S) {
            lastWatched = now;
            csv.println(watch.now().line());
            csv.flush();
        }
    }

    private static void tell(Path csv, Path images, String prefix) throws IOException {
        List<Sample> samples = new ArrayList<>();
        List<String> lines = Files.readAllLines(csv);
        lines.subList(1, lines.size()).forEach(line -> samples.add(Sample.parse(line)));
        List<Measure> memory = List.of(Measure.NODE, Measure.HEAP, Measure.RECOGNIZERS, Measure.POSTGRES);
        List<Measure> handles = List.of(Measure.THREADS, Measure.HANDLES, Measure.WORK_FILES);
        List<Measure> work = List.of(
                Measure.PAGES, Measure.BACKLOG, Measure.MESSAGES, Measure.ARRIVALS, Measure.UNSEALED, Measure.DATABASE);
        Chart.draw(samples, memory, images.resolve(prefix + "-memory.png"));
        Chart.draw(samples, handles, images.resolve(prefix + "-handles.png"));
        Chart.draw(samples, work, images.resolve(prefix + "-work.png"));
        for (Measure measure : Measure.values()) {
            if (measure != Measure.PAGES && measure != Measure.DATABASE) {
                System.out.println(Trend.of(measure, samples).row());
            }
        }
        Sample last = samples.get(samples.size() - 1);
        Sample first = samples.get(0);
        System.out.printf(
                Locale.ROOT,
                "| database, KiB a page (it keeps what was read) | | %.1f | | |%n",
                (last.of(Measure.DATABASE) - first.of(Measure.DATABASE)) * 1024 / Math.max(1, last.of(Measure.PAGES)));
    }
}
