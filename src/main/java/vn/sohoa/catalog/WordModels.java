package vn.sohoa.catalog;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.sohoa.classification.Lesson;
import vn.sohoa.classification.WordModel;
import vn.sohoa.common.Sha256;

/**
 * The models of words of the installation, numbered as they came. A new one is a candidate and does nothing until an administrator puts it
 * in force; the one before stays and can be put in force again. Rows are the truth, looked at again once a minute.
 */
@Component
public class WordModels {
    private static final Duration FRESH = Duration.ofMinutes(1);
    /** Any number, but always the same: two nodes never give the same number or put two models in force. */
    private static final long NUMBERING = 0x736f686f61776f72L;

    private final EntityManager entities;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile @Nullable Seen seen;

    WordModels(EntityManager entities, PlatformTransactionManager transactions, Clock clock) {
        this.entities = entities;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Where a model comes from. */
    public enum Origin {
        /** Out of the package, learned from made papers. */
        PACKED,
        /** Learned here, from papers that people confirmed and made ones. */
        LEARNED
    }

    public enum State {
        CANDIDATE,
        IN_FORCE,
        FORMER
    }

    /**
     * What papers a model was learned from.
     *
     * @param papers all of them
     * @param confirmed those that people here confirmed
     */
    public record Source(Origin origin, int papers, int confirmed) {}

    /**
     * A model without its words.
     *
     * @param decidedBy who put it in force last; empty: nobody yet, or the package itself
     * @param foreign so many papers of types it had never seen were shown to its like
     * @param foreignNamed so many of these got a type all the same
     */
    public record Entry(
            int number,
            Instant madeAt,
            Source source,
            State state,
            String decidedBy,
            Optional<Instant> decidedAt,
            int foreign,
            int foreignNamed,
            List<Lesson.Recall> types) {}

    /** What tells papers now. */
    public record InForce(int number, WordModel model) {}

    private record Seen(Instant since, String sha256, Optional<InForce> inForce) {}

    /** Enters the package's own model; it is put in force where none is, or an older package's on which nobody decided. */
    public void pack(PackedWords packed) {
        transaction.executeWithoutResult(status -> {
            lock();
            if (known(packed.model()).isEmpty()) { // nearly every start finds it
                Lesson lesson = packed.lesson();
                boolean undecided = inForceRow()
                        .map(row -> row.origin.equals(Origin.PACKED.name()) && row.decidedBy.isEmpty())
                        .orElse(true);
                Instant made = packed.made().atStartOfDay(ZoneOffset.UTC).toInstant();
                int number = enter(lesson, new Source(Origin.PACKED, papers(lesson), 0), made);
                if (undecided) {
                    force(number, "");
                }
            }
        });
        seen = null;
    }

    /** @return the number of the candidate; the one that it has already, where the same was learned before */
    public int candidate(Lesson lesson, int confirmed) {
        return Objects.requireNonNull(transaction.execute(status -> {
            lock();
            return known(lesson.model().bytes())
                    .orElseGet(() ->
                            enter(lesson, new Source(Origin.LEARNED, papers(lesson), confirmed), clock.instant()));
        }));
    }

    /**
     * From now on this one tells papers, forward to a candidate or back to a former one.
     *
     * @return false where there is no such model
     */
    public boolean putInForce(int number, String by) {
        boolean done = Boolean.TRUE.equals(transaction.execute(status -> {
            lock();
            boolean there = entities.find(WordModelRow.class, number) != null;
            if (there) {
                force(number, by);
            }
            return there;
        }));
        seen = null;
        return done;
    }

    /** The newest first. */
    public List<Entry> all() {
        return Objects.requireNonNull(transaction.execute(status -> {
            Map<Integer, List<Lesson.Recall>> types = entities.createQuery(
                            "select t from WordModelTypeRow t order by t.type", WordModelTypeRow.class)
                    .getResultStream()
                    .collect(Collectors.groupingBy(
                            row -> row.number,
                            Collectors.mapping(
                                    row -> new Lesson.Recall(row.type, row.papers, row.rightNamed, row.wrongNamed),
                                    Collectors.toList())));
            return entities.createQuery("select m from WordModelRow m order by m.number desc", WordModelRow.class)
                    .getResultStream()
                    .map(row -> entry(row, types.getOrDefault(row.number, List.of())))
                    .toList();
        }));
    }

    /** What tells papers now; none before the first one came. */
    public Optional<InForce> inForce() {
        Seen before = seen;
        Instant now = clock.instant();
        if (before == null || before.since.plus(FRESH).isBefore(now)) {
            before = look(now, before);
            seen = before;
        }
        return before.inForce;
    }

    private void lock() {
        entities.createNativeQuery("select pg_advisory_xact_lock(:key)", Object.class)
                .setParameter("key", NUMBERING)
                .getResultList();
    }

    private Optional<Integer> known(byte[] model) {
        return entities.createQuery("select m.number from WordModelRow m where m.sha256 = :sha256", Integer.class)
                .setParameter("sha256", Sha256.of(model).hex())
                .getResultStream()
                .findFirst();
    }

    private Optional<WordModelRow> inForceRow() {
        return entities.createQuery("select m from WordModelRow m where m.state = :state", WordModelRow.class)
                .setParameter("state", State.IN_FORCE.name())
                .getResultStream()
                .findFirst();
    }

    private int enter(Lesson lesson, Source source, Instant made) {
        WordModelRow row = new WordModelRow();
        row.number = entities.createQuery("select coalesce(max(m.number), 0) from WordModelRow m", Integer.class)
                        .getSingleResult()
                + 1;
        row.madeAt = made;
        row.origin = source.origin().name();
        row.content = lesson.model().bytes();
        row.sha256 = Sha256.of(row.content).hex();
        row.papers = source.papers();
        row.confirmed = source.confirmed();
        row.foreignShown = lesson.foreign();
        row.foreignNamed = lesson.foreignNamed();
        row.state = State.CANDIDATE.name();
        entities.persist(row);
        entities.flush();
        for (Lesson.Recall recall : lesson.types()) {
            WordModelTypeRow type = new WordModelTypeRow();
            type.id = row.number + "/" + recall.type();
            type.number = row.number;
            type.type = recall.type();
            type.papers = recall.papers();
            type.rightNamed = recall.right();
            type.wrongNamed = recall.wrong();
            entities.persist(type);
        }
        return row.number;
    }

    private void force(int number, String by) {
        entities.flush();
        entities.createQuery("update WordModelRow m set m.state = :former where m.state = :inForce")
                .setParameter("former", State.FORMER.name())
                .setParameter("inForce", State.IN_FORCE.name())
                .executeUpdate();
        entities.createQuery("""
                        update WordModelRow m set m.state = :inForce, m.decidedBy = :by, m.decidedAt = :now
                        where m.number = :number""")
                .setParameter("inForce", State.IN_FORCE.name())
                .setParameter("by", by)
                .setParameter("now", clock.instant())
                .setParameter("number", number)
                .executeUpdate();
    }

    /** Another model is read only when another one is in force. */
    private Seen look(Instant now, @Nullable Seen before) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<String> hash = entities.createQuery(
                            "select m.sha256 from WordModelRow m where m.state = :state", String.class)
                    .setParameter("state", State.IN_FORCE.name())
                    .getResultStream()
                    .findFirst();
            if (before != null && hash.orElse("").equals(before.sha256)) {
                return new Seen(now, before.sha256, before.inForce);
            }
            return new Seen(
                    now,
                    hash.orElse(""),
                    inForceRow().map(row -> new InForce(row.number, WordModel.read(row.content))));
        }));
    }

    private static int papers(Lesson lesson) {
        return lesson.types().stream().mapToInt(Lesson.Recall::papers).sum();
    }

    private static Entry entry(WordModelRow row, List<Lesson.Recall> types) {
        return new Entry(
                row.number,
                row.madeAt,
                new Source(Origin.valueOf(row.origin), row.papers, row.confirmed),
                State.valueOf(row.state),
                row.decidedBy,
                Optional.ofNullable(row.decidedAt),
                row.foreignShown,
                row.foreignNamed,
                types);
    }
}
