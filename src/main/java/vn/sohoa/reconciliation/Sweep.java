package vn.sohoa.reconciliation;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.common.Step;
import vn.sohoa.scan.Announcement;
import vn.sohoa.scan.DueWork;
import vn.sohoa.scan.Stage;

/**
 * Rings due rows again and gives lost leases back. What is announced twice is taken once: a message only says "look".
 */
public class Sweep {
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final int MOST = 500;

    private final DueWork due;
    private final Duration silence;
    private boolean first = true;

    /**
     * @param silence a due row that was rung within this time is left alone: its message may still be in a queue
     */
    public Sweep(DueWork due, Duration silence) {
        this.due = due;
        this.silence = silence;
    }

    /** One round. The first one after a start rings everything: the queues of the time before are gone. */
    public synchronized Announcement round() {
        Announcement ring = Announcement.NOTHING;
        for (Stage stage : Stage.values()) {
            int back = first ? due.giveBackOurs(stage) : 0;
            back += due.giveBackExpired(stage, MOST);
            if (back > 0) {
                Step.SWEEP_GIVEN_BACK.reached();
                log.info("{} leases of stage {} were lost; next the work is announced again", back, stage);
            }
            ring = ring.and(due.unheard(stage, first ? Duration.ZERO : silence, MOST));
        }
        Step.SWEEP_MARKED.reached();
        first = false;
        return ring;
    }
}
