package vn.sohoa.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.common.Code;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Step;
import vn.sohoa.dossier.DossierList.Format;
import vn.sohoa.dossier.ListReport;
import vn.sohoa.dossier.ListTaking;
import vn.sohoa.organization.Counters;
import vn.sohoa.scan.Arrival.Print;

/**
 * Lists of dossiers that another system drops into {@code <inbox>/<unit>/ho-so/}: each is taken once it has been quiet,
 * its right rows are entered, and it moves to {@code .done/<date>/}, with a text beside it where rows were wrong. Taking
 * a list again changes nothing, so a stop half way costs nothing.
 */
public final class DossierFiles {
    /** The folder of a unit that holds lists and no scans. */
    static final String FOLDER = "ho-so";

    private static final Logger log = LoggerFactory.getLogger(DossierFiles.class);
    private static final String ACTOR = "system:intake";
    private static final Code COUNTER = new Code(FOLDER);

    private final Path inbox;
    private final Counters counters;
    private final ListTaking lists;
    private final IntakeSettings settings;
    private final Observations observations;
    private final Clock clock;

    public DossierFiles(
            Path inbox,
            Counters counters,
            ListTaking lists,
            IntakeSettings settings,
            Clock clock,
            LongSupplier nanoTime) {
        this.inbox = inbox.toAbsolutePath().normalize();
        this.counters = counters;
        this.lists = lists;
        this.settings = settings;
        this.observations = new Observations(nanoTime);
        this.clock = clock;
    }

    /** Looks once at all folders of lists. */
    public void look() {
        for (Path unit : entries(inbox)) {
            Optional<Code> code = Code.parse(String.valueOf(unit.getFileName()));
            Path folder = unit.resolve(FOLDER);
            if (code.isPresent() && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                entries(folder).forEach(file -> consider(code.get(), folder, file));
            }
        }
        observations.lookIsOver();
    }

    private static List<Path> entries(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, entry -> !Ignored.byName(entry))) {
            found.forEach(entries::add);
        } catch (NoSuchFileException e) {
            return entries;
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            log.warn(
                    "A folder of lists cannot be read ({}); it is tried again",
                    e.getClass().getSimpleName());
        }
        return entries;
    }

    private void consider(Code unit, Path folder, Path file) {
        Optional<Format> format = format(file);
        Optional<Print> print = Prints.of(file);
        if (format.isEmpty() || print.isEmpty() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        boolean quiet = observations.unchangedFor(file, print.get()).compareTo(settings.quiet()) >= 0;
        if (!quiet || observations.rests(file)) {
            return;
        }
        try {
            take(unit, folder, file, format.get());
        } catch (IOException | RuntimeException e) { // whatever one list does, the others are looked at
            log.warn(
                    "A list of dossiers is not taken yet ({}); it is tried again",
                    e.getClass().getSimpleName());
            observations.restAfterFailure(file, settings.retry());
        }
    }

    private void take(Code unit, Path folder, Path file, Format format) throws IOException {
        UUID unitId = counters.at(unit, COUNTER).unitId();
        Step.LIST_QUIET.reached();
        ListReport report;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            report = lists.take(unitId, in, format, ACTOR);
        }
        Step.LIST_ENTERED.reached();
        Path done = place(folder, file);
        if (!report.errors().isEmpty()) {
            Files.writeString(done.resolveSibling(done.getFileName() + ".reason.txt"), report.text());
            Step.LIST_EXPLAINED.reached();
        }
        move(file, done);
        Step.LIST_MOVED.reached();
        log.info(
                "A list of dossiers is taken: {} new, {} changed, {} unchanged, {} rows wrong; next papers find them",
                report.added(),
                report.changed(),
                report.unchanged(),
                report.errors().size());
    }

    private Path place(Path folder, Path file) throws IOException {
        Path day = Files.createDirectories(folder.resolve(Shelf.DONE)
                .resolve(LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault())
                        .toString()));
        String name = Names.findable(file.getFileName());
        Path plain = day.resolve(name);
        return Files.exists(plain, LinkOption.NOFOLLOW_LINKS)
                ? day.resolve(Names.withTail(name, Ids.tail(Ids.next())))
                : plain;
    }

    private static void move(Path file, Path done) throws IOException {
        try {
            Files.move(file, done, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(file, done);
        }
    }

    private static Optional<Format> format(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return Optional.of(Format.CSV);
        }
        return name.endsWith(".json") ? Optional.of(Format.JSON) : Optional.empty();
    }
}
