package vn.sohoa.scan;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.sohoa.common.Reason;

/**
 * One change of a state.
 *
 * @param position of the page or document, from 0; empty for the scan itself
 * @param from empty for a row that was made in its first state
 */
public record HistoryLine(
        UUID id,
        Subject subject,
        Optional<Integer> position,
        Optional<State> from,
        State to,
        int attempt,
        String actor,
        String node,
        Optional<Reason> reason,
        Instant at) {}
