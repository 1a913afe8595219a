package vn.sohoa.scan;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.common.Reason;
import vn.sohoa.common.Sha256;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Counters;

/** The taken files that still lie in their counters' folders. */
@Component
@Transactional
public class Shelves {
    /** It has to go to quarantine, and no place is kept for it there yet. */
    private static final String DUE = "QUARANTINE";

    private final EntityManager entities;
    private final Counters counters;

    Shelves(EntityManager entities, Counters counters) {
        this.entities = entities;
        this.counters = counters;
    }

    /**
     * A taken file.
     *
     * @param in where it stands among the others
     * @param place below the counter's folder
     * @param next where it was about to be moved when the records last heard of it
     */
    public record Shelved(
            UUID scan,
            Order in,
            Counter counter,
            String place,
            Optional<String> next,
            Sha256 sha256,
            Optional<Reason> reason) {}

    /** Where a list of taken files goes on: they stand in the order in which their scans were made. */
    public record Order(Instant at, UUID scan) {
        /** Before all of them. */
        public static final Order START = new Order(Instant.EPOCH, new UUID(0, 0));
    }

    /**
     * Places recorded by a process that had not ended their arrivals when its leases were over: it may have died before
     * the move or after it.
     *
     * @param after only those that stand behind it
     */
    @Transactional(readOnly = true)
    public List<Shelved> unended(Instant now, Order after, int most) {
        return shelved(behind("""
                        select s from ScanRow s where s.shelf is not null and s.bytes > 0 and exists (
                            select 1 from ArrivalRow a
                            where a.scanId = s.id and a.state = :settled and a.leasedUntil < :now)""", after)
                .setParameter("settled", ArrivalRow.SETTLED)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList());
    }

    /** The scan's file lies in its place: its arrival is over. */
    public void arrived(UUID scan) {
        entities.createQuery("delete from ArrivalRow a where a.scanId = :scan")
                .setParameter("scan", scan)
                .executeUpdate();
    }

    /**
     * Files that were refused after they had been shelved as taken; not those that are only on their way there.
     *
     * @param after only those that stand behind it
     */
    @Transactional(readOnly = true)
    public List<Shelved> refusedLate(Order after, int most) {
        return shelved(behind("""
                        select s from ScanRow s where s.shelf is not null and s.shelfDue is not null
                        and not exists (select 1 from ArrivalRow a where a.scanId = s.id)""", after).setMaxResults(most).getResultList());
    }

    /**
     * Taken files of scans from before this instant whose stored bytes were later read again and found whole.
     *
     * @param after only those that stand behind it
     */
    @Transactional(readOnly = true)
    public List<Shelved> keptLongEnough(Instant before, Order after, int most) {
        return shelved(behind("""
                        select s from ScanRow s left join ScanRow first on first.id = s.repeatOf
                        where s.shelf is not null and s.state <> :quarantined and s.createdAt < :before
                        and coalesce(first.fixityWhole, s.fixityWhole) = true
                        and coalesce(first.fixityAt, s.fixityAt) > s.createdAt""", after)
                .setParameter("quarantined", State.QUARANTINED)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList());
    }

    /** The first comparison alone can be looked up in the index of what is shelved. */
    private TypedQuery<ScanRow> behind(String shelved, Order after) {
        return entities.createQuery(shelved + """
                         and s.createdAt >= :at and (s.createdAt > :at or s.id > :scan)
                        order by s.createdAt, s.id""", ScanRow.class)
                .setParameter("at", after.at())
                .setParameter("scan", after.scan());
    }

    /** The file goes there now. Recorded before it is moved: afterwards a crash could make the records lose it. */
    public void moving(UUID scan, String place) {
        entities.createQuery("update ScanRow s set s.shelfDue = :place where s.id = :scan")
                .setParameter("place", place)
                .setParameter("scan", scan)
                .executeUpdate();
    }

    /** The scan's file now lies here. */
    public void moved(UUID scan, String place) {
        update(scan, place);
    }

    /** The scan's file no longer lies in any folder. */
    public void cleared(UUID scan) {
        update(scan, null);
    }

    private void update(UUID scan, @Nullable String place) {
        entities.createQuery("update ScanRow s set s.shelf = :place, s.shelfDue = null where s.id = :scan")
                .setParameter("place", place)
                .setParameter("scan", scan)
                .executeUpdate();
    }

    private List<Shelved> shelved(List<ScanRow> rows) {
        return rows.stream()
                .map(s -> new Shelved(
                        s.id,
                        new Order(s.createdAt, s.id),
                        counters.of(s.counterId),
                        String.valueOf(s.shelf),
                        Optional.ofNullable(s.shelfDue).filter(due -> !due.equals(DUE)),
                        new Sha256(s.sha256),
                        Scans.reason(s.reasonCode, s.reasonDetail)))
                .toList();
    }
}
