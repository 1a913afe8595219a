package vn.sohoa.dossier;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.common.Folding;

/** Which open dossiers a paper may belong to. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Candidates {
    /** More than a person would read through. */
    private static final int MOST = 10;

    private final EntityManager entities;
    private final Attachments attachments;
    private final KnownPapers papers;

    Candidates(EntityManager entities, Attachments attachments, KnownPapers papers) {
        this.entities = entities;
        this.attachments = attachments;
        this.papers = papers;
    }

    /** The open dossiers of a unit whose holder has one of these numbers, newest first. */
    List<DossierRow> numbered(UUID unit, Set<String> numbers) {
        Set<String> plain = numbers.stream()
                .map(Dossiers::plainNumber)
                .filter(n -> !n.isEmpty())
                .collect(Collectors.toSet());
        return open(unit, "holderNumber", plain);
    }

    /** The open dossiers of a unit whose holder has one of these names, diacritics aside, newest first. */
    List<DossierRow> named(UUID unit, Set<String> names) {
        Set<String> folded =
                names.stream().map(Folding::words).filter(n -> n.contains(" ")).collect(Collectors.toSet());
        return open(unit, "holderFolded", folded);
    }

    private List<DossierRow> open(UUID unit, String property, Set<String> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        return entities.createQuery("""
                        select d from DossierRow d where d.unitId = :unit and d.%s in :values and d.state = :open
                        order by d.id desc""".formatted(property), DossierRow.class)
                .setParameter("unit", unit)
                .setParameter("values", values)
                .setParameter("open", DossierView.State.OPEN)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** Replaces what was proposed before. */
    void propose(UUID document, UUID unit, List<DossierRow> numbered, List<DossierRow> named) {
        entities.createQuery("delete from CandidateRow c where c.documentId = :document")
                .setParameter("document", document)
                .executeUpdate();
        Map<UUID, Candidate.Why> reasons = new LinkedHashMap<>();
        numbered.forEach(row -> reasons.putIfAbsent(row.id, Candidate.Why.NUMBER));
        named.forEach(row -> reasons.putIfAbsent(row.id, Candidate.Why.NAME));
        int rank = 0;
        for (Map.Entry<UUID, Candidate.Why> reason : reasons.entrySet()) {
            CandidateRow row = new CandidateRow();
            row.documentId = document;
            row.dossierId = reason.getKey();
            row.unitId = unit;
            row.reason = reason.getValue();
            row.rank = rank++;
            entities.persist(row);
        }
    }

    /** The likeliest first. */
    List<Candidate> of(UUID document) {
        String type = papers.of(Set.of(document)).values().stream()
                .map(KnownPapers.Paper::type)
                .findFirst()
                .orElse("");
        List<Candidate> candidates = new ArrayList<>();
        entities.createQuery(
                        "select c from CandidateRow c where c.documentId = :document order by c.rank",
                        CandidateRow.class)
                .setParameter("document", document)
                .getResultList()
                .forEach(row -> {
                    DossierRow dossier = entities.find(DossierRow.class, row.dossierId);
                    String component = attachments.component(dossier, document, type);
                    candidates.add(new Candidate(document, dossier.view(), component, row.reason, row.rank));
                });
        return candidates;
    }
}
