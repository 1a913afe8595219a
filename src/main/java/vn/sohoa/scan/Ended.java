package vn.sohoa.scan;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Scans with which a machine is done: for the room that takes up what has ended. */
@Component
@Transactional
public class Ended {
    private static final List<State> ENDS =
            Arrays.stream(State.values()).filter(State::endsScan).toList();

    private final EntityManager entities;

    Ended(EntityManager entities) {
        this.entities = entities;
    }

    /** Where a list of ended scans goes on. */
    public record Place(UUID counter, UUID id) {}

    /**
     * Scans of these counters that ended and were not {@linkplain #taken taken up} as what they are now, those that came in
     * first at the beginning of each counter. No moment decides it: the clocks of several nodes do not agree.
     *
     * @param after the last place of the part before
     */
    @Transactional(readOnly = true)
    public List<Place> untaken(Collection<UUID> counters, Optional<Place> after, int most) {
        if (counters.isEmpty()) {
            return List.of();
        }
        String beyond =
                after.isPresent() ? " and (s.counterId > :counter or (s.counterId = :counter and s.id > :id))" : "";
        var query = entities.createQuery(
                        "select s.counterId, s.id from ScanRow s where s.counterId in (:counters)"
                                + " and s.state in (:ends) and s.takenAs is distinct from s.state" + beyond
                                + " order by s.counterId, s.id",
                        Object[].class)
                .setParameter("counters", counters)
                .setParameter("ends", ENDS)
                .setMaxResults(most);
        after.ifPresent(place -> query.setParameter("counter", place.counter()).setParameter("id", place.id()));
        return query.getResultStream()
                .map(row -> new Place((UUID) row[0], (UUID) row[1]))
                .toList();
    }

    /** The scan was taken up as what it was then. One that ends otherwise meanwhile or later is to be taken up again. */
    public void taken(UUID scan, State as) {
        entities.createQuery("update ScanRow s set s.takenAs = :state where s.id = :scan")
                .setParameter("state", as)
                .setParameter("scan", scan)
                .executeUpdate();
    }
}
