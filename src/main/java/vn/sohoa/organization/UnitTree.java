package vn.sohoa.organization;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.common.Code;
import vn.sohoa.common.Ids;
import vn.sohoa.organization.Administration.Refusal;

/** What an administrator does to the units and counters of their branch. */
@Component
@Transactional
public class UnitTree {
    private static final Duration LONGEST_QUIET = Duration.ofHours(1);
    private static final int LONGEST = 200;

    private final EntityManager entities;
    private final Units units;
    private final Counters counters;
    private final Clock clock;

    UnitTree(EntityManager entities, Units units, Counters counters, Clock clock) {
        this.entities = entities;
        this.units = units;
        this.counters = counters;
        this.clock = clock;
    }

    /**
     * @param depth below the topmost unit that is shown
     * @param validTo the first day on which it is no more
     * @param successors codes of the units that took over
     */
    public record Unit(
            UUID id,
            String code,
            String name,
            int depth,
            Optional<UUID> parent,
            Optional<LocalDate> validFrom,
            Optional<LocalDate> validTo,
            List<String> successors) {}

    /** What a unit is called and when it exists. */
    public record Facts(String name, UUID parent, Optional<LocalDate> validFrom, Optional<LocalDate> validTo) {}

    /** The administrator's units, each below its parent. */
    @Transactional(readOnly = true)
    public List<Unit> of(Person admin) {
        Set<UUID> mine = admin.units(Role.UNIT_ADMIN);
        Map<UUID, List<UnitRow>> below = new HashMap<>();
        List<UnitRow> tops = new ArrayList<>();
        for (UnitRow row :
                entities.createQuery("select u from UnitRow u", UnitRow.class).getResultList()) {
            if (mine.contains(row.id)) {
                if (row.parentId != null && mine.contains(row.parentId)) {
                    below.computeIfAbsent(row.parentId, id -> new ArrayList<>()).add(row);
                } else {
                    tops.add(row);
                }
            }
        }
        List<Unit> tree = new ArrayList<>();
        Map<UUID, List<String>> successors = successors();
        walk(tops, 0, below, successors, tree);
        return tree;
    }

    private static void walk(
            List<UnitRow> level,
            int depth,
            Map<UUID, List<UnitRow>> below,
            Map<UUID, List<String>> successors,
            List<Unit> tree) {
        level.sort(Comparator.comparing(row -> row.code));
        for (UnitRow row : level) {
            tree.add(new Unit(
                    row.id,
                    row.code,
                    row.name,
                    depth,
                    Optional.ofNullable(row.parentId),
                    Optional.ofNullable(row.validFrom),
                    Optional.ofNullable(row.validTo),
                    successors.getOrDefault(row.id, List.of())));
            walk(below.getOrDefault(row.id, new ArrayList<>()), depth + 1, below, successors, tree);
        }
    }

    private Map<UUID, List<String>> successors() {
        Map<UUID, List<String>> found = new HashMap<>();
        List<?> rows = entities.createNativeQuery(
                        "select s.predecessor_id, u.code from unit_succession s join unit u on u.id = s.successor_id order by 2")
                .getResultList();
        for (Object row : rows) {
            Object[] pair = (Object[]) row;
            found.computeIfAbsent((UUID) pair[0], id -> new ArrayList<>()).add((String) pair[1]);
        }
        return found;
    }

    public UUID create(Person admin, String code, Facts facts) {
        Administration.requireUnit(admin, facts.parent());
        Code shape = Code.parse(code).orElseThrow(() -> new Administration.Refused(Refusal.UNIT_SHAPE));
        Administration.refuseIf(units.find(shape).isPresent(), Refusal.UNIT_TAKEN);
        UnitRow row = new UnitRow();
        row.id = Ids.next();
        row.code = shape.text();
        row.createdAt = clock.instant();
        write(row, facts);
        row.parentId = facts.parent();
        entities.persist(row);
        return row.id;
    }

    /** Its code stays: folders and stored objects are named by it. */
    public void change(Person admin, UUID unit, Facts facts) {
        Administration.requireUnit(admin, unit);
        UnitRow row = entities.find(UnitRow.class, unit);
        write(row, facts);
        if (!unit.equals(Units.ROOT) && !facts.parent().equals(row.parentId)) {
            Administration.requireUnit(admin, facts.parent());
            Administration.refuseIf(units.branch(unit).contains(facts.parent()), Refusal.UNIT_CIRCLE);
            row.parentId = facts.parent();
        }
    }

    private static void write(UnitRow row, Facts facts) {
        Administration.refuseIf(facts.name().isBlank() || facts.name().length() > LONGEST, Refusal.UNIT_SHAPE);
        boolean backwards = facts.validFrom()
                .flatMap(from -> facts.validTo().map(to -> !from.isBefore(to)))
                .orElse(false);
        Administration.refuseIf(backwards, Refusal.UNIT_TIME);
        row.name = facts.name().strip();
        row.validFrom = facts.validFrom().orElse(null);
        row.validTo = facts.validTo().orElse(null);
    }

    /** From this day on another unit does what this one did. */
    public void succeed(Person admin, UUID predecessor, UUID successor, LocalDate at) {
        Administration.requireUnit(admin, predecessor);
        Administration.requireUnit(admin, successor);
        Administration.refuseIf(predecessor.equals(successor), Refusal.UNIT_CIRCLE);
        entities.createNativeQuery("""
                        insert into unit_succession (predecessor_id, successor_id, at) values (:one, :other, :at)
                        on conflict (predecessor_id, successor_id) do update set at = :at""")
                .setParameter("one", predecessor)
                .setParameter("other", successor)
                .setParameter("at", at)
                .executeUpdate();
    }

    /** A counter of a unit; what it is called stays, because its folder is. */
    public void counter(Person admin, UUID unit, String code, Optional<Duration> quiet) {
        Administration.requireUnit(admin, unit);
        Code shape = Code.parse(code).orElseThrow(() -> new Administration.Refused(Refusal.COUNTER_SHAPE));
        quiet.ifPresent(time ->
                Administration.refuseIf(time.isNegative() || time.compareTo(LONGEST_QUIET) > 0, Refusal.COUNTER_QUIET));
        entities.createNativeQuery("""
                        insert into counter (id, unit_id, code, quiet_ms, created_at) values (:id, :unit, :code, nullif(:quiet, -1), :at)
                        on conflict (unit_id, code) do update set quiet_ms = excluded.quiet_ms""")
                .setParameter("id", Ids.next())
                .setParameter("unit", unit)
                .setParameter("code", shape.text())
                .setParameter("quiet", quiet.map(time -> (int) time.toMillis()).orElse(-1))
                .setParameter("at", clock.instant())
                .executeUpdate();
        counters.forget();
    }
}
