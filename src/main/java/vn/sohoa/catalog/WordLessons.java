package vn.sohoa.catalog;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When the next model of words is learned. One row tells it to all nodes. */
@Component
@Transactional
public class WordLessons {
    private final EntityManager entities;
    private final Clock clock;

    WordLessons(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * @param at when it is due
     * @param askedBy who asked for it; empty: the schedule
     */
    public record Next(Instant at, String askedBy) {}

    /**
     * Claims the lesson that is due: for one caller only, and not again before the next one is due.
     *
     * @param every how long until then
     * @return who asked for it; empty where none is due
     */
    public Optional<String> claimDue(Duration every) {
        Next due = next();
        boolean claimed = entities.createNativeQuery("""
                        update word_lesson set due_at = :next, asked_by = '' where due_at = :due and due_at <= :now""")
                        .setParameter("next", clock.instant().plus(every))
                        .setParameter("due", due.at())
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
        return claimed ? Optional.of(due.askedBy()) : Optional.empty();
    }

    /** A lesson is due then, for this person. */
    public void ask(Instant at, String by) {
        entities.createNativeQuery("update word_lesson set due_at = :at, asked_by = :by")
                .setParameter("at", at)
                .setParameter("by", by)
                .executeUpdate();
    }

    @Transactional(readOnly = true)
    public Next next() {
        Object[] row = (Object[]) entities.createNativeQuery("select due_at, asked_by from word_lesson", Object[].class)
                .getSingleResult();
        return new Next((Instant) row[0], (String) row[1]);
    }
}
