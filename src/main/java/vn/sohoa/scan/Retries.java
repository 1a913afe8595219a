package vn.sohoa.scan;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.audit.Audit;
import vn.sohoa.audit.AuditEntry;
import vn.sohoa.common.Failure.Conflict;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;

/** What did not work out is tried again at a person's word, with all its lives, from the stage in which it failed. */
@Component
@Transactional
public class Retries {
    /** Should a page never come back from being read, its document is read with the words it had. */
    private static final Duration AT_LAST = Duration.ofMinutes(30);

    /** While a scan is on its way, what is stuck of it has been counted already and waits for its end. */
    private static final Set<State> AT_REST = EnumSet.of(State.STUCK, State.IN_REVIEW);

    private static final Set<State> IN_WORK =
            EnumSet.of(State.RECUT, State.EXTRACTING, State.CUT, State.RENDERING, State.PUBLISHING);

    private final EntityManager entities;
    private final Transitions transitions;
    private final Desk desk;
    private final Audit audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Retries(
            EntityManager entities,
            Transitions transitions,
            Desk desk,
            Audit audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.entities = entities;
        this.transitions = transitions;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** Stages of a whole scan: what gets stuck there has no papers yet. */
    private static final List<Stage> OF_A_SCAN = Arrays.stream(Stage.values())
            .filter(stage -> stage.subject() == Subject.SCAN)
            .toList();

    /**
     * A scan, a page or a document that waits for a person to say that it be tried again.
     *
     * @param position of the part in its scan, from 0
     */
    public record Stuck(
            Subject subject, UUID id, UUID scanId, String scan, int position, Optional<Reason> reason, Instant since) {}

    /** What is stuck in the person's units and can be tried again, the longest waiting first. */
    @Transactional(readOnly = true)
    public List<Stuck> list(Person person, int most) {
        Set<UUID> units = person.units(Role.CLERK);
        if (units.isEmpty()) {
            return List.of();
        }
        return Stream.of(
                        scans(units, most),
                        stuck(Subject.DOCUMENT, "", units, most),
                        stuck(Subject.PAGE, " and w.imageKey <> ''", units, most))
                .flatMap(List::stream)
                .sorted(java.util.Comparator.comparing(Stuck::since))
                .limit(most)
                .toList();
    }

    private List<Stuck> scans(Set<UUID> units, int most) {
        return entities.createQuery("""
                        select s.id, s.name, s.reasonCode, s.reasonDetail, s.updatedAt from ScanRow s
                        where s.state = :stuck and s.unitId in (:units)
                        and (select h.fromState from HistoryRow h where h.subjectId = s.id and h.toState = :stuckName
                            order by h.at desc, h.id desc limit 1) in (:during)
                        order by s.updatedAt, s.id""", Object[].class)
                .setParameter("stuck", State.STUCK)
                .setParameter("stuckName", State.STUCK.name())
                .setParameter("units", units)
                .setParameter(
                        "during",
                        OF_A_SCAN.stream().map(stage -> stage.during().name()).toList())
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Stuck(
                        Subject.SCAN,
                        (UUID) row[0],
                        (UUID) row[0],
                        (String) row[1],
                        0,
                        Scans.reason((String) row[2], (String) row[3]),
                        (Instant) row[4]))
                .toList();
    }

    private List<Stuck> stuck(Subject subject, String more, Set<UUID> units, int most) {
        return entities.createQuery("""
                        select w.id, w.scanId, s.name, w.position, w.reasonCode, w.reasonDetail, w.updatedAt
                        from %s w join ScanRow s on s.id = w.scanId
                        where w.state = :stuck and w.unitId in (:units) and s.state in (:rest)%s
                        order by w.updatedAt, w.id""".formatted(subject.entity(), more), Object[].class)
                .setParameter("stuck", State.STUCK)
                .setParameter("units", units)
                .setParameter("rest", AT_REST)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Stuck(
                        subject,
                        (UUID) row[0],
                        (UUID) row[1],
                        (String) row[2],
                        (Integer) row[3],
                        Scans.reason((String) row[4], (String) row[5]),
                        (Instant) row[6]))
                .toList();
    }

    /** Whether a scan got stuck before it had papers, so that {@link #scan} tries it again as a whole. */
    @Transactional(readOnly = true)
    public boolean isWhole(ScanView scan) {
        return scan.state() == State.STUCK && stageOf(scan.id()).isPresent();
    }

    /**
     * A scan that got stuck before it had papers goes back to the stage in which it failed.
     *
     * @throws Conflict when it is not stuck, or stuck for its pages or documents only
     */
    public UUID scan(UUID id, Person person) {
        ScanRow row = entities.find(ScanRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        Transitions.Change change = change(Subject.SCAN, row, person);
        entities.detach(row);
        Stage stage = stageOf(id).orElseThrow(Retries::notNow);
        again(change, stage.from());
        write(change, "SCAN_TRIED_AGAIN");
        events.publishEvent(Announcement.of(stage, id));
        return id;
    }

    private Optional<Stage> stageOf(UUID scan) {
        return cameFrom(scan).flatMap(from -> OF_A_SCAN.stream()
                .filter(stage -> stage.during().name().equals(from))
                .findFirst());
    }

    /**
     * A stuck document goes back to the stage in which it failed. Returns its scan.
     *
     * @throws Conflict when it is not stuck, or its scan is still on its way
     */
    public UUID document(UUID id, Person person) {
        DocumentRow row = entities.find(DocumentRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        Transitions.Change change = change(Subject.DOCUMENT, row, person);
        UUID scan = row.scanId;
        entities.detach(row);
        atRest(scan);
        Stage stage = Arrays.stream(Stage.values())
                .filter(one -> one.subject() == Subject.DOCUMENT
                        && cameFrom(id).filter(one.during().name()::equals).isPresent())
                .findFirst()
                .orElse(Stage.EXTRACT);
        again(change, stage.from());
        write(change, "DOCUMENT_TRIED_AGAIN");
        events.publishEvent(Announcement.of(stage, id));
        return scan;
    }

    /**
     * A stuck page is read anew, and then its document, unless persons are done with that. Returns its scan.
     *
     * @throws Conflict when it is not stuck, has no image, or is being worked on by a machine or somebody else
     */
    public UUID page(UUID id, Person person) {
        PageRow row = entities.find(PageRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        Transitions.Change change = change(Subject.PAGE, row, person);
        UUID scan = row.scanId;
        boolean image = !row.imageKey.isEmpty();
        entities.detach(row);
        if (!image) {
            throw notNow();
        }
        atRest(scan);
        documents(id).forEach(document -> readAnewWithIt(document, person));
        again(change, State.WAITING);
        write(change, "PAGE_TRIED_AGAIN");
        events.publishEvent(Announcement.of(Stage.READ, id));
        return scan;
    }

    private List<UUID> documents(UUID page) {
        return entities.createQuery(
                        "select d.id from DocumentRow d join d.pages p where p = :page and d.state <> :replaced",
                        UUID.class)
                .setParameter("page", page)
                .setParameter("replaced", State.REPLACED)
                .getResultList();
    }

    /** As when a person turns one of its pages: its words and its file come anew. */
    private void readAnewWithIt(UUID document, Person person) {
        DocumentRow row = entities.find(DocumentRow.class, document, LockModeType.PESSIMISTIC_WRITE);
        State state = row.state;
        Transitions.Change change = Transitions.Change.of(
                Subject.DOCUMENT, row.id, row.unitId, person.name(), state, State.RECUT, row.attempt);
        entities.detach(row);
        if (IN_WORK.contains(state)) {
            throw notNow();
        }
        if (state != State.IN_REVIEW && state != State.STUCK) {
            return;
        }
        desk.holder(document)
                .filter(holder -> !holder.account().equals(person.id()))
                .ifPresent(holder -> {
                    throw new Conflict(Reason.of(ReasonCode.REVIEW_TAKEN, holder.name()));
                });
        again(change, State.RECUT);
        entities.createQuery("""
                        update DocumentRow d set d.objectKey = '', d.sha256 = null, d.bytes = null,
                            d.version = d.version + 1, d.dueAt = :due where d.id = :document""")
                .setParameter("due", clock.instant().plus(AT_LAST))
                .setParameter("document", document)
                .executeUpdate();
    }

    private static Transitions.Change change(
            Subject subject, @org.jspecify.annotations.Nullable WorkRow row, Person person) {
        if (row == null || row.state != State.STUCK) {
            throw notNow();
        }
        return Transitions.Change.of(subject, row.id, row.unitId, person.name(), State.STUCK, State.STUCK, row.attempt);
    }

    /** A scan that broke before its pages were papers has nothing to go on with. */
    private void atRest(UUID scan) {
        State state = entities.createQuery("select s.state from ScanRow s where s.id = :scan", State.class)
                .setParameter("scan", scan)
                .getSingleResult();
        boolean broken = state == State.STUCK
                && cameFrom(scan).filter(State.RENDERING.name()::equals).isEmpty();
        if (!AT_REST.contains(state) || broken) {
            throw notNow();
        }
    }

    /** What the row was in when it got stuck. */
    private Optional<String> cameFrom(UUID subject) {
        return entities.createQuery("""
                        select h.fromState from HistoryRow h where h.subjectId = :subject and h.toState = :stuck
                        order by h.at desc, h.id desc""", String.class)
                .setParameter("subject", subject)
                .setParameter("stuck", State.STUCK.name())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private void again(Transitions.Change stuck, State to) {
        entities.createQuery("update %s w set w.lives = :lives, w.interruptions = 0 where w.id = :id"
                        .formatted(stuck.subject().entity()))
                .setParameter("lives", WorkRow.LIVES)
                .setParameter("id", stuck.id())
                .executeUpdate();
        boolean moved = transitions.move(Transitions.Change.of(
                stuck.subject(), stuck.id(), stuck.unitId(), stuck.actor(), stuck.from(), to, stuck.attempt()));
        if (!moved) {
            throw new IllegalStateException("a locked row has moved");
        }
    }

    private void write(Transitions.Change change, String act) {
        audit.append(new AuditEntry(
                change.unitId(), change.actor(), "review", act, change.subject().name(), change.id()));
    }

    private static Conflict notNow() {
        return new Conflict(Reason.of(ReasonCode.NOT_TRIED_AGAIN));
    }
}
