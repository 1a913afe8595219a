package vn.sohoa.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/** Collects, look by look, what no counter takes; says in the log only that there is more of it than before. */
final class MisplacedEntries {
    private static final Logger log = LoggerFactory.getLogger(MisplacedEntries.class);
    private static final int MOST_SHOWN = 100;

    private final Path inbox;
    private final List<Misplaced.Entry> some = new ArrayList<>();
    private int count;
    private Set<Path> unreadableNow = new HashSet<>();
    private Set<Path> unreadable = new HashSet<>();
    private volatile Misplaced last = Misplaced.NOTHING;

    MisplacedEntries(Path inbox) {
        this.inbox = inbox;
    }

    Misplaced last() {
        return last;
    }

    void begin() {
        some.clear();
        count = 0;
        unreadableNow = new HashSet<>();
    }

    void add(Path entry, ReasonCode why) {
        add(entry, Reason.of(why));
    }

    /** A file or folder that cannot be read. Told once in the log, without its name. */
    void unreadable(Path entry, Exception e) {
        String kind = e.getClass().getSimpleName();
        if (unreadableNow.add(entry)) {
            add(entry, Reason.of(ReasonCode.ENTRY_UNREADABLE, kind));
            if (!unreadable.contains(entry)) {
                log.warn(
                        "An entry of unit or counter {} cannot be read ({}); it is tried again with every look",
                        entry.startsWith(inbox) && !entry.equals(inbox)
                                ? Names.label(inbox.relativize(entry).getName(0).toString())
                                : "-",
                        kind);
            }
        }
    }

    private void add(Path entry, Reason reason) {
        count++;
        if (some.size() < MOST_SHOWN) {
            some.add(new Misplaced.Entry(Names.label(inbox.relativize(entry).toString()), reason));
        }
    }

    void end() {
        unreadable = unreadableNow;
        if (count > last.count()) {
            log.warn(
                    "{} entries of the inbox lie where no counter takes them; next a person moves them (status page)",
                    count);
        }
        last = new Misplaced(count, some);
    }
}
