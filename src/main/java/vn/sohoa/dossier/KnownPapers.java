package vn.sohoa.dossier;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a dossier needs to know of the papers on it, as their own records tell it now. */
@Component
class KnownPapers {
    /** A paper that a person took away stays on record and is no longer on its dossier. */
    private static final Set<String> GONE = Set.of("DISCARDED", "REPLACED", "SENT_BACK");

    private final EntityManager entities;

    KnownPapers(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * @param type a catalog code
     * @param gone whether a person discarded it, sent it back or cut it anew
     */
    record Paper(UUID unit, String type, boolean gone) {}

    /** Holds the paper until the transaction is over: what two want to do with it they do one after the other. */
    Optional<Paper> hold(UUID document) {
        return Optional.ofNullable(
                rows("where id in (:ids) for no key update", Set.of(document)).get(document));
    }

    Map<UUID, Paper> of(Collection<UUID> documents) {
        return documents.isEmpty() ? Map.of() : rows("where id in (:ids)", documents);
    }

    @SuppressWarnings("unchecked") // a native query tells its rows untyped
    private Map<UUID, Paper> rows(String which, Collection<UUID> documents) {
        List<Object[]> rows = entities.createNativeQuery("select id, unit_id, type, state from document " + which)
                .setParameter("ids", documents)
                .getResultList();
        Map<UUID, Paper> papers = new HashMap<>();
        for (Object[] row : rows) {
            papers.put((UUID) row[0], new Paper((UUID) row[1], (String) row[2], GONE.contains((String) row[3])));
        }
        return papers;
    }
}
