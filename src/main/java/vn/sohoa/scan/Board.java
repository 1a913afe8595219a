package vn.sohoa.scan;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Counters;

/** Reading many scans at once: what came in, where it stands, what needs a person. Every list has a limit. */
@Component
@Transactional(readOnly = true)
public class Board {
    /** The states of scans that a person has to look at. */
    public static final Set<State> TROUBLES = Set.of(State.STUCK, State.QUARANTINED);

    private static final int MOST_PARTS = 1_000;
    private static final String OF_PARTS =
            "p.position from HistoryRow h join %s p on p.id = h.subjectId where p.scanId = :scan";
    /** As the database orders ids: by their unsigned bytes, which is how their text is ordered too. */
    private static final Comparator<HistoryLine> NEWEST_FIRST =
            Comparator.comparing((HistoryLine line) -> line.id().toString()).reversed();

    private final EntityManager entities;
    private final Counters counters;

    Board(EntityManager entities, Counters counters) {
        this.entities = entities;
        this.counters = counters;
    }

    /** What came in on a day, by counter, in the order of unit and counter codes. */
    public List<CounterDay> arrivals(Optional<UUID> unit, Day day) {
        Conditions where = Conditions.of(new ScanFilter(unit, Optional.empty(), Set.of(), Optional.of(day)));
        List<Object[]> rows = where.fill(entities.createQuery(
                        "select s.counterId, s.state, count(*) from ScanRow s where " + where
                                + " group by s.counterId, s.state",
                        Object[].class))
                .getResultList();
        Map<UUID, Map<State, Long>> counts = new HashMap<>();
        for (Object[] row : rows) {
            counts.computeIfAbsent((UUID) row[0], id -> new EnumMap<>(State.class))
                    .put((State) row[1], (Long) row[2]);
        }
        return counts.entrySet().stream()
                .map(entry -> day(counters.of(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing(CounterDay::unit).thenComparing(CounterDay::counter))
                .toList();
    }

    private static CounterDay day(Counter counter, Map<State, Long> counts) {
        return new CounterDay(
                counter.unitId(),
                counter.unit().text(),
                counter.id(),
                counter.code().text(),
                counts);
    }

    /**
     * Scans, newest first.
     *
     * @param after the last id of the page before; empty for the first page
     */
    public List<ScanLine> scans(ScanFilter wanted, Optional<UUID> after, int most) {
        Conditions where = Conditions.of(wanted).after(after);
        TypedQuery<ScanRow> query =
                entities.createQuery("select s from ScanRow s where " + where + " order by s.id desc", ScanRow.class);
        return where.fill(query)
                .setMaxResults(most)
                .getResultStream()
                .map(this::line)
                .toList();
    }

    /** What is stuck or quarantined, newest first, with the reasons of its pages and documents. */
    public List<Trouble> troubles(Optional<UUID> unit, Optional<UUID> after, int most) {
        List<ScanLine> scans = scans(new ScanFilter(unit, Optional.empty(), TROUBLES, Optional.empty()), after, most);
        Set<UUID> ids = scans.stream().map(ScanLine::id).collect(Collectors.toSet());
        Map<UUID, List<Trouble.Parts>> parts = new HashMap<>();
        stuckParts(Subject.PAGE, ids, parts);
        stuckParts(Subject.DOCUMENT, ids, parts);
        return scans.stream()
                .map(scan -> new Trouble(scan, parts.getOrDefault(scan.id(), List.of())))
                .toList();
    }

    /** What of one scan did not work out. */
    public List<Trouble.Parts> stuckParts(UUID scan) {
        Map<UUID, List<Trouble.Parts>> parts = new HashMap<>();
        stuckParts(Subject.PAGE, Set.of(scan), parts);
        stuckParts(Subject.DOCUMENT, Set.of(scan), parts);
        return parts.getOrDefault(scan, List.of());
    }

    private void stuckParts(Subject subject, Set<UUID> scans, Map<UUID, List<Trouble.Parts>> parts) {
        if (scans.isEmpty()) {
            return;
        }
        List<Object[]> rows = entities.createQuery("""
                        select w.scanId, w.reasonCode, w.reasonDetail, count(*), min(w.position) from %s w
                        where w.scanId in (:scans) and w.state = :stuck
                        group by w.scanId, w.reasonCode, w.reasonDetail
                        order by count(*) desc, min(w.position)""".formatted(subject.entity()), Object[].class)
                .setParameter("scans", scans)
                .setParameter("stuck", State.STUCK)
                .setMaxResults(MOST_PARTS)
                .getResultList();
        for (Object[] row : rows) {
            parts.computeIfAbsent((UUID) row[0], id -> new ArrayList<>())
                    .add(new Trouble.Parts(
                            subject, Scans.reason((String) row[1], (String) row[2]), (Long) row[3], (Integer) row[4]));
        }
    }

    /** Pages of these scans that should better be scanned again, by scan and reason; the most frequent first. */
    public Map<UUID, List<Trouble.Parts>> flaws(List<ScanLine> scans) {
        if (scans.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = entities.createQuery("""
                        select p.scanId, p.flaws, count(*), min(p.position) from PageRow p
                        where p.scanId in (:scans) and p.flaws <> ''
                        group by p.scanId, p.flaws order by count(*) desc, min(p.position)""", Object[].class)
                .setParameter("scans", scans.stream().map(ScanLine::id).toList())
                .setMaxResults(MOST_PARTS)
                .getResultList();
        Map<UUID, List<Trouble.Parts>> flaws = new HashMap<>();
        for (Object[] row : rows) {
            List<Trouble.Parts> parts = flaws.computeIfAbsent((UUID) row[0], id -> new ArrayList<>());
            Flaws.read((String) row[1])
                    .forEach(flaw -> parts.add(
                            new Trouble.Parts(Subject.PAGE, Optional.of(flaw), (Long) row[2], (Integer) row[3])));
        }
        return flaws;
    }

    /** The id of a scan's page by its place in the source, from 0. */
    public Optional<UUID> pageAt(UUID scan, int position) {
        return entities.createQuery(
                        "select p.id from PageRow p where p.scanId = :scan and p.position = :position", UUID.class)
                .setParameter("scan", scan)
                .setParameter("position", position)
                .getResultStream()
                .findFirst();
    }

    /**
     * The history of a scan, its pages and its documents, newest first.
     *
     * @param before the last id of the part before; empty for the first part
     */
    public List<HistoryLine> history(UUID scan, Optional<UUID> before, int most) {
        Stream<HistoryLine> own = history("-1 from HistoryRow h where h.subjectId = :scan", scan, before, most);
        Stream<HistoryLine> pages = history(OF_PARTS.formatted("PageRow"), scan, before, most);
        Stream<HistoryLine> documents = history(OF_PARTS.formatted("DocumentRow"), scan, before, most);
        return Stream.of(own, pages, documents)
                .flatMap(lines -> lines)
                .sorted(NEWEST_FIRST)
                .limit(most)
                .toList();
    }

    /** Each kind apart, so that each is a walk along an index; together they are sorted by us. */
    private Stream<HistoryLine> history(String from, UUID scan, Optional<UUID> before, int most) {
        String earlier = before.isPresent() ? " and h.id < :before" : "";
        TypedQuery<Object[]> query = entities.createQuery(
                        "select h, " + from + earlier + " order by h.id desc", Object[].class)
                .setParameter("scan", scan)
                .setMaxResults(most);
        before.ifPresent(id -> query.setParameter("before", id));
        return query.getResultStream().map(row -> line((HistoryRow) row[0], (int) row[1]));
    }

    private static HistoryLine line(HistoryRow h, int place) {
        return new HistoryLine(
                h.id,
                h.subject,
                place < 0 ? Optional.empty() : Optional.of(place),
                h.fromState.isEmpty() ? Optional.empty() : Optional.of(State.valueOf(h.fromState)),
                State.valueOf(h.toState),
                h.attempt,
                h.actor,
                h.node,
                Scans.reason(h.reasonCode, h.reasonDetail),
                h.at);
    }

    private ScanLine line(ScanRow s) {
        Counter counter = counters.of(s.counterId);
        return new ScanLine(
                s.id,
                s.unitId,
                counter.unit().text(),
                s.counterId,
                counter.code().text(),
                s.name,
                s.folder,
                s.pages,
                s.pagesPending,
                s.state,
                Scans.reason(s.reasonCode, s.reasonDetail),
                s.createdAt,
                s.updatedAt);
    }
}
