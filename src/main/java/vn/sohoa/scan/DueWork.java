package vn.sohoa.scan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.common.NodeName;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/** What the sweeper needs: lost leases given back, and due rows that nobody has been told of lately. */
@Component
@Transactional
public class DueWork {
    private final Session session;
    private final Transitions transitions;
    private final Ends ends;
    private final Clock clock;
    private final NodeName node;
    private final Leases leases;

    DueWork(Session session, Transitions transitions, Ends ends, Clock clock, NodeName node, Leases leases) {
        this.session = session;
        this.transitions = transitions;
        this.ends = ends;
        this.clock = clock;
        this.node = node;
        this.leases = leases;
    }

    /** Ids that are due for the stage and were not rung within this time, oldest first; marks them as rung now. */
    public Announcement unheard(Stage stage, Duration silence, int most) {
        Instant now = clock.instant();
        List<WorkRow> rows = session.createSelectionQuery(
                        """
                        select w from %s w where w.state = :from and w.dueAt <= :now
                        and (w.rungAt is null or w.rungAt <= :before) order by w.dueAt""".formatted(stage.subject().entity()), WorkRow.class)
                .setParameter("from", stage.from())
                .setParameter("now", now)
                .setParameter("before", now.minus(silence))
                .setMaxResults(most)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList();
        List<UUID> ids = new ArrayList<>();
        for (WorkRow row : rows) {
            row.rungAt = now;
            ids.add(row.id);
        }
        return Announcement.of(stage, ids);
    }

    /** Gives rows back whose lease has ended; nobody loses a life by it. Returns how many there were. */
    public int giveBackExpired(Stage stage, int most) {
        return giveBack(stage, "w.leasedUntil < :value", clock.instant(), most);
    }

    /** Gives back what an earlier process of this node held: it is dead, its name is ours now. */
    public int giveBackOurs(Stage stage) {
        return giveBack(stage, "w.node = :value", node.text(), Integer.MAX_VALUE);
    }

    private int giveBack(Stage stage, String which, Object value, int most) {
        List<WorkRow> rows = session.createSelectionQuery(
                        "select w from %s w where w.state = :during and %s"
                                .formatted(stage.subject().entity(), which),
                        WorkRow.class)
                .setParameter("during", stage.during())
                .setParameter("value", value)
                .setMaxResults(most)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList();
        rows.forEach(row -> giveBack(stage, row));
        return rows.size();
    }

    private void giveBack(Stage stage, WorkRow row) {
        if (row.interruptions + 1 >= leases.maxInterruptions()) {
            Claim claim = new Claim(stage, row.id, row.unitId, row.actor, row.attempt, clock.instant());
            ends.stuck(claim, Reason.of(ReasonCode.INTERNAL, "interrupted " + (row.interruptions + 1) + " times"));
            return;
        }
        Transitions.Change change = Transitions.Change.of(
                        stage.subject(), row.id, row.unitId, row.actor, stage.during(), stage.from(), row.attempt)
                .on(Transitions.Terms.INTERRUPTED);
        transitions.move(change);
    }
}
