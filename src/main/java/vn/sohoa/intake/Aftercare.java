package vn.sohoa.intake;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.common.Sha256;
import vn.sohoa.common.Step;
import vn.sohoa.scan.Arrival.Print;
import vn.sohoa.scan.Shelves;
import vn.sohoa.scan.Shelves.Shelved;
import vn.sohoa.storage.ObjectStore;

/** Looks after folders once their files have been taken. */
public class Aftercare {
    private static final Logger log = LoggerFactory.getLogger(Aftercare.class);
    private static final int MOST = 200;
    private static final Duration DAY = Duration.ofDays(1);

    private final Path inbox;
    private final Shelves shelves;
    private final Shelf shelf;
    private final ObjectStore store;
    private final IntakeSettings settings;
    private final Clock clock;
    private final Turn unended = new Turn(MOST);
    private final Turn refused = new Turn(MOST);
    private final Turn old = new Turn(MOST);

    public Aftercare(Path inbox, Shelves shelves, ObjectStore store, IntakeSettings settings, Clock clock) {
        this.inbox = inbox.toAbsolutePath().normalize();
        this.shelves = shelves;
        this.shelf = new Shelf(clock);
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Ends arrivals that a crash left open after the move, puts late refusals into quarantine, empties what has been kept
     * long enough, removes emptied folders and what was stored half way. Each time so many files of each kind: the next
     * time goes on behind them, whatever became of them, and begins again after the last.
     */
    public void tidy() {
        Instant now = clock.instant();
        unended.next(after -> shelves.unended(now, after, MOST)).forEach(this::end);
        refused.next(after -> shelves.refusedLate(after, MOST)).forEach(this::quarantine);
        old.next(after -> shelves.keptLongEnough(now.minus(settings.keepDone()), after, MOST))
                .forEach(this::empty);
        each(inbox, unit -> each(unit, this::removeEmptied));
        store.discardStaged(clock.instant().minus(DAY)); // of processes that died while they took a large file
    }

    /** A process died between the move and its last line in the records. Before the move, intake takes it up again. */
    private void end(Shelved moved) {
        Path place = root(moved).resolve(moved.place());
        if (holds(place, moved)) {
            Step.ARRIVAL_FOUND_MOVED.reached();
            shelves.arrived(moved.scan());
        }
    }

    private static boolean holds(Path place, Shelved taken) {
        try {
            return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                    && Sha256.of(place).equals(taken.sha256());
        } catch (IOException e) {
            log.warn(
                    "The file of scan {} cannot be read ({}); it is tried again",
                    taken.scan(),
                    e.getClass().getSimpleName());
            return false;
        }
    }

    private void quarantine(Shelved refused) {
        Path root = root(refused);
        Path file = root.resolve(refused.place());
        Optional<Print> print = Prints.of(file);
        if (refused.place().startsWith(Shelf.QUARANTINE)) {
            shelves.moved(refused.scan(), refused.place()); // the refusal was known before the file was moved
        } else if (print.isEmpty()
                && refused.next()
                        .filter(next -> holds(root.resolve(next), refused))
                        .isPresent()) {
            shelves.moved(refused.scan(), refused.next().get()); // a process stopped right after it had moved it
        } else if (print.isEmpty() && Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            log.info("Scan {} was refused, but its file has left the folder of taken files", refused.scan());
            refused.next().ifPresent(next -> Shelf.release(root, next));
            shelves.cleared(refused.scan());
        } else {
            print.ifPresent(p -> quarantine(refused, root, file, p));
        }
    }

    private void quarantine(Shelved refused, Path root, Path file, Print print) {
        Optional<String> place = shelf.keepQuarantine(root, file, refused.scan(), refused.next());
        Step.LATE_PLACE_KEPT.reached();
        place.ifPresent(next -> shelves.moving(refused.scan(), next));
        Step.LATE_PLACE_RECORDED.reached();
        if (place.isPresent() && Shelf.move(root, file, print, place.get(), refused.reason())) {
            Step.LATE_MOVED.reached();
            shelves.moved(refused.scan(), place.get());
            log.info("Scan {} was refused after it had been taken; its file is in quarantine", refused.scan());
        }
    }

    /** Only a file that still holds the bytes that are safe is deleted; any other goes back to be taken. */
    private void empty(Shelved kept) {
        Path root = root(kept);
        Path file = root.resolve(kept.place());
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            return; // another node's folder, or a share that is not mounted at the moment
        }
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                shelves.cleared(kept.scan());
            } else if (Sha256.of(file).equals(kept.sha256())) {
                Step.DONE_READ.reached();
                Files.delete(file);
                Step.DONE_DELETED.reached();
                shelves.cleared(kept.scan());
            } else {
                Shelf.putBack(file, home(root, file));
                shelves.cleared(kept.scan());
            }
        } catch (IOException e) {
            log.warn(
                    "A taken file of scan {} cannot be cleared away ({}); it is tried again",
                    kept.scan(),
                    e.getClass().getSimpleName());
        }
    }

    private Path root(Shelved shelved) {
        return inbox.resolve(shelved.counter().unit().text())
                .resolve(shelved.counter().code().text());
    }

    /** Where a file in {@code .done/<date>/…} came from: its folder is a dossier's or a book's. */
    private static Path home(Path root, Path file) {
        Path below = root.relativize(file);
        boolean done = below.startsWith(Shelf.DONE) && below.getNameCount() > 2;
        return root.resolve(done ? below.subpath(2, below.getNameCount()) : below.getFileName());
    }

    private void removeEmptied(Path counter) {
        Instant before = clock.instant().minus(DAY);
        each(counter, folder -> removeIfEmptied(folder, before));
        LocalDate kept = LocalDate.ofInstant(before.minus(settings.keepDone()), ZoneId.systemDefault());
        eachFolder(counter.resolve(Shelf.DONE), day -> {
            if (isBefore(day, kept)) {
                removeIfEmptied(day, before);
            }
        });
    }

    private static boolean isBefore(Path day, LocalDate kept) {
        try {
            return LocalDate.parse(String.valueOf(day.getFileName())).isBefore(kept);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void removeIfEmptied(Path folder, Instant before) {
        each(folder, below -> removeIfEmptied(below, before));
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            boolean old = Files.getLastModifiedTime(folder).toInstant().isBefore(before);
            if (old && !entries.iterator().hasNext()) {
                Files.delete(folder);
            }
        } catch (IOException e) {
            log.debug("Folder {} stays: {}", folder, e.toString());
        }
    }

    private static void each(Path folder, Consumer<Path> action) {
        eachFolder(folder, below -> {
            if (!Ignored.byName(below)) {
                action.accept(below);
            }
        });
    }

    private static void eachFolder(Path folder, Consumer<Path> action) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(folder, e -> Files.isDirectory(e, LinkOption.NOFOLLOW_LINKS))) {
            entries.forEach(action);
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            log.debug("Folder {} cannot be listed: {}", folder, e.toString());
        }
    }
}
