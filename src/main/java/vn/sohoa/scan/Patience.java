package vn.sohoa.scan;

import java.time.Duration;
import java.time.Instant;

/**
 * When work that does not move is called stalled.
 *
 * @param limit how long a row may be unfinished in a stage that finishes nothing
 * @param watchedSince when this node began to watch: work that lay there over a night is not stalled before the nodes
 *     have had their chance at it
 */
public record Patience(Duration limit, Instant watchedSince) {
    public Patience {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("patience lasts longer than nothing: " + limit);
        }
    }
}
