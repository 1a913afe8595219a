package vn.sohoa.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.common.Code;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.organization.Counter;
import vn.sohoa.scan.Arrival;

/**
 * A folder that is taken as finished: every file in it is taken at once, in the order of names, and stays where it is.
 * It is listed once; what has to wait is handed out again.
 */
public final class FinishedFolder implements Inbox {
    /** The counter that the files of a run are entered under. */
    public static final Code COUNTER = new Code("digitize");

    private static final Logger log = LoggerFactory.getLogger(FinishedFolder.class);
    private static final String ACTOR = "system:digitize";

    private final Path folder;
    private final Path except;
    private final Counter counter;
    private final Content content;
    private final Deque<Path> ahead = new ArrayDeque<>();
    private final Deque<Path> later = new ArrayDeque<>();
    private boolean listed;

    /**
     * @param except a folder below it that is not looked into (where the output goes)
     */
    public FinishedFolder(Path folder, Path except, Counter counter, Budgets budgets) {
        this.folder = folder.toAbsolutePath().normalize();
        this.except = except.toAbsolutePath().normalize();
        this.counter = counter;
        this.content = new Content(budgets);
    }

    /** The files of the folder in the order of their names. */
    public static Stream<Path> files(Path folder, Path except) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        Path skip = except.toAbsolutePath().normalize();
        return Files.walk(root)
                .filter(file -> !file.startsWith(skip))
                .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                .filter(file -> hasPlainParents(root, file))
                .sorted();
    }

    /** What the records call a file of the folder. */
    public static String key(Path folder, Path file) {
        return Prints.path(folder.toAbsolutePath().normalize(), file);
    }

    private static boolean hasPlainParents(Path root, Path file) {
        for (Path part = file; !part.equals(root); part = part.getParent()) {
            if (Ignored.byName(part)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public synchronized Iterator<?> look() {
        if (!listed) {
            try (Stream<Path> files = files(folder, except)) {
                files.forEach(ahead::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            listed = true;
        }
        ahead.addAll(later);
        later.clear();
        return new Look();
    }

    @Override
    public synchronized void later(Object candidate) {
        if (candidate instanceof Candidate c) {
            later.add(c.file());
        }
    }

    private synchronized Optional<Path> poll() {
        return Optional.ofNullable(ahead.poll());
    }

    /** Takes from what lies ahead one by one, so that a look that is cut short loses nothing. */
    private final class Look implements Iterator<Candidate> {
        private @Nullable Candidate next;

        @Override
        public boolean hasNext() {
            while (next == null) {
                Optional<Path> file = poll();
                if (file.isEmpty()) {
                    return false;
                }
                next = candidate(file.get()).orElse(null);
            }
            return true;
        }

        @Override
        public Candidate next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            Candidate handed = next;
            next = null;
            return handed;
        }
    }

    /** Nothing when the file has left the folder. */
    private Optional<Candidate> candidate(Path file) {
        Optional<Arrival.Print> print = Prints.of(file);
        if (print.isEmpty()) {
            log.warn("A file left the folder during the run");
            return Optional.empty();
        }
        Arrival arrival = new Arrival(counter, Prints.path(folder, file), print.get(), ACTOR);
        return Optional.of(new Candidate(arrival, folder, file, true, verdict(file)));
    }

    private Candidate.Verdict verdict(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Candidate.Verdict.Refuse(Reason.of(ReasonCode.NOT_A_FILE, "link or special file"));
        }
        if (!Files.isReadable(file)) {
            return new Candidate.Verdict.Refuse(Reason.of(ReasonCode.ENTRY_UNREADABLE, "AccessDeniedException"));
        }
        try {
            return content.judge(file, true).orElseThrow();
        } catch (UncheckedIOException e) {
            String kind = e.getCause().getClass().getSimpleName();
            return new Candidate.Verdict.Refuse(Reason.of(ReasonCode.ENTRY_UNREADABLE, kind));
        }
    }
}
