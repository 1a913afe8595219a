package vn.sohoa.scan;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sohoa.common.Failure.Conflict;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/** How parts end, and the fan-in: the last page moves its scan on, the last document ends it. */
@Component
class Ends {
    private static final Set<State> ENDED = EnumSet.of(State.FILED, State.DISCARDED, State.REPLACED, State.SENT_BACK);
    private static final Set<State> PAGES_OPEN = EnumSet.of(State.STUCK, State.WAITING, State.READING);
    private static final Set<State> DOCUMENTS_OPEN =
            EnumSet.of(State.STUCK, State.RECUT, State.EXTRACTING, State.CUT, State.RENDERING);

    private final EntityManager entities;
    private final Transitions transitions;
    private final Clock clock;

    Ends(EntityManager entities, Transitions transitions, Clock clock) {
        this.entities = entities;
        this.transitions = transitions;
        this.clock = clock;
    }

    /** Ends the claim in this state; a worker that lost its claim gets a {@link Conflict} and must commit nothing. */
    void end(Claim claim, State to, Optional<Reason> why) {
        Transitions.Change change = Transitions.Change.ends(claim, to);
        if (!transitions.move(why.map(change::because).orElse(change))) {
            throw new Conflict(Reason.of(ReasonCode.SOMEONE_WAS_FIRST));
        }
    }

    Announcement quarantine(Claim claim, Reason why) {
        end(claim, State.QUARANTINED, Optional.of(why));
        entities.createQuery("update ScanRow s set s.shelfDue = 'QUARANTINE' where s.id = :id")
                .setParameter("id", claim.id())
                .executeUpdate();
        return Announcement.NOTHING;
    }

    Announcement stuck(Claim claim, Reason why) {
        end(claim, State.STUCK, Optional.of(why));
        return partEnded(claim);
    }

    /** To be called in the transaction whose guarded update ended the part, and only there. */
    Announcement partEnded(Claim claim) {
        return switch (claim.stage()) {
            case SPLIT, UNDERSTAND -> Announcement.NOTHING;
            case READ -> pageEnded(claim);
            case RENDER -> documentEnded(scanOf(claim));
            case EXTRACT -> again(claim);
            case PUBLISH -> {
                unstick(scanOf(claim));
                scanEnded(scanOf(claim), claim.actor());
                yield Announcement.NOTHING;
            }
        };
    }

    private Announcement pageEnded(Claim claim) {
        UUID scan = scanOf(claim);
        if (head(scan).state() != State.READING) {
            Announcement next = readAgain(claim.id());
            unstick(scan);
            return next;
        }
        if (countDown("pagesPending", scan) > 0) {
            return Announcement.NOTHING;
        }
        ScanHead head = head(scan);
        if (!transitions.move(head.change(State.READING, State.READ))) {
            throw new IllegalStateException("the last page ended, but the scan was not reading");
        }
        return Announcement.of(Stage.UNDERSTAND, scan);
    }

    /** A page that a person turned has been read: now its document is. */
    private Announcement readAgain(UUID page) {
        List<UUID> waiting = entities.createQuery(
                        "select d.id from DocumentRow d join d.pages p where p = :page and d.state = :recut",
                        UUID.class)
                .setParameter("page", page)
                .setParameter("recut", State.RECUT)
                .getResultList();
        entities.createQuery("update DocumentRow d set d.dueAt = :now, d.rungAt = :now where d.id in (:waiting)")
                .setParameter("now", clock.instant())
                .setParameter("waiting", waiting)
                .executeUpdate();
        return Announcement.of(Stage.EXTRACT, waiting);
    }

    /**
     * Nothing of the scan waits for anybody any more: it is filed. To be called when a document has ended; two that end
     * at the same moment wait for each other here.
     */
    void scanEnded(UUID scan, String actor) {
        lock(scan);
        long open = entities.createQuery(
                        "select count(*) from DocumentRow d where d.scanId = :scan and d.state not in (:ended)",
                        Long.class)
                .setParameter("scan", scan)
                .setParameter("ended", ENDED)
                .getSingleResult();
        if (open == 0) {
            ScanHead head = head(scan);
            transitions.move(new ScanHead(head.id(), head.unitId(), actor, head.attempt(), head.state())
                    .change(State.IN_REVIEW, State.FILED));
        }
    }

    /** Only the first rendering of a document counts; what a person's changes lead to comes after its scan's end. */
    private Announcement documentEnded(UUID scan) {
        if (head(scan).state() != State.RENDERING) {
            unstick(scan);
        } else if (countDown("documentsPending", scan) == 0) {
            finish(scan, State.RENDERING);
        }
        return Announcement.NOTHING;
    }

    /** A document that was rendered before is back with the person; one that is new gets its file first. */
    private Announcement again(Claim claim) {
        boolean back = entities.createQuery(
                        "select d.id from DocumentRow d where d.id = :id and d.state = :cut", UUID.class)
                .setParameter("id", claim.id())
                .setParameter("cut", State.CUT)
                .getResultList()
                .isEmpty();
        if (!back) {
            return Announcement.of(Stage.RENDER, claim.id());
        }
        unstick(scanOf(claim));
        return Announcement.NOTHING;
    }

    /**
     * What did not work out was tried again: once nothing of the scan is stuck or in work any more, it goes where it would
     * have gone. Two parts that end at the same moment wait for each other here.
     */
    private void unstick(UUID scan) {
        if (head(scan).state() != State.STUCK) {
            return;
        }
        lock(scan);
        if (count("PageRow", scan, PAGES_OPEN) > 0 || count("DocumentRow", scan, DOCUMENTS_OPEN) > 0) {
            return;
        }
        ScanHead head = head(scan);
        transitions.move(head.change(State.STUCK, State.IN_REVIEW));
        if (count("DocumentRow", scan, ENDED) > 0) {
            scanEnded(scan, head.actor());
        }
    }

    /** All its parts have ended: the scan goes to review, or to a person with the count of what did not work out. */
    void finish(UUID scan, State from) {
        Set<State> lost = EnumSet.of(State.STUCK);
        long stuck = count("PageRow", scan, lost) + count("DocumentRow", scan, lost);
        Transitions.Change change = stuck == 0
                ? head(scan).change(from, State.IN_REVIEW)
                : head(scan).change(from, State.STUCK).because(Reason.of(ReasonCode.PAGES_STUCK, stuck));
        if (!transitions.move(change)) {
            throw new IllegalStateException("the last part ended, but the scan was not in " + from);
        }
    }

    private long count(String entity, UUID scan, Set<State> states) {
        return entities.createQuery(
                        "select count(*) from %s p where p.scanId = :scan and p.state in (:states)".formatted(entity),
                        Long.class)
                .setParameter("scan", scan)
                .setParameter("states", states)
                .getSingleResult();
    }

    private void lock(UUID scan) {
        entities.createQuery("select s.id from ScanRow s where s.id = :scan", UUID.class)
                .setParameter("scan", scan)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
    }

    private int countDown(String counter, UUID scan) {
        entities.createQuery("update ScanRow s set s.%1$s = s.%1$s - 1, s.updatedAt = :now where s.id = :scan"
                        .formatted(counter))
                .setParameter("now", clock.instant())
                .setParameter("scan", scan)
                .executeUpdate();
        return entities.createQuery("select s.%s from ScanRow s where s.id = :scan".formatted(counter), Integer.class)
                .setParameter("scan", scan)
                .getSingleResult();
    }

    private UUID scanOf(Claim claim) {
        return entities.createQuery(
                        "select p.scanId from %s p where p.id = :id"
                                .formatted(claim.stage().subject().entity()),
                        UUID.class)
                .setParameter("id", claim.id())
                .getSingleResult();
    }

    private ScanHead head(UUID scan) {
        return entities.createQuery(
                        "select s.id, s.unitId, s.actor, s.attempt, s.state from ScanRow s where s.id = :scan",
                        ScanHead.class)
                .setParameter("scan", scan)
                .getSingleResult();
    }

    record ScanHead(UUID id, UUID unitId, String actor, int attempt, State state) {
        Transitions.Change change(State from, State to) {
            return Transitions.Change.of(Subject.SCAN, id, unitId, actor, from, to, attempt);
        }
    }
}
