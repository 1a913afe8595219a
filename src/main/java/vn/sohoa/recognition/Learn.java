package vn.sohoa.recognition;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentType;
import vn.sohoa.catalog.PackedWords;
import vn.sohoa.catalog.WordLessons;
import vn.sohoa.catalog.WordModels;
import vn.sohoa.classification.Lesson;
import vn.sohoa.classification.PaperWords;
import vn.sohoa.common.Failure;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.scan.ConfirmedPapers;
import vn.sohoa.scan.Scans;
import vn.sohoa.storage.ObjectStore;

/**
 * Learns a new model of words when one is due: from the newest papers that people confirmed, and the made ones of the
 * package. It becomes a candidate, which changes nothing until an administrator has looked at its figures.
 */
public class Learn {
    private static final Logger log = LoggerFactory.getLogger(Learn.class);
    /** More of a type teach hardly more. */
    private static final int MOST = 40;

    private static final Duration AGAIN = Duration.ofHours(1);

    private final WordLessons lessons;
    private final WordModels models;
    private final ConfirmedPapers confirmed;
    private final Scans scans;
    private final PageStore store;
    private final Catalog catalog;
    private final Clock clock;
    private final Duration every;

    /** @param every how long after a lesson the next one is due by itself */
    public Learn(
            WordLessons lessons,
            WordModels models,
            ConfirmedPapers confirmed,
            Scans scans,
            ObjectStore store,
            Catalog catalog,
            Clock clock,
            Duration every) {
        this.lessons = lessons;
        this.models = models;
        this.confirmed = confirmed;
        this.scans = scans;
        this.store = new PageStore(store);
        this.catalog = catalog;
        this.clock = clock;
        this.every = every;
    }

    /** Learns if it is time to; what fails is tried again in an hour. */
    public void round() {
        Optional<String> asked = lessons.claimDue(every);
        if (asked.isEmpty()) {
            return;
        }
        boolean done = false;
        try {
            learn();
            done = true;
        } finally {
            if (!done) {
                lessons.ask(clock.instant().plus(AGAIN), asked.get());
                log.warn("No model of words was learned; it is tried again in an hour");
            }
        }
    }

    private void learn() {
        Set<String> types = catalog.types().stream().map(DocumentType::code).collect(Collectors.toSet());
        Map<String, List<PaperWords>> papers = new TreeMap<>();
        PackedWords.examples().forEach((type, some) -> papers.put(type, new ArrayList<>(some)));
        papers.keySet().retainAll(types);
        int here = 0;
        int gone = 0;
        for (ConfirmedPapers.Paper paper : confirmed.newest(MOST)) {
            if (types.contains(paper.type())) {
                Optional<PaperWords> words = words(paper);
                words.ifPresent(some -> papers.computeIfAbsent(paper.type(), any -> new ArrayList<>())
                        .add(some));
                here += words.isPresent() ? 1 : 0;
                gone += words.isPresent() ? 0 : 1;
            }
        }
        if (gone > 0) {
            log.warn(
                    "The words of {} confirmed papers are not in the object store; learning goes on without them,"
                            + " next look there for what was lost",
                    gone);
        }
        Optional<Lesson> lesson = here == 0 ? Optional.empty() : Lesson.of(papers);
        if (lesson.isEmpty()) {
            log.info("No paper was confirmed yet: there is nothing to learn a model of words from");
            return;
        }
        int number = models.candidate(lesson.get(), here);
        log.info(
                "Model of words {} was learned, {} confirmed papers among its examples; next an administrator decides on it",
                number,
                here);
    }

    /** Empty where the store has them no more: one lost paper must not keep all others from teaching. */
    private Optional<PaperWords> words(ConfirmedPapers.Paper paper) {
        try {
            return scans.page(paper.first())
                    .map(page -> PaperWords.of(store.seen(page).text()));
        } catch (Failure.Unavailable e) {
            if (e.reason().code() == ReasonCode.OBJECT_MISSING) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
