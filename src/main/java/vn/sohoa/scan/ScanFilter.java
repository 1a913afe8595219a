package vn.sohoa.scan;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which scans are wanted.
 *
 * @param states empty: any
 */
public record ScanFilter(Optional<UUID> unit, Optional<UUID> counter, Set<State> states, Optional<Day> day) {
    public static final ScanFilter ALL = new ScanFilter(Optional.empty(), Optional.empty(), Set.of(), Optional.empty());

    public ScanFilter {
        states = Set.copyOf(states);
    }

    public ScanFilter of(Optional<UUID> oneUnit) {
        return new ScanFilter(oneUnit, counter, states, day);
    }

    public ScanFilter in(Set<State> some) {
        return new ScanFilter(unit, counter, some, day);
    }
}
