package vn.sohoa.scan;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.common.Sha256;

/** When each stored original was last read again, and whether it was whole. */
@Component
@Transactional
public class FixityRecords {
    private final EntityManager entities;
    private final Clock clock;

    FixityRecords(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * A stored original.
     *
     * @param key in {@code sohoa-originals}
     */
    public record Original(UUID scan, String key, Sha256 sha256) {}

    /**
     * Originals that were not read since this instant: first those of which nobody ever tried, then those whose last
     * reading or {@linkplain #tried trial} is the longest ago.
     */
    @Transactional(readOnly = true)
    public List<Original> due(Instant before, int most) {
        return entities.createQuery("""
                        select s from ScanRow s where s.objectKey <> ''
                        and (s.fixityAt is null or s.fixityAt < :before)
                        order by greatest(s.fixityAt, s.fixityTriedAt) nulls first""", ScanRow.class)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultStream()
                .map(s -> new Original(s.id, s.objectKey, new Sha256(s.sha256)))
                .toList();
    }

    /** The original was read to its end: it is due again when this reading has become old. */
    public void checked(UUID scan, boolean whole) {
        entities.createQuery("update ScanRow s set s.fixityAt = :now, s.fixityWhole = :whole where s.id = :scan")
                .setParameter("now", clock.instant())
                .setParameter("whole", whole)
                .setParameter("scan", scan)
                .executeUpdate();
    }

    /** The store did not deliver the original, which says nothing of its bytes: it stays due, behind all others. */
    public void tried(UUID scan) {
        entities.createQuery("update ScanRow s set s.fixityTriedAt = :now where s.id = :scan")
                .setParameter("now", clock.instant())
                .setParameter("scan", scan)
                .executeUpdate();
    }
}
