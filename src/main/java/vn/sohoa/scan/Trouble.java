package vn.sohoa.scan;

import java.util.List;
import java.util.Optional;
import vn.sohoa.common.Reason;

/**
 * A scan that a person has to look at.
 *
 * @param scan stuck or quarantined
 * @param parts its pages and documents that did not work out, by reason; the most frequent first
 */
public record Trouble(ScanLine scan, List<Parts> parts) {
    public Trouble {
        parts = List.copyOf(parts);
    }

    /**
     * Pages, or documents, that are stuck for the same reason.
     *
     * @param first the position of the first of them, from 0
     */
    public record Parts(Subject subject, Optional<Reason> reason, long count, int first) {}
}
