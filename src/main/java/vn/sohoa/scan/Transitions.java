package vn.sohoa.scan;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sohoa.common.Ids;
import vn.sohoa.common.NodeName;
import vn.sohoa.common.Reason;

/** The only writer of states: one guarded update, and one history line with it. */
@Component
class Transitions {
    private final EntityManager entities;
    private final Clock clock;
    private final NodeName node;

    Transitions(EntityManager entities, Clock clock, NodeName node) {
        this.entities = entities;
        this.clock = clock;
        this.node = node;
    }

    /**
     * What a change does besides changing the state.
     *
     * @param lease how long the new state is held; zero for states that nobody holds
     * @param delay how long until the row is due in its new state
     */
    record Terms(Duration lease, Duration delay, int lostLives, int interruptions) {
        static final Terms NONE = new Terms(Duration.ZERO, Duration.ZERO, 0, 0);
        static final Terms INTERRUPTED = new Terms(Duration.ZERO, Duration.ZERO, 0, 1);

        /** Somebody takes the row up, which raises its attempt. */
        static Terms takenUp(Duration lease) {
            return new Terms(lease, Duration.ZERO, 0, 0);
        }

        static Terms givenBack(Duration delay, int lostLives) {
            return new Terms(Duration.ZERO, delay, lostLives, 0);
        }

        boolean takesUp() {
            return !lease.isZero();
        }

        /** A step that worked out announces what comes next; work that is given back waits for the sweeper to ring. */
        boolean givesBack() {
            return !delay.isZero() || lostLives != 0 || interruptions != 0;
        }
    }

    /**
     * A change of one row's state.
     *
     * @param attempt the fence: the row's attempt must still be this one
     */
    record Change(
            Subject subject,
            UUID id,
            UUID unitId,
            String actor,
            State from,
            State to,
            int attempt,
            Terms terms,
            Optional<Reason> reason) {

        static Change of(Subject subject, UUID id, UUID unitId, String actor, State from, State to, int attempt) {
            return new Change(subject, id, unitId, actor, from, to, attempt, Terms.NONE, Optional.empty());
        }

        static Change ends(Claim claim, State to) {
            Stage stage = claim.stage();
            return of(stage.subject(), claim.id(), claim.unitId(), claim.actor(), stage.during(), to, claim.attempt());
        }

        Change because(Reason why) {
            return new Change(subject, id, unitId, actor, from, to, attempt, terms, Optional.of(why));
        }

        Change on(Terms other) {
            return new Change(subject, id, unitId, actor, from, to, attempt, other, reason);
        }

        /** The attempt that the row has after the change. */
        int nextAttempt() {
            return attempt + (terms.takesUp() ? 1 : 0);
        }
    }

    /** Makes the change if the row still stands where the change says; false when someone was first. */
    boolean move(Change change) {
        Instant now = clock.instant();
        Terms terms = change.terms();
        Query update = entities.createQuery("""
                        update %s w set w.state = :to, w.attempt = :next, w.node = :node,
                            w.leasedUntil = :lease, w.dueAt = :due, w.rungAt = :rung, w.lives = w.lives - :lost,
                            w.interruptions = w.interruptions + :interruptions, w.updatedAt = :now,
                            w.reasonCode = :code, w.reasonDetail = :detail
                        where w.id = :id and w.state = :from and w.attempt = :attempt""".formatted(change.subject().entity()))
                .setParameter("to", change.to())
                .setParameter("next", change.nextAttempt())
                .setParameter("node", terms.takesUp() ? node.text() : "")
                .setParameter("lease", terms.takesUp() ? now.plus(terms.lease()) : null)
                .setParameter("due", now.plus(terms.delay()))
                .setParameter("rung", terms.givesBack() ? null : now)
                .setParameter("lost", terms.lostLives())
                .setParameter("interruptions", terms.interruptions())
                .setParameter("now", now)
                .setParameter("code", change.reason().map(r -> r.code().name()).orElse(null))
                .setParameter("detail", change.reason().map(Reason::detail).orElse(null))
                .setParameter("id", change.id())
                .setParameter("from", change.from())
                .setParameter("attempt", change.attempt());
        if (update.executeUpdate() != 1) {
            return false;
        }
        write(change, now);
        return true;
    }

    /** The history line of a row that is made in its first state. */
    void begin(Subject subject, WorkRow row) {
        Change change = Change.of(subject, row.id, row.unitId, row.actor, row.state, row.state, row.attempt);
        HistoryRow line = line(change, clock.instant());
        line.fromState = "";
        line.reasonCode = row.reasonCode;
        line.reasonDetail = row.reasonDetail;
        entities.persist(line);
    }

    private void write(Change change, Instant now) {
        entities.persist(line(change, now));
    }

    private HistoryRow line(Change change, Instant now) {
        HistoryRow line = new HistoryRow();
        line.id = Ids.next();
        line.unitId = change.unitId();
        line.subject = change.subject();
        line.subjectId = change.id();
        line.fromState = change.from().name();
        line.toState = change.to().name();
        line.attempt = change.nextAttempt();
        line.actor = change.actor();
        line.node = node.text();
        line.reasonCode = change.reason().map(r -> r.code().name()).orElse(null);
        line.reasonDetail = change.reason().map(Reason::detail).orElse(null);
        line.at = now;
        return line;
    }
}
