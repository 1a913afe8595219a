package vn.sohoa.scan;

import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The conditions of a query on scans, called {@code s} there, and what fills their place holders. */
final class Conditions {
    private final StringBuilder text = new StringBuilder("1 = 1");
    private final Map<String, Object> values = new HashMap<>();

    static Conditions of(ScanFilter wanted) {
        Conditions all = new Conditions();
        wanted.unit().ifPresent(unit -> all.and("s.unitId = :unit", "unit", unit));
        wanted.counter().ifPresent(counter -> all.and("s.counterId = :counter", "counter", counter));
        if (!wanted.states().isEmpty()) {
            all.and("s.state in (:states)", "states", wanted.states());
        }
        wanted.day().ifPresent(day -> all.and("s.createdAt >= :from", "from", day.from())
                .and("s.createdAt < :to", "to", day.to()));
        return all;
    }

    /** The page of a list, newest first, that comes after this id. */
    Conditions after(Optional<UUID> id) {
        id.ifPresent(last -> and("s.id < :after", "after", last));
        return this;
    }

    private Conditions and(String condition, String name, Object value) {
        text.append(" and ").append(condition);
        values.put(name, value);
        return this;
    }

    <Q extends Query> Q fill(Q query) {
        values.forEach(query::setParameter);
        return query;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
