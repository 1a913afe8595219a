package vn.sohoa.organization;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.sohoa.common.Code;
import vn.sohoa.common.Ids;

/** The counters of all units, by the names of their folders. */
@Component
public class Counters {
    private static final String INSERT_UNIT =
            "insert into unit (id, code, name, parent_id, created_at) values (:id, :code, :code, :root, :at) on conflict (code) do nothing";
    private static final String INSERT_COUNTER = """
            insert into counter (id, unit_id, code, created_at)
            select :id, u.id, :code, :at from unit u where u.code = :unit
            on conflict (unit_id, code) do nothing""";

    private static final Duration FRESH = Duration.ofSeconds(30);
    /** More than any province has; those beyond are asked for one by one. */
    private static final int MOST_KEPT = 10_000;

    private final EntityManager entities;
    private final TransactionTemplate apart;
    private final Clock clock;
    private final Map<String, Counter> known = new ConcurrentHashMap<>();
    private final Map<UUID, Counter> byId = new ConcurrentHashMap<>();
    private volatile Instant asOf = Instant.EPOCH;

    Counters(EntityManager entities, PlatformTransactionManager transactions, Clock clock) {
        this.entities = entities;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** The counter of this unit with this code, entered into the records when its folder is seen for the first time. */
    public Counter at(Code unit, Code counter) {
        refresh();
        String key = unit + "/" + counter;
        Counter seen = known.get(key);
        if (seen != null) {
            return seen;
        }
        Counter entered = apart.execute(status -> enter(unit, counter));
        known.put(key, entered);
        return entered;
    }

    /** The counter with this id. */
    public Counter of(UUID id) {
        refresh();
        return byId.computeIfAbsent(id, this::load);
    }

    /** Counters in the order of unit and counter codes. */
    public List<Counter> all(int most) {
        return apart.execute(status -> entities.createQuery("""
                        select c, u.code from CounterRow c join UnitRow u on u.id = c.unitId
                        order by u.code, c.code""", Object[].class)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> counter((CounterRow) row[0], new Code((String) row[1])))
                .toList());
    }

    /** The counters with this code, of all units that may be seen. */
    public List<Counter> named(Code code) {
        return apart.execute(status -> entities.createQuery("""
                        select c, u.code from CounterRow c join UnitRow u on u.id = c.unitId
                        where c.code = :code order by u.code""", Object[].class)
                .setParameter("code", code.text())
                .getResultStream()
                .map(row -> counter((CounterRow) row[0], new Code((String) row[1])))
                .toList());
    }

    /** What was changed on this node holds at once, on the others within half a minute. */
    void forget() {
        known.clear();
        byId.clear();
    }

    /** All of them at once: one by one, three hundred folders would ask three hundred times each half minute. */
    private void refresh() {
        Instant now = clock.instant();
        if (Duration.between(asOf, now).compareTo(FRESH) > 0) {
            asOf = now;
            forget();
            all(MOST_KEPT).forEach(counter -> {
                known.put(counter.unit() + "/" + counter.code(), counter);
                byId.put(counter.id(), counter);
            });
        }
    }

    private Counter load(UUID id) {
        return apart.execute(status -> {
            CounterRow row = entities.find(CounterRow.class, id);
            return counter(row, new Code(entities.find(UnitRow.class, row.unitId).code));
        });
    }

    private Counter enter(Code unit, Code counter) {
        entities.createNativeQuery(INSERT_UNIT)
                .setParameter("id", Ids.next())
                .setParameter("code", unit.text())
                .setParameter("root", Units.ROOT)
                .setParameter("at", clock.instant())
                .executeUpdate();
        entities.createNativeQuery(INSERT_COUNTER)
                .setParameter("id", Ids.next())
                .setParameter("code", counter.text())
                .setParameter("unit", unit.text())
                .setParameter("at", clock.instant())
                .executeUpdate();
        CounterRow row = entities.createQuery("""
                        select c from CounterRow c join UnitRow u on u.id = c.unitId
                        where u.code = :unit and c.code = :code""", CounterRow.class)
                .setParameter("unit", unit.text())
                .setParameter("code", counter.text())
                .getSingleResult();
        return counter(row, unit);
    }

    private static Counter counter(CounterRow row, Code unit) {
        UUID id = row.id;
        Optional<Duration> quiet = Optional.ofNullable(row.quietMs).map(Duration::ofMillis);
        return new Counter(
                id,
                row.unitId,
                unit,
                new Code(row.code),
                quiet,
                row.ignorePatterns.lines().filter(line -> !line.isBlank()).toList());
    }
}
