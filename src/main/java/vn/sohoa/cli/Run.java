package vn.sohoa.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.springframework.context.ApplicationContext;
import vn.sohoa.intake.FinishedFolder;
import vn.sohoa.organization.Counters;
import vn.sohoa.scan.Cells;
import vn.sohoa.scan.Fields;
import vn.sohoa.scan.Reports;
import vn.sohoa.scan.Scans;
import vn.sohoa.storage.ObjectStore;

/** Follows the files of a run to their ends and writes each one's line when it is there. */
final class Run {
    private static final long POLL_MILLIS = 200;
    private static final int MOST = 100;

    private final Reports reports;
    private final UUID counter;
    private final Sources sources;
    private final ResultsFile results;
    private final ResultLines lines;
    private final Map<String, Sources.Source> open = new LinkedHashMap<>();

    Run(ApplicationContext application, DigitizeArguments arguments, Sources sources, ResultsFile results) {
        this.reports = application.getBean(Reports.class);
        this.counter = application
                .getBean(Counters.class)
                .at(arguments.unit(), FinishedFolder.COUNTER)
                .id();
        this.sources = sources;
        this.results = results;
        this.lines = new ResultLines(
                application.getBean(Scans.class),
                application.getBean(Fields.class),
                application.getBean(Cells.class),
                application.getBean(ObjectStore.class),
                reports,
                sources,
                arguments);
        for (Sources.Source source : sources.all()) {
            if (!results.has(source.label())) {
                open.put(source.key(), source);
            }
        }
    }

    /**
     * Returns when every file has its line, or has left the folder before it was taken.
     *
     * @return the names of those that left
     */
    List<String> toTheEnd(IntConsumer progress) throws IOException, InterruptedException {
        reports.again(counter); // the results file knows what was written; the records may be ahead of it
        List<String> gone = new ArrayList<>();
        while (!open.isEmpty()) {
            List<Reports.Ended> ended = reports.ended(counter, MOST);
            for (Reports.Ended file : ended) {
                write(file);
                progress.accept(results.size());
            }
            progress.accept(results.size());
            if (ended.isEmpty()) {
                gone.addAll(gone());
                Thread.sleep(POLL_MILLIS);
            }
        }
        return gone;
    }

    /** First the line, then the mark: a crash in between finds the line and writes no second one. */
    private void write(Reports.Ended file) throws IOException {
        Optional<Sources.Source> source = sources.of(file.path());
        if (source.isPresent() && !results.has(source.get().label())) {
            results.append(lines.of(file, source.get()));
        }
        open.remove(file.path());
        reports.reported(file.arrival());
    }

    private List<String> gone() {
        List<Sources.Source> left = open.values().stream()
                .filter(source -> !Digitize.exists(source.file()))
                .filter(source -> !reports.entered(counter, source.key()))
                .toList();
        left.forEach(source -> open.remove(source.key()));
        return left.stream().map(source -> Sources.shown(source.label())).toList();
    }
}
