package vn.sohoa.scan;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.organization.Counter;
import vn.sohoa.organization.Counters;

/** Whether work moves: what lies in each stage, for how long, and when the stage last finished something. */
@Component
@Transactional(readOnly = true)
public class Pulse {
    /** Rows come back to a stage without a column that tells when first, so the oldest is sought among these many. */
    private static final int CANDIDATES = 200;

    /** When a scan came to be due for understanding; coming back from a try that failed does not count. */
    private static final String CAME = """
            (select max(h.at) from HistoryRow h
            where h.subjectId = w.id and h.toState = 'READ' and h.fromState <> 'UNDERSTANDING')""";

    private final EntityManager entities;
    private final Counters counters;

    Pulse(EntityManager entities, Counters counters) {
        this.entities = entities;
        this.counters = counters;
    }

    /** Every stage in the order of the walk. */
    public List<Beat> stages() {
        return Arrays.stream(Stage.values()).map(this::stage).toList();
    }

    private Beat stage(Stage stage) {
        Map<State, Long> open = new EnumMap<>(State.class);
        entities.createQuery(
                        "select w.state, count(*) from %s w where w.state in (%s) group by w.state"
                                .formatted(stage.subject().entity(), open(stage)),
                        Object[].class)
                .getResultStream()
                .forEach(row -> open.put((State) row[0], (Long) row[1]));
        return new Beat(
                stage,
                open.getOrDefault(stage.from(), 0L),
                open.getOrDefault(stage.during(), 0L),
                open.isEmpty() ? Optional.empty() : oldest(stage),
                lastDone(stage));
    }

    /** Written out instead of bound, so that the planner sees that the partial indexes serve. */
    private static String open(Stage stage) {
        return "'%s', '%s'".formatted(stage.from(), stage.during());
    }

    private Optional<Beat.Oldest> oldest(Stage stage) {
        boolean bornDue = stage != Stage.UNDERSTAND;
        return entities.createQuery(
                        """
                        select w.id, s.id, s.counterId, w.state, %s from %s w join ScanRow s on s.id = w.%s
                        where w.state in (%s) order by w.%s""".formatted(
                                        bornDue ? "w.createdAt" : CAME,
                                        stage.subject().entity(),
                                        stage.subject() == Subject.SCAN ? "id" : "scanId",
                                        open(stage),
                                        bornDue ? "createdAt" : "dueAt"),
                        Object[].class)
                .setMaxResults(bornDue ? 1 : CANDIDATES)
                .getResultStream()
                .map(this::oldest)
                .min(Comparator.comparing(Beat.Oldest::since));
    }

    private Beat.Oldest oldest(Object[] row) {
        Counter counter = counters.of((UUID) row[2]);
        return new Beat.Oldest(
                (UUID) row[0],
                (UUID) row[1],
                counter.unitId(),
                counter.unit().text(),
                counter.code().text(),
                (State) row[3],
                (Instant) row[4]);
    }

    private Optional<Instant> lastDone(Stage stage) {
        return Optional.ofNullable(entities.createQuery("""
                        select max(h.at) from HistoryRow h
                        where h.subject = :subject and h.fromState = :during and h.toState <> :from""", Instant.class)
                .setParameter("subject", stage.subject())
                .setParameter("during", stage.during().name())
                .setParameter("from", stage.from().name())
                .getSingleResult());
    }

    /** How many scans stand in each state, over all time. Costs a walk over an index: do not ask every second. */
    public Map<State, Long> scans() {
        Map<State, Long> counts = new EnumMap<>(State.class);
        entities.createQuery("select s.state, count(*) from ScanRow s group by s.state", Object[].class)
                .getResultStream()
                .forEach(row -> counts.put((State) row[0], (Long) row[1]));
        return counts;
    }
}
