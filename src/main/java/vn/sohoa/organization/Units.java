package vn.sohoa.organization;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.common.Code;

/** The tree of units. */
@Component
@Transactional
public class Units {
    /** Above all others: a role here holds for the whole installation where it holds below. */
    public static final UUID ROOT = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private final EntityManager entities;

    Units(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional(readOnly = true)
    public Optional<UUID> find(Code code) {
        return entities.createQuery("select u.id from UnitRow u where u.code = :code", UUID.class)
                .setParameter("code", code.text())
                .getResultStream()
                .findFirst();
    }

    /** The units in which a role given in one holds. */
    @Transactional(readOnly = true)
    public Set<UUID> reach(Role role, UUID unit) {
        return role.holdsBelow() ? branch(unit) : Set.of(unit);
    }

    /** The unit and all below it. */
    @Transactional(readOnly = true)
    public Set<UUID> branch(UUID top) {
        Set<UUID> branch = new HashSet<>();
        Collection<UUID> level = Set.of(top);
        while (!level.isEmpty()) {
            branch.addAll(level);
            level = entities
                    .createQuery("select u.id from UnitRow u where u.parentId in :level", UUID.class)
                    .setParameter("level", level)
                    .getResultList()
                    .stream()
                    .filter(unit -> !branch.contains(unit))
                    .toList();
        }
        return branch;
    }

    /** A unit as it is called. */
    public record Named(UUID id, String code, String name) {}

    /** What these units are called, in the order of their codes. */
    @Transactional(readOnly = true)
    public List<Named> named(Set<UUID> units) {
        return entities.createQuery("select u from UnitRow u where u.id in :units order by u.code", UnitRow.class)
                .setParameter("units", units)
                .getResultStream()
                .map(row -> new Named(row.id, row.code, row.name))
                .toList();
    }
}
