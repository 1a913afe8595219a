package vn.sohoa.scan;

import java.time.Duration;
import java.time.Instant;

/**
 * Work on one row has ended; published in the transaction that ended it.
 *
 * @param outcome {@code done}, {@code postponed}, {@code refused} or {@code life_lost}
 * @param took from the claim to the end
 */
public record StageDone(Stage stage, String outcome, Duration took) {
    static StageDone of(Claim claim, String outcome, Instant now) {
        return new StageDone(claim.stage(), outcome, Duration.between(claim.since(), now));
    }
}
