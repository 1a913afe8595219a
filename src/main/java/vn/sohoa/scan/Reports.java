package vn.sohoa.scan;

import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** For a run over a finished folder: which files have come to their end and were not reported yet. */
@Component
@Transactional
public class Reports {
    private static final Set<State> ENDS = EnumSet.of(State.IN_REVIEW, State.FILED, State.QUARANTINED, State.STUCK);

    private final EntityManager entities;

    Reports(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A file whose scan has ended.
     *
     * @param path of the arrival: below the counter's folder, percent-encoded
     */
    public record Ended(UUID arrival, String path, UUID scan) {}

    /** Files that have ended and were not reported, oldest first. A repeat has ended when what it repeats has. */
    @Transactional(readOnly = true)
    public List<Ended> ended(UUID counter, int most) {
        return entities.createQuery("""
                        select a.id, a.path, s.id from ArrivalRow a join ScanRow s on s.id = a.scanId
                        left join ScanRow first on first.id = s.repeatOf
                        where a.counterId = :counter and a.state = :settled
                        and coalesce(first.state, s.state) in :ends order by s.id""", Ended.class)
                .setParameter("counter", counter)
                .setParameter("settled", ArrivalRow.SETTLED)
                .setParameter("ends", ENDS)
                .setMaxResults(most)
                .getResultList();
    }

    /** The path of the file a scan came from. */
    @Transactional(readOnly = true)
    public Optional<String> pathOf(UUID scan) {
        return entities.createQuery("select a.path from ArrivalRow a where a.scanId = :scan", String.class)
                .setParameter("scan", scan)
                .getResultStream()
                .findFirst();
    }

    /** The file has been reported and is not handed out again. */
    public void reported(UUID arrival) {
        entities.createQuery("update ArrivalRow a set a.state = :reported where a.id = :id")
                .setParameter("reported", ArrivalRow.REPORTED)
                .setParameter("id", arrival)
                .executeUpdate();
    }

    /** Hands everything out once more: what was reported is known to whoever keeps the reports. */
    public void again(UUID counter) {
        entities.createQuery(
                        "update ArrivalRow a set a.state = :settled where a.counterId = :counter and a.state = :reported")
                .setParameter("settled", ArrivalRow.SETTLED)
                .setParameter("counter", counter)
                .setParameter("reported", ArrivalRow.REPORTED)
                .executeUpdate();
    }

    /** Whether the file at this path has become a scan. */
    @Transactional(readOnly = true)
    public boolean entered(UUID counter, String path) {
        return entities.createQuery(
                                "select count(*) from ArrivalRow a where a.counterId = :counter and a.path = :path"
                                        + " and a.scanId is not null",
                                Long.class)
                        .setParameter("counter", counter)
                        .setParameter("path", path)
                        .getSingleResult()
                > 0;
    }
}
