package vn.sohoa.scan;

import java.util.Map;
import java.util.UUID;

/**
 * What came in at one counter on one day.
 *
 * @param counts how many of them stand in which state now
 */
public record CounterDay(UUID unitId, String unit, UUID counterId, String counter, Map<State, Long> counts) {
    public CounterDay {
        counts = Map.copyOf(counts);
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
