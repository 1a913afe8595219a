package vn.sohoa.intake;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Failure.Unavailable;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.common.Step;
import vn.sohoa.imaging.SourceFormat;
import vn.sohoa.scan.Announcement;
import vn.sohoa.scan.Arrival;
import vn.sohoa.scan.Arrivals;
import vn.sohoa.scan.NewScan;
import vn.sohoa.scan.ScanView;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.State;
import vn.sohoa.storage.ObjectStore;

/**
 * Takes one file: store, verify, commit, announce, move, in this order and no other. Whatever fails before the commit
 * leaves the file where it is, to be taken again; whatever fails after it leaves only the move to be done.
 */
public class Intake {
    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private final Inbox inbox;
    private final Arrivals arrivals;
    private final Scans scans;
    private final Originals originals;
    private final Pause pause;
    private final Shelf shelf;

    /** @param large files of so many bytes and more are read only once */
    public Intake(
            Inbox inbox,
            Arrivals arrivals,
            Scans scans,
            ObjectStore store,
            FreeSpace space,
            Pause pause,
            Clock clock,
            long large) {
        this.inbox = inbox;
        this.arrivals = arrivals;
        this.scans = scans;
        this.originals = new Originals(store, arrivals, space, clock, large);
        this.pause = pause;
        this.shelf = new Shelf(clock);
    }

    /** A file whose fate is in the records and which has only to be moved out of the way, and what to announce first. */
    public record Taken(Announcement announcement, Optional<Leftover> leftover) {}

    /** What is left to do with a file after its fate has been committed. */
    record Leftover(
            Candidate candidate, UUID arrival, UUID scan, Optional<Reason> refused, Optional<String> keptPlace) {}

    /** Stores, verifies and commits; the file itself still lies where it lay. */
    public Taken take(Object ready) {
        Candidate candidate = (Candidate) ready;
        try {
            Arrival.Answer answer = arrivals.claim(candidate.arrival());
            Step.INTAKE_CLAIMED.reached();
            if (answer instanceof Arrival.Settled settled) {
                return settled(candidate, settled);
            }
            return answer instanceof Arrival.Yours yours ? takeUp(candidate, yours) : waits(candidate);
        } catch (Unavailable e) {
            pause.because(e.reason());
            inbox.later(candidate);
            throw e;
        } catch (UncheckedIOException e) {
            inbox.later(candidate);
            throw new Unavailable(
                    Reason.of(ReasonCode.INTERNAL, e.getCause().getClass().getSimpleName()), e);
        } catch (RuntimeException e) {
            inbox.later(candidate);
            throw e;
        }
    }

    /** Moves the file of a committed scan out of the way, the last of the effects. */
    public void clear(Taken taken) {
        Step.INTAKE_ANNOUNCED.reached();
        taken.leftover().ifPresent(this::clear);
    }

    private Taken waits(Candidate candidate) {
        inbox.later(candidate);
        return new Taken(Announcement.NOTHING, Optional.empty());
    }

    /** Its bytes were safe before (a crash or a read-only folder kept it here): only the move is left. */
    private Taken settled(Candidate candidate, Arrival.Settled settled) {
        if (candidate.stays()) {
            return new Taken(Announcement.NOTHING, Optional.empty());
        }
        Optional<ScanView> known = scans.scan(settled.scan());
        if (known.isPresent() && known.get().sha256().equals(Originals.hash(candidate.file()))) {
            Optional<Reason> refused =
                    known.get().state() == State.QUARANTINED ? known.get().reason() : Optional.empty();
            Leftover leftover =
                    new Leftover(candidate, settled.id(), settled.scan(), refused, arrivals.shelf(settled.scan()));
            return new Taken(Announcement.NOTHING, Optional.of(leftover));
        }
        log.info("A file looks like one that was taken but holds other bytes: it is taken as a new one");
        return arrivals.claimAnew(candidate.arrival()) instanceof Arrival.Yours yours
                ? takeUp(candidate, yours)
                : waits(candidate);
    }

    /** Another node may have taken the file between our look and our claim: then the claim leaves nothing behind. */
    private Taken takeUp(Candidate candidate, Arrival.Yours claim) {
        try {
            if (looksTheSame(candidate)) {
                return settle(candidate, claim);
            }
        } catch (UncheckedIOException e) {
            if (Prints.of(candidate.file()).isPresent()) {
                throw e;
            }
        }
        arrivals.release(claim);
        return waits(candidate); // a finished folder is listed only once: what changed has to be handed out again
    }

    private static boolean looksTheSame(Candidate candidate) {
        return Prints.of(candidate.file())
                .equals(Optional.of(candidate.arrival().print()));
    }

    private Taken settle(Candidate candidate, Arrival.Yours claim) {
        UUID scan = Ids.next();
        Optional<Reason> refused = candidate.verdict() instanceof Candidate.Verdict.Refuse refuse
                ? Optional.of(refuse.reason())
                : Optional.empty();
        Originals.Kept kept = refused.isEmpty() ? originals.keep(candidate, scan) : refused(candidate);
        if (!looksTheSame(candidate)) {
            originals.discard(kept.key());
            throw new Unavailable(Reason.of(ReasonCode.INCOMPLETE_FILE, "changed while it was taken"));
        }
        Step.INTAKE_STORED.reached();
        Announcement announcement = commit(candidate, claim, entry(candidate, scan, kept, refused));
        Step.INTAKE_COMMITTED.reached();
        boolean repeat = refused.isEmpty() && announcement.split().isEmpty();
        if (repeat) {
            originals.discard(kept.key()); // the same bytes were taken at the same moment, and came first
        }
        String next =
                refused.map(r -> "quarantined: " + r.code()).orElse(repeat ? "linked to the same bytes" : "split");
        log.info(
                "Scan {} ({} bytes) is entered; next it is {}",
                scan,
                candidate.arrival().print().size(),
                next);
        return new Taken(
                announcement, Optional.of(new Leftover(candidate, claim.id(), scan, refused, Optional.empty())));
    }

    private Announcement commit(Candidate candidate, Arrival.Yours claim, NewScan entry) {
        try {
            return arrivals.settle(candidate.arrival(), claim, entry);
        } catch (RuntimeException e) {
            if (e instanceof Failure.Conflict) {
                originals.discard(entry.objectKey());
            }
            throw e;
        }
    }

    /** Its bytes stay in quarantine; one that cannot be read is refused for that. */
    private static Originals.Kept refused(Candidate candidate) {
        boolean unreadable = candidate.stays() && !Files.isReadable(candidate.file());
        return new Originals.Kept(unreadable ? Originals.NOTHING : Originals.hash(candidate.file()), "");
    }

    private static NewScan entry(Candidate candidate, UUID scan, Originals.Kept kept, Optional<Reason> refused) {
        return new NewScan(
                scan,
                candidate.name(),
                candidate.folder(),
                kept.sha256(),
                candidate.arrival().print().size(),
                candidate.format().map(SourceFormat::name).orElse(""),
                kept.key(),
                refused);
    }

    private void clear(Leftover leftover) {
        Candidate candidate = leftover.candidate();
        if (candidate.stays()) {
            pause.over();
            return;
        }
        Optional<String> place = leftover.refused().isPresent()
                ? shelf.keepQuarantine(candidate.root(), candidate.file(), leftover.scan(), leftover.keptPlace())
                : shelf.keepDone(candidate.root(), candidate.file(), leftover.scan(), leftover.keptPlace());
        Step.INTAKE_PLACE_KEPT.reached();
        if (place.isPresent() && moved(leftover, place.get())) {
            Step.INTAKE_MOVED.reached();
            arrivals.over(leftover.arrival(), leftover.scan());
            Step.INTAKE_OVER.reached();
            pause.over();
        } else {
            if (place.isEmpty()) {
                pause.because(Reason.of(
                        ReasonCode.INBOX_NOT_WRITABLE,
                        candidate.arrival().counter().unit() + "/"
                                + candidate.arrival().counter().code()));
            }
            forgetIfGone(leftover);
        }
    }

    /** The records learn of the place before the file goes there, so that no crash makes them lose sight of it. */
    private boolean moved(Leftover leftover, String place) {
        Candidate candidate = leftover.candidate();
        boolean recorded = false;
        try {
            arrivals.shelving(leftover.scan(), place);
            recorded = true;
        } finally {
            if (!recorded) {
                Shelf.release(candidate.root(), place);
                inbox.later(candidate);
            }
        }
        Step.INTAKE_PLACE_RECORDED.reached();
        return Shelf.move(
                candidate.root(), candidate.file(), candidate.arrival().print(), place, leftover.refused());
    }

    private void forgetIfGone(Leftover leftover) {
        if (Prints.of(leftover.candidate().file()).isEmpty()) {
            arrivals.over(leftover.arrival(), leftover.scan());
        } else {
            inbox.later(leftover.candidate());
        }
    }
}
