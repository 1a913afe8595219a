package vn.sohoa.scan;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Scans with which a machine is done, in the order in which they ended: for rooms that take up what has ended. */
@Component
@Transactional(readOnly = true)
public class Ended {
    private static final List<State> ENDS =
            Arrays.stream(State.values()).filter(State::endsScan).toList();

    private final EntityManager entities;

    Ended(EntityManager entities) {
        this.entities = entities;
    }

    /** Where a list of ended scans goes on. */
    public record Place(Instant at, UUID id) {}

    /**
     * Ids and moments of scans of these counters that ended at this moment or later, the earliest first.
     *
     * @param after the last place of the part before
     */
    public List<Place> since(Collection<UUID> counters, Instant from, Optional<Place> after, int most) {
        if (counters.isEmpty()) {
            return List.of();
        }
        String beyond = after.isPresent() ? " and (s.updatedAt > :at or (s.updatedAt = :at and s.id > :id))" : "";
        var query = entities.createQuery(
                        "select s.updatedAt, s.id from ScanRow s where s.counterId in (:counters) and s.state in (:ends)"
                                + " and s.updatedAt >= :from" + beyond + " order by s.updatedAt, s.id",
                        Object[].class)
                .setParameter("counters", counters)
                .setParameter("ends", ENDS)
                .setParameter("from", from)
                .setMaxResults(most);
        after.ifPresent(place -> query.setParameter("at", place.at()).setParameter("id", place.id()));
        return query.getResultStream()
                .map(row -> new Place((Instant) row[0], (UUID) row[1]))
                .toList();
    }
}
