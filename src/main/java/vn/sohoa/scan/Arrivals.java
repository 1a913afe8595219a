package vn.sohoa.scan;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.audit.Audit;
import vn.sohoa.audit.AuditEntry;
import vn.sohoa.common.Failure.Conflict;
import vn.sohoa.common.Ids;
import vn.sohoa.common.NodeName;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.common.Sha256;

/**
 * Taking files out of watched folders: one node at a time, each file once. A row stands from the first claim until the
 * file has been moved out of the way, so that a file whose bytes are safe is never taken for a new one.
 */
@Component
@Transactional
public class Arrivals {
    private static final String ENTER = """
            insert into arrival (id, unit_id, counter_id, path, size, modified_at, file_key, state, attempt, node,
                leased_until, actor, created_at)
            values (:id, :unit, :counter, :path, :size, :modified, :key, 'CLAIMED', 0, '', :now, :actor, :now)
            on conflict (counter_id, path) do nothing""";

    /** Bytes a second that even a slow store takes. */
    private static final long SLOWEST_STORE = 1 << 20;

    private final EntityManager entities;
    private final Transitions transitions;
    private final Audit audit;
    private final Clock clock;
    private final NodeName node;
    private final Leases leases;

    Arrivals(EntityManager entities, Transitions transitions, Audit audit, Clock clock, NodeName node, Leases leases) {
        this.entities = entities;
        this.transitions = transitions;
        this.audit = audit;
        this.clock = clock;
        this.node = node;
        this.leases = leases;
    }

    /** Asks for a file. Two nodes that ask at once get different answers. */
    public Arrival.Answer claim(Arrival arrival) {
        enter(arrival);
        ArrivalRow row = locked(arrival);
        boolean same = row.size == arrival.print().size()
                && row.modifiedAt.equals(arrival.print().modifiedAt())
                && row.fileKey.equals(arrival.print().fileKey());
        boolean settled = !row.state.equals(ArrivalRow.CLAIMED) && same && row.scanId != null;
        boolean held = row.leasedUntil.isAfter(clock.instant()) && !row.node.equals(node.text());
        if (held && (settled || row.state.equals(ArrivalRow.CLAIMED))) {
            return new Arrival.Busy(); // also a settled file: whoever settled it is about to move it
        }
        if (settled) {
            lease(row, arrival);
            return new Arrival.Settled(row.id, row.scanId);
        }
        return take(row, arrival);
    }

    /** The file is not there any more, or not as it was: the claim is given up, and nothing of it stays. */
    public void release(Arrival.Yours claim) {
        entities.createQuery(
                        "delete from ArrivalRow a where a.id = :id and a.state = :claimed and a.attempt = :attempt")
                .setParameter("id", claim.id())
                .setParameter("claimed", ArrivalRow.CLAIMED)
                .setParameter("attempt", claim.attempt())
                .executeUpdate();
    }

    /** A settled file turned out to hold other bytes than those that were taken: it is a new one after all. */
    public Arrival.Answer claimAnew(Arrival arrival) {
        enter(arrival);
        return take(locked(arrival), arrival);
    }

    /** The earlier scan of the same bytes in the same counter, if there is one to link to. */
    @Transactional(readOnly = true)
    public Optional<UUID> earlier(Arrival arrival, Sha256 sha256) {
        return entities.createQuery("""
                        select s.id from ScanRow s where s.counterId = :counter and s.sha256 = :sha256
                        and s.repeatOf is null and s.state <> :quarantined""", UUID.class)
                .setParameter("counter", arrival.counter().id())
                .setParameter("sha256", sha256.hex())
                .setParameter("quarantined", State.QUARANTINED)
                .getResultStream()
                .findFirst();
    }

    /**
     * The file's bytes are safe (or refused, or known already): enters the scan and settles the arrival, or neither.
     *
     * @throws Conflict when the claim was lost meanwhile
     */
    public Announcement settle(Arrival arrival, Arrival.Yours claim, NewScan scan) {
        lockBytes(arrival, scan.sha256());
        int settled = entities.createQuery("""
                        update ArrivalRow a set a.state = :settled, a.scanId = :scan
                        where a.id = :id and a.state = :claimed and a.attempt = :attempt""")
                .setParameter("settled", ArrivalRow.SETTLED)
                .setParameter("scan", scan.id())
                .setParameter("id", claim.id())
                .setParameter("claimed", ArrivalRow.CLAIMED)
                .setParameter("attempt", claim.attempt())
                .executeUpdate();
        if (settled != 1) {
            throw new Conflict(Reason.of(ReasonCode.SOMEONE_WAS_FIRST));
        }
        Optional<UUID> earlier = scan.refused().isPresent() ? Optional.empty() : earlier(arrival, scan.sha256());
        if (earlier.isEmpty() && scan.refused().isEmpty() && scan.objectKey().isEmpty()) {
            throw new IllegalStateException("a scan that is neither refused nor a repeat has its bytes in the store");
        }
        ScanRow row = row(arrival, scan, earlier);
        entities.persist(row);
        transitions.begin(Subject.SCAN, row);
        audit.append(new AuditEntry(
                row.unitId, row.actor, "intake", "SCAN_" + row.state.name(), Subject.SCAN.name(), row.id));
        return row.state == State.RECEIVED ? Announcement.of(Stage.SPLIT, row.id) : Announcement.NOTHING;
    }

    /** The file goes there now. Recorded before it is moved: afterwards a crash could make the records lose it. */
    public void shelving(UUID scan, String shelf) {
        entities.createQuery("update ScanRow s set s.shelf = :shelf where s.id = :scan")
                .setParameter("shelf", shelf)
                .setParameter("scan", scan)
                .executeUpdate();
    }

    /** The place that was recorded for the scan's file. */
    @Transactional(readOnly = true)
    public Optional<String> shelf(UUID scan) {
        return entities.createQuery(
                        "select s.shelf from ScanRow s where s.id = :scan and s.shelf is not null", String.class)
                .setParameter("scan", scan)
                .getResultStream()
                .findFirst();
    }

    /**
     * The file of this scan has left its folder: nothing is left to do. Should another file of the same name be on its
     * way meanwhile, its arrival stays.
     */
    public void over(UUID arrival, UUID scan) {
        entities.createQuery("delete from ArrivalRow a where a.id = :id and a.scanId = :scan")
                .setParameter("id", arrival)
                .setParameter("scan", scan)
                .executeUpdate();
    }

    private void enter(Arrival arrival) {
        entities.createNativeQuery(ENTER)
                .setParameter("id", Ids.next())
                .setParameter("unit", arrival.counter().unitId())
                .setParameter("counter", arrival.counter().id())
                .setParameter("path", arrival.path())
                .setParameter("size", arrival.print().size())
                .setParameter("modified", arrival.print().modifiedAt())
                .setParameter("key", arrival.print().fileKey())
                .setParameter("actor", arrival.actor())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private ArrivalRow locked(Arrival arrival) {
        List<ArrivalRow> rows = entities.createQuery(
                        "select a from ArrivalRow a where a.counterId = :counter and a.path = :path", ArrivalRow.class)
                .setParameter("counter", arrival.counter().id())
                .setParameter("path", arrival.path())
                .setLockMode(jakarta.persistence.LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        if (rows.isEmpty()) {
            throw new Conflict(Reason.of(ReasonCode.SOMEONE_WAS_FIRST));
        }
        return rows.get(0);
    }

    private Arrival.Yours take(ArrivalRow row, Arrival arrival) {
        row.state = ArrivalRow.CLAIMED;
        row.size = arrival.print().size();
        row.modifiedAt = arrival.print().modifiedAt();
        row.fileKey = arrival.print().fileKey();
        row.attempt++;
        row.scanId = null;
        lease(row, arrival);
        return new Arrival.Yours(row.id, row.attempt);
    }

    /** Longer for a large file: two nodes that take it from each other half way would never be done. */
    private void lease(ArrivalRow row, Arrival arrival) {
        row.node = node.text();
        row.leasedUntil =
                clock.instant().plus(leases.work()).plusSeconds(arrival.print().size() / SLOWEST_STORE);
    }

    /** Two files with the same bytes, taken at the same moment, must not both become the first. */
    private void lockBytes(Arrival arrival, Sha256 sha256) {
        entities.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:bytes, 0))) l")
                .setParameter("bytes", arrival.counter().id() + sha256.hex())
                .getSingleResult();
    }

    private ScanRow row(Arrival arrival, NewScan scan, Optional<UUID> earlier) {
        Instant now = clock.instant();
        ScanRow row = new ScanRow();
        row.id = scan.id();
        row.unitId = arrival.counter().unitId();
        row.counterId = arrival.counter().id();
        row.actor = arrival.actor();
        row.name = scan.name();
        row.folder = scan.folder();
        row.sha256 = scan.sha256().hex();
        row.bytes = scan.bytes();
        row.format = scan.format();
        row.objectKey = earlier.isPresent() ? "" : scan.objectKey();
        row.repeatOf = earlier.orElse(null);
        row.reasonCode = scan.refused().map(r -> r.code().name()).orElse(null);
        row.reasonDetail = scan.refused().map(Reason::detail).orElse(null);
        row.state =
                scan.refused().isPresent() ? State.QUARANTINED : earlier.isPresent() ? State.REPEAT : State.RECEIVED;
        row.dueAt = now;
        row.rungAt = now; // intake announces it
        row.createdAt = now;
        row.updatedAt = now;
        return row;
    }
}
