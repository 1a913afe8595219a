package vn.sohoa.ops;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.sohoa.common.Failure;
import vn.sohoa.common.NoSpace;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.common.Step;
import vn.sohoa.ocr.RecognizerFailure;
import vn.sohoa.scan.Announcement;
import vn.sohoa.scan.Claim;
import vn.sohoa.scan.Claims;

/** What the failure policy ({@code routes/95-failures.camel.yaml}) does with the work at hand. */
@Component("failures")
class Failures {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private final Claims claims;

    Failures(Claims claims) {
        this.claims = claims;
    }

    /** Someone was first: nothing is left to do. */
    public void conceded(Object body) {
        log.debug("Someone was first with {}", work(body));
    }

    /** It can never work. */
    public Announcement refused(Object body, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Failure.BadInput failure) {
        if (!(body instanceof Claim claim)) {
            log.error("Refused outside of any work", failure);
            return Announcement.NOTHING;
        }
        log.warn(
                "{} is refused ({}); next a person decides",
                work(body),
                failure.reason().code());
        return quietly(body, () -> claims.refuse(claim, failure.reason()));
    }

    /** Something is away: tried again by itself. */
    public void postponed(Object body, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Failure.Unavailable failure) {
        Reason reason = failure.reason();
        log.warn("{} has to wait ({}); it is tried again by itself", work(body), reason.en());
        if (body instanceof Claim claim) {
            // What a row promises and the store does not have, or has otherwise, will hardly come back: a person has to
            // know.
            boolean gone = reason.code() == ReasonCode.OBJECT_MISSING || reason.code() == ReasonCode.ORIGINAL_DAMAGED;
            quietly(body, () -> gone ? claims.loseLife(claim, reason) : claims.postpone(claim, reason));
        }
    }

    /** The broker is away. */
    public void unannounced(Object body, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure) {
        log.warn(
                "Not announced ({}); the row is safe and the sweeper rings again",
                failure.getClass().getSimpleName());
    }

    /** A recognizer died of it, or we have a bug. */
    public Announcement lifeLost(Object body, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure) {
        Optional<Failure.Unavailable> away = DatabaseAway.of(failure).or(() -> NoSpace.of(failure));
        if (away.isPresent()) { // said outside of every room that translates it
            postponed(body, away.get());
            return Announcement.NOTHING;
        }
        if (!(body instanceof Claim claim)) {
            log.error("A step failed before any work was taken up; it is tried again", failure);
            return Announcement.NOTHING;
        }
        if (failure instanceof RecognizerFailure died) {
            log.warn(
                    "{} cost a recognizer ({}); it loses a life",
                    work(body),
                    died.reason().code());
            return quietly(body, () -> claims.loseLife(claim, died.reason()));
        }
        log.error("{} met a bug of ours; it loses a life", work(body), failure);
        return quietly(
                body,
                () -> claims.loseLife(
                        claim, Reason.of(ReasonCode.INTERNAL, failure.getClass().getSimpleName())));
    }

    /** When the records are away too, or the claim was lost, the lease runs out and the sweeper takes over. */
    private static Announcement quietly(Object body, Supplier<Announcement> settle) {
        try {
            Step.FAILURE_CAUGHT.reached();
            Announcement next = settle.get();
            Step.FAILURE_RECORDED.reached();
            return next;
        } catch (Failure.Conflict e) {
            log.debug("Someone was first with {}, its failure says nothing any more", work(body));
        } catch (RuntimeException e) {
            log.warn(
                    "The outcome of {} could not be recorded ({}); the lease runs out and the work is taken up again",
                    work(body),
                    e.toString());
        }
        return Announcement.NOTHING;
    }

    private static String work(Object body) {
        return body instanceof Claim claim ? claim.stage() + " " + claim.id() : "A round of work";
    }
}
