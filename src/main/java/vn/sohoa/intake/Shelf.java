package vn.sohoa.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Reason;
import vn.sohoa.common.Step;
import vn.sohoa.scan.Arrival.Print;

/**
 * Where files go once their fate is in the records: {@code .done/<date>} or {@code .quarantine}, never nowhere. First a
 * place is kept, then the records learn of it, then the file moves: a crash in between leaves no file that the records
 * cannot find.
 */
final class Shelf {
    static final String DONE = ".done";
    static final String QUARANTINE = ".quarantine";

    private static final Logger log = LoggerFactory.getLogger(Shelf.class);

    private static final String KEPT_FOR = "sohoa: place kept for scan ";
    private static final int KEEPER = KEPT_FOR.length() + 36;

    private final Clock clock;

    Shelf(Clock clock) {
        this.clock = clock;
    }

    /**
     * Keeps a place in today's folder of taken files; returns it as text below the root.
     *
     * @param kept a place that was kept for the same scan before, by a process that did not come to use it; given up
     */
    Optional<String> keepDone(Path root, Path file, UUID scan, Optional<String> kept) {
        Path day = root.resolve(DONE)
                .resolve(LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault())
                        .toString());
        Path folder = day;
        Path between = root.relativize(file).getParent();
        if (between != null) {
            for (Path part : between) {
                folder = folder.resolve(Names.findable(part));
            }
        }
        return keep(root, folder, file, scan, kept);
    }

    /** Keeps a place among the refused files. */
    Optional<String> keepQuarantine(Path root, Path file, UUID scan, Optional<String> kept) {
        return keep(root, root.resolve(QUARANTINE), file, scan, kept);
    }

    /** Gives up a place that was kept and not used, with the note that may lie beside it already. */
    static void release(Path root, String place) {
        try {
            Path target = root.resolve(place);
            if (isKept(target)) {
                forget(note(target));
                Files.delete(target);
            }
        } catch (IOException e) {
            log.debug("A kept place stays: {}", e.toString());
        }
    }

    /** Moves the file to its kept place; false when it stays (changed, gone, or the folder cannot be written). */
    static boolean move(Path root, Path file, Print print, String place, Optional<Reason> refused) {
        Path target = root.resolve(place);
        try {
            if (!Prints.of(file).equals(Optional.of(print))) {
                log.info("A file changed or left after it was taken; it is looked at anew");
                release(root, place);
                return false;
            }
            refused.ifPresent(reason -> explain(target, reason)); // first: a file in quarantine is never unexplained
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            if (!Prints.of(target).equals(Optional.of(print))) {
                putBack(target, file);
                return false;
            }
            return true;
        } catch (NoSuchFileException e) {
            release(root, place);
            return false;
        } catch (IOException e) {
            release(root, place);
            refused.ifPresent(reason -> forget(note(target)));
            tell(e);
            return false;
        }
    }

    /** Another file took the name in the very moment of the move: it must not vanish among the taken ones. */
    static void putBack(Path target, Path file) throws IOException {
        String own = Ids.tail(Ids.next());
        boolean free = !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        String name = Names.findable(file.getFileName());
        Files.createDirectories(file.getParent());
        Files.move(target, free ? file : file.resolveSibling(Names.withTail(name, own)));
        log.warn("A file stood where a taken one should be; it was put back to be taken too");
    }

    /**
     * A file that holds the scan's id keeps the name for it, so that a process that was killed before the records learnt
     * of the place finds it again; scanners reuse names, so the scan's tail is added when it is taken.
     */
    private static Optional<String> keep(Path root, Path folder, Path file, UUID scan, Optional<String> kept) {
        kept.ifPresent(place -> release(root, place));
        String name = Names.findable(file.getFileName());
        try {
            Files.createDirectories(folder);
            Path plain = folder.resolve(name);
            Path place = Files.exists(note(plain), LinkOption.NOFOLLOW_LINKS) && !isKeptFor(plain, scan)
                    ? own(folder, name, scan)
                    : plainOrOwn(plain, folder, name, scan);
            return Optional.of(root.relativize(place).toString());
        } catch (IOException e) {
            tell(e);
            return Optional.empty();
        }
    }

    private static Path plainOrOwn(Path plain, Path folder, String name, UUID scan) throws IOException {
        try {
            return create(plain, scan);
        } catch (FileAlreadyExistsException e) {
            return isKeptFor(plain, scan) ? plain : own(folder, name, scan);
        }
    }

    private static Path own(Path folder, String name, UUID scan) throws IOException {
        Path own = folder.resolve(Names.withTail(name, Ids.tail(scan)));
        return isKept(own) ? own : create(own, scan);
    }

    private static Path create(Path place, UUID scan) throws IOException {
        return Files.writeString(place, KEPT_FOR + scan, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Empty when a process was killed in the very moment of making it. */
    private static boolean isKept(Path place) {
        return isKeeper(place, "") || heldIn(place).startsWith(KEPT_FOR);
    }

    private static boolean isKeptFor(Path place, UUID scan) {
        return isKeeper(place, KEPT_FOR + scan);
    }

    private static boolean isKeeper(Path place, String text) {
        return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                && sizeOf(place) == text.length()
                && heldIn(place).equals(text);
    }

    private static long sizeOf(Path place) {
        return Prints.of(place).map(Print::size).orElse(-1L);
    }

    /** What a file that keeps a place says; nothing for every other file, which is longer or shorter. */
    private static String heldIn(Path place) {
        if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS) || sizeOf(place) != KEEPER) {
            return "";
        }
        try {
            return Files.readString(place, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private static Path note(Path file) {
        return file.resolveSibling(Names.note(String.valueOf(file.getFileName())));
    }

    private static void explain(Path file, Reason reason) {
        try {
            Files.writeString(
                    note(file),
                    reason.vi() + "\n" + reason.en() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING);
            Step.REFUSAL_EXPLAINED.reached();
        } catch (IOException e) {
            log.warn(
                    "The reason {} could not be written beside a quarantined file ({})",
                    reason.code(),
                    e.getClass().getSimpleName());
        }
    }

    private static void forget(Path note) {
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            log.debug("A note stays: {}", e.toString());
        }
    }

    /** The message of the exception holds the file's name, which is nobody's business in a log. */
    private static void tell(IOException e) {
        log.warn(
                "A file whose fate is known cannot be moved out of the way ({}); it stays and is tried again",
                e.getClass().getSimpleName());
    }
}
