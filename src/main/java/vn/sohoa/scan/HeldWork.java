package vn.sohoa.scan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.common.Failure.Conflict;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/** One piece of work whose claim is held while it goes on. */
public final class HeldWork {
    private static final Logger log = LoggerFactory.getLogger(HeldWork.class);

    private final Claims claims;
    private final Claim claim;
    private final Clock clock;
    private final Duration longest;
    private volatile Instant wentOn;
    private volatile boolean lost;
    private boolean hangs;

    HeldWork(Claims claims, Claim claim, Clock clock, Duration longest) {
        this.claims = claims;
        this.claim = claim;
        this.clock = clock;
        this.longest = longest;
        this.wentOn = clock.instant();
    }

    /**
     * Says that one more part of the work begins, as often as one likes: the records are not asked.
     *
     * @throws Conflict where it is known that someone else has the work now, so that nothing more of it is wanted
     */
    public void goesOn() {
        wentOn = clock.instant();
        if (lost) {
            throw new Conflict(Reason.of(ReasonCode.SOMEONE_WAS_FIRST));
        }
    }

    /** Records that are away for a moment cost no work: two more signs of life fit into the lease. */
    void extend() {
        if (lost || !stillGoesOn()) {
            return;
        }
        try {
            claims.extend(claim);
        } catch (Conflict e) {
            lost = true;
        } catch (RuntimeException e) {
            log.info("{} {} goes on without a longer lease: {}", claim.stage(), claim.id(), e.toString());
        }
    }

    private boolean stillGoesOn() {
        boolean now = !clock.instant().isAfter(wentOn.plus(longest));
        if (hangs == now) {
            hangs = !now;
            log.warn("{} {} {}", claim.stage(), claim.id(), now ? "goes on after all" : "hangs: it is held no longer");
        }
        return now;
    }
}
