package vn.sohoa.register;

import java.util.Set;
import java.util.UUID;

/**
 * Whose hand does something.
 *
 * @param account of the person
 * @param actor the name they have in the audit
 * @param units in which they may do it
 */
public record Hand(UUID account, String actor, Set<UUID> units) {
    public Hand {
        units = Set.copyOf(units);
    }
}
