package vn.sohoa.scan;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.common.Failure.Conflict;
import vn.sohoa.common.NodeName;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/** Taking work up, holding it, and giving it back when it failed. */
@Component("claims")
@Transactional
public class Claims {
    private static final Duration LIFE_LOST = Duration.ofSeconds(1);

    private final EntityManager entities;
    private final Transitions transitions;
    private final Ends ends;
    private final Clock clock;
    private final NodeName node;
    private final Leases leases;
    private final ApplicationEventPublisher events;

    Claims(
            EntityManager entities,
            Transitions transitions,
            Ends ends,
            Clock clock,
            NodeName node,
            Leases leases,
            ApplicationEventPublisher events) {
        this.entities = entities;
        this.transitions = transitions;
        this.ends = ends;
        this.clock = clock;
        this.node = node;
        this.leases = leases;
        this.events = events;
    }

    public Claim split(String scan) {
        return claim(Stage.SPLIT, UUID.fromString(scan));
    }

    public Claim read(String page) {
        return claim(Stage.READ, UUID.fromString(page));
    }

    public Claim understand(String scan) {
        return claim(Stage.UNDERSTAND, UUID.fromString(scan));
    }

    public Claim extract(String document) {
        return claim(Stage.EXTRACT, UUID.fromString(document));
    }

    public Claim publish(String document) {
        return claim(Stage.PUBLISH, UUID.fromString(document));
    }

    public Claim render(String document) {
        return claim(Stage.RENDER, UUID.fromString(document));
    }

    /** How often a worker that does one long thing should extend its claim: two renewals may fail before it is lost. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Duration rhythm() {
        return leases.work().dividedBy(3);
    }

    private Claim claim(Stage stage, UUID id) {
        Instant now = clock.instant();
        List<Object[]> due = entities.createQuery("""
                        select w.unitId, w.actor, w.attempt from %s w
                        where w.id = :id and w.state = :from and w.dueAt <= :now""".formatted(stage.subject().entity()), Object[].class)
                .setParameter("id", id)
                .setParameter("from", stage.from())
                .setParameter("now", now)
                .getResultList();
        if (due.isEmpty()) {
            throw new Conflict(Reason.of(ReasonCode.SOMEONE_WAS_FIRST));
        }
        UUID unit = (UUID) due.get(0)[0];
        String actor = (String) due.get(0)[1];
        int attempt = (int) due.get(0)[2];
        Transitions.Change change = Transitions.Change.of(
                        stage.subject(), id, unit, actor, stage.from(), stage.during(), attempt)
                .on(Transitions.Terms.takenUp(leases.work()));
        if (!transitions.move(change)) {
            throw new Conflict(Reason.of(ReasonCode.SOMEONE_WAS_FIRST));
        }
        return new Claim(stage, id, unit, actor, attempt + 1, now);
    }

    /** Holds the claim for another lease. A worker that slept past its lease learns here that someone else has it. */
    public void extend(Claim claim) {
        int held = entities.createQuery("""
                        update %s w set w.leasedUntil = :until
                        where w.id = :id and w.state = :during and w.attempt = :attempt and w.node = :node""".formatted(claim.stage().subject().entity()))
                .setParameter("until", clock.instant().plus(leases.work()))
                .setParameter("id", claim.id())
                .setParameter("during", claim.stage().during())
                .setParameter("attempt", claim.attempt())
                .setParameter("node", node.text())
                .executeUpdate();
        if (held != 1) {
            throw new Conflict(Reason.of(ReasonCode.SOMEONE_WAS_FIRST));
        }
    }

    /** Something it needs is away: the row waits for a while and costs nothing. */
    public Announcement postpone(Claim claim, Reason why) {
        back(claim, why, leases.backoff(), 0);
        report(claim, "postponed");
        return Announcement.NOTHING;
    }

    /** It can never work: the scan is quarantined, a page or a document goes to a person. */
    public Announcement refuse(Claim claim, Reason why) {
        Announcement next = claim.stage() == Stage.SPLIT ? ends.quarantine(claim, why) : ends.stuck(claim, why);
        report(claim, "refused");
        return next;
    }

    /** It cost a life: tried again while there are lives left, then it goes to a person. */
    public Announcement loseLife(Claim claim, Reason why) {
        int lives = entities.createQuery(
                        "select w.lives from %s w where w.id = :id"
                                .formatted(claim.stage().subject().entity()),
                        Integer.class)
                .setParameter("id", claim.id())
                .getSingleResult();
        report(claim, "life_lost");
        if (lives <= 1) {
            return ends.stuck(claim, why);
        }
        back(claim, why, LIFE_LOST, 1);
        return Announcement.NOTHING;
    }

    private void back(Claim claim, Reason why, Duration wait, int lives) {
        Transitions.Change change = Transitions.Change.ends(claim, claim.stage().from())
                .because(why)
                .on(Transitions.Terms.givenBack(wait, lives));
        if (!transitions.move(change)) {
            throw new Conflict(Reason.of(ReasonCode.SOMEONE_WAS_FIRST));
        }
    }

    private void report(Claim claim, String outcome) {
        events.publishEvent(StageDone.of(claim, outcome, clock.instant()));
    }
}
