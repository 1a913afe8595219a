package vn.sohoa.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.common.Code;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Counters;
import vn.sohoa.scan.Arrival;

/**
 * The watched folders {@code <inbox>/<unit>/<counter>/…}. Folders are listed as streams, never into memory; a file is
 * handed out once it has stayed unchanged for its counter's quiet time and its structure is whole. Nothing that one
 * file or folder does keeps the others from being looked at.
 */
public final class WatchedFolders implements Inbox {
    private static final Logger log = LoggerFactory.getLogger(WatchedFolders.class);
    private static final String ACTOR = "system:intake";
    private static final Duration LONGEST_GLANCE = Duration.ofSeconds(30);
    private static final int COUNTER = 2;

    private final Path inbox;
    private final Counters counters;
    private final IntakeSettings settings;
    private final Content content;
    private final Observations observations;
    private final MisplacedEntries misplaced;
    private final OpenFolder.Lister lister;

    public WatchedFolders(
            Path inbox, Counters counters, IntakeSettings settings, Budgets budgets, LongSupplier nanoTime) {
        this(inbox, counters, settings, budgets, nanoTime, Files::newDirectoryStream);
    }

    WatchedFolders(
            Path inbox,
            Counters counters,
            IntakeSettings settings,
            Budgets budgets,
            LongSupplier nanoTime,
            OpenFolder.Lister lister) {
        this.inbox = inbox.toAbsolutePath().normalize();
        this.counters = counters;
        this.settings = settings;
        this.content = new Content(budgets);
        this.observations = new Observations(nanoTime);
        this.misplaced = new MisplacedEntries(this.inbox);
        this.lister = lister;
    }

    @Override
    public Iterator<?> look() {
        return new Look();
    }

    @Override
    public void later(Object candidate) {
        if (candidate instanceof Candidate c) {
            observations.restAfterFailure(c.file(), settings.retry());
        }
    }

    @Override
    public Misplaced misplaced() {
        return misplaced.last();
    }

    /** One pass over all counters; closed by whoever does not go on to its end. */
    private final class Look implements Iterator<Candidate>, Closeable {
        private final Deque<OpenFolder> open = new ArrayDeque<>();
        private @Nullable Candidate next;
        private final Map<UUID, Integer> handedOut = new HashMap<>();
        private boolean over;

        Look() {
            misplaced.begin();
            push(inbox, 0, Optional.empty());
        }

        @Override
        public boolean hasNext() {
            while (next == null && !over) {
                step();
            }
            return next != null;
        }

        @Override
        public Candidate next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            Candidate handed = next;
            next = null;
            handedOut.merge(handed.arrival().counter().id(), 1, Integer::sum);
            return handed;
        }

        @Override
        public void close() {
            open.forEach(OpenFolder::close);
            open.clear();
        }

        private void step() {
            OpenFolder folder = open.peek();
            if (folder == null) {
                observations.lookIsOver();
                misplaced.end();
                over = true;
                return;
            }
            Optional<Path> entry = next(folder);
            if (entry.isEmpty()) {
                open.pop().close();
            } else if (!Ignored.byName(entry.get())) {
                visit(entry.get(), folder);
            }
        }

        private Optional<Path> next(OpenFolder folder) {
            try {
                return folder.next();
            } catch (IOException e) {
                misplaced.unreadable(folder.path(), e);
                return Optional.empty();
            }
        }

        private void visit(Path entry, OpenFolder folder) {
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (attributes.isDirectory()) {
                    enter(entry, folder.depth() + 1, folder.root());
                } else if (folder.root().isPresent()) {
                    consider(entry, attributes, folder.root().get());
                } else {
                    misplaced.add(entry, ReasonCode.NOT_IN_A_COUNTER);
                }
            } catch (NoSuchFileException e) {
                log.debug("A file was gone before it could be looked at");
            } catch (UncheckedIOException e) {
                unreadable(entry, e.getCause());
            } catch (IOException | RuntimeException e) {
                unreadable(entry, e);
            }
        }

        private void unreadable(Path entry, Exception e) {
            if (!(e instanceof NoSuchFileException)) {
                misplaced.unreadable(entry, e);
                observations.restAfterFailure(entry, settings.retry());
            }
        }

        private void enter(Path folder, int depth, Optional<OpenFolder.Root> root) {
            if (depth == COUNTER && folder.endsWith(DossierFiles.FOLDER)) {
                return; // lists, not scans
            }
            if (depth <= COUNTER && code(folder).isEmpty()) {
                misplaced.add(folder, ReasonCode.FOLDER_IS_NO_CODE);
            } else if (depth > COUNTER + settings.depth()) {
                misplaced.add(folder, ReasonCode.FOLDER_TOO_DEEP);
            } else {
                push(folder, depth, depth == COUNTER ? Optional.of(counterAt(folder)) : root);
            }
        }

        private void push(Path folder, int depth, Optional<OpenFolder.Root> root) {
            try {
                open.push(OpenFolder.of(folder, depth, root, lister));
            } catch (IOException e) {
                misplaced.unreadable(folder, e);
            }
        }

        private void consider(Path file, BasicFileAttributes attributes, OpenFolder.Root root) {
            Counter counter = root.counter();
            Arrival.Print print = Prints.of(attributes);
            Duration unchanged = observations.unchangedFor(file, print);
            if (unchanged.compareTo(counter.quiet().orElse(settings.quiet())) < 0
                    || observations.rests(file)
                    || Ignored.byPattern(file, counter.ignorePatterns())
                    || handedOut.getOrDefault(counter.id(), 0) >= settings.most()) {
                return; // too fresh, resting, none of ours, or this counter has had its share of this look
            }
            Optional<Candidate.Verdict> verdict = attributes.isRegularFile()
                    ? content.judge(file, unchanged.compareTo(settings.ceiling()) >= 0)
                    : Optional.of(new Candidate.Verdict.Refuse(Reason.of(ReasonCode.NOT_A_FILE, kind(attributes))));
            Arrival arrival = new Arrival(counter, Prints.path(root.folder(), file), print, ACTOR);
            verdict.ifPresentOrElse(
                    v -> next = new Candidate(arrival, root.folder(), file, false, v),
                    () -> observations.rest(file, untilNextGlance(unchanged)));
        }
    }

    private OpenFolder.Root counterAt(Path folder) {
        return new OpenFolder.Root(
                folder,
                counters.at(code(folder.getParent()).orElseThrow(), code(folder).orElseThrow()));
    }

    private static Optional<Code> code(Path folder) {
        return Code.parse(String.valueOf(folder.getFileName()));
    }

    /** A file that is not whole is looked at ever less often, but at least every half minute. */
    private static Duration untilNextGlance(Duration unchanged) {
        Duration wait = unchanged.dividedBy(4);
        return wait.compareTo(LONGEST_GLANCE) > 0 ? LONGEST_GLANCE : wait;
    }

    private static String kind(BasicFileAttributes attributes) {
        return attributes.isSymbolicLink() ? "symbolic link" : "special file";
    }
}
