package vn.sohoa.organization;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.sohoa.common.Scope;

/**
 * Who asks: a signed-in person, or another system that has a token.
 *
 * @param name what they sign in with; the actor of what they do
 * @param roles the units in which they have each role, those below counted in where the role holds there
 * @param mustChange whether their password was given by somebody else and has to be changed first
 */
public record Person(UUID id, String name, String displayName, Map<Role, Set<UUID>> roles, boolean mustChange)
        implements Serializable {
    public Person {
        Map<Role, Set<UUID>> copy = new EnumMap<>(Role.class);
        roles.forEach((role, units) -> copy.put(role, Set.copyOf(units)));
        roles = Map.copyOf(copy);
    }

    /** The units in which they have one of these roles. */
    public Set<UUID> units(Set<Role> some) {
        Set<UUID> units = new HashSet<>();
        some.forEach(role -> units.addAll(roles.getOrDefault(role, Set.of())));
        return units;
    }

    public Set<UUID> units(Role role) {
        return roles.getOrDefault(role, Set.of());
    }

    public boolean has(Role role, UUID unit) {
        return units(role).contains(unit);
    }

    public boolean hasAny(Set<Role> some) {
        return some.stream().anyMatch(role -> !units(role).isEmpty());
    }

    /** What they may see with these roles. */
    public Scope scope(Set<Role> some) {
        return Scope.of(units(some));
    }
}
