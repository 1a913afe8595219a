package vn.sohoa.scan;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.common.Failure.Conflict;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;

/**
 * The documents that wait for a person, oldest first, and who has which of them on the desk. A lease lasts ten minutes
 * and is renewed as long as the person's browser says so; the same person always gets the same document again.
 */
@Component
@Transactional
public class Desk {
    /** Pages of register books are keyed, not reviewed. */
    public static final String BOOKS_COUNTER = "so-ho-tich";

    public static final String BOOK_PAGE = "trang_so_ho_tich";

    /** How long a document stays on a desk without a sign of life. */
    public static final Duration LEASE = Duration.ofMinutes(10);

    private static final int TRIES = 20;
    private static final String WAITING = """
            d.state = :review and d.unitId in (:units) and d.type <> :page
            and exists (select s.id from ScanRow s join CounterRow c on c.id = s.counterId
                where s.id = d.scanId and s.state <> :rendering and c.code <> :books)
            """;
    private static final String NOT_ELSEWHERE = """
             and not exists (select l.documentId from ReviewLeaseRow l
                where l.documentId = d.id and l.leasedUntil > :now and l.accountId <> :me)
            """;
    private static final String TAKE = """
            insert into review_lease (document_id, unit_id, account_id, account_name, taken_at, leased_until)
            select d.id, d.unit_id, :me, :name, :now, :until from document d where d.id = :document
            on conflict (document_id) do update set account_id = excluded.account_id,
                account_name = excluded.account_name, leased_until = excluded.leased_until,
                taken_at = case when review_lease.account_id = excluded.account_id
                           then review_lease.taken_at else excluded.taken_at end
            where review_lease.account_id = excluded.account_id or review_lease.leased_until <= excluded.taken_at""";

    private final EntityManager entities;
    private final Clock clock;

    Desk(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * A document that waits for a person.
     *
     * @param by who has it on the desk; empty when nobody has
     */
    public record Waiting(UUID id, UUID unitId, String type, String scan, int pages, Instant since, String by) {}

    /** How many documents wait for this person, those on other desks not counted. */
    @Transactional(readOnly = true)
    public long count(Person person) {
        Set<UUID> units = person.units(Role.CLERK);
        if (units.isEmpty()) {
            return 0;
        }
        return waiting("select count(*) from DocumentRow d where " + WAITING + NOT_ELSEWHERE, Long.class, units, person)
                .getSingleResult();
    }

    /** What waits in the person's units, oldest first. */
    @Transactional(readOnly = true)
    public List<Waiting> list(Person person, int most) {
        Set<UUID> units = person.units(Role.CLERK);
        if (units.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        return entities.createQuery(
                        "select d.id, d.unitId, d.type, t.name, size(d.pages), d.createdAt, l.accountName, l.leasedUntil"
                                + " from DocumentRow d join ScanRow t on t.id = d.scanId"
                                + " left join ReviewLeaseRow l on l.documentId = d.id where " + WAITING
                                + " order by d.createdAt, d.id",
                        Object[].class)
                .setParameter("review", State.IN_REVIEW)
                .setParameter("rendering", State.RENDERING)
                .setParameter("books", BOOKS_COUNTER)
                .setParameter("page", BOOK_PAGE)
                .setParameter("units", units)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> waiting(row, now))
                .toList();
    }

    private static Waiting waiting(Object[] row, Instant now) {
        boolean held = row[7] != null && ((Instant) row[7]).isAfter(now);
        return new Waiting(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                (Integer) row[4],
                (Instant) row[5],
                held ? (String) row[6] : "");
    }

    /** The next document for this person: the one on their desk, or else the oldest that nobody has; takes it. */
    public Optional<UUID> next(Person person) {
        return waitingFor(person, TRIES).stream()
                .filter(document -> tryTake(document, person))
                .findFirst();
    }

    /** What would come after this one, without taking it: its image can be fetched ahead. */
    @Transactional(readOnly = true)
    public Optional<UUID> after(UUID document, Person person) {
        return waitingFor(person, 2).stream()
                .filter(other -> !other.equals(document))
                .findFirst();
    }

    private List<UUID> waitingFor(Person person, int most) {
        Set<UUID> units = person.units(Role.CLERK);
        if (units.isEmpty()) {
            return List.of();
        }
        return waiting(
                        "select d.id from DocumentRow d left join ReviewLeaseRow m on m.documentId = d.id"
                                + " and m.accountId = :me and m.leasedUntil > :now where " + WAITING + NOT_ELSEWHERE
                                + " order by case when m.documentId is null then 1 else 0 end, d.createdAt, d.id",
                        UUID.class,
                        units,
                        person)
                .setMaxResults(most)
                .getResultList();
    }

    private <T> TypedQuery<T> waiting(String query, Class<T> type, Set<UUID> units, Person person) {
        return entities.createQuery(query, type)
                .setParameter("review", State.IN_REVIEW)
                .setParameter("rendering", State.RENDERING)
                .setParameter("books", BOOKS_COUNTER)
                .setParameter("page", BOOK_PAGE)
                .setParameter("units", units)
                .setParameter("now", clock.instant())
                .setParameter("me", person.id());
    }

    /**
     * Takes this document, or keeps it for another lease.
     *
     * @throws Conflict when someone else has it on the desk; says who
     */
    public void take(UUID document, Person person) {
        if (!tryTake(document, person)) {
            String who = holder(document).map(Holder::name).orElse("?");
            throw new Conflict(Reason.of(ReasonCode.REVIEW_TAKEN, who));
        }
    }

    /** Who has a document on the desk, and until when. */
    public record Holder(UUID account, String name, Instant until) {}

    /** Who has it on the desk now. */
    @Transactional(readOnly = true)
    public Optional<Holder> holder(UUID document) {
        Instant now = clock.instant();
        return entities.createQuery(
                        "select l from ReviewLeaseRow l where l.documentId = :document and l.leasedUntil > :now",
                        ReviewLeaseRow.class)
                .setParameter("document", document)
                .setParameter("now", now)
                .getResultStream()
                .map(row -> new Holder(row.accountId, row.accountName, row.leasedUntil))
                .findFirst();
    }

    /** The person puts it back for others. */
    public void leave(UUID document, Person person) {
        entities.createQuery("delete from ReviewLeaseRow l where l.documentId = :document and l.accountId = :me")
                .setParameter("document", document)
                .setParameter("me", person.id())
                .executeUpdate();
    }

    private boolean tryTake(UUID document, Person person) {
        Instant now = clock.instant();
        return entities.createNativeQuery(TAKE)
                        .setParameter("me", person.id())
                        .setParameter("name", person.name())
                        .setParameter("now", now)
                        .setParameter("until", now.plus(LEASE))
                        .setParameter("document", document)
                        .executeUpdate()
                == 1;
    }
}
