package vn.sohoa.dataset;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.audit.Audit;
import vn.sohoa.audit.AuditEntry;
import vn.sohoa.common.Failure.BadInput;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.common.Sha256;

/** The confirmed papers: their codes, the search over them, and every use of one. */
@Component
@Transactional
public class Papers {
    private static final String COLUMNS = """
            p.id, p.document_id, p.unit_id, p.code, p.type, p.title, p.holder_name, p.holder_number, p.dossier_code,
            p.issue_number, p.issue_date, cast(p.fields as text), p.pdf_key, p.pdf_sha256, p.sidecar_key, p.confirmed_by,
            p.confirmed_at, p.status""";

    private static final String ENTER = """
            insert into paper (id, document_id, unit_id, code, type, title, holder_name, holder_number, dossier_code, dossier_id,
                issue_number, issue_date, fields, pdf_key, pdf_sha256, sidecar_key, sidecar_sha256, confirmed_by,
                confirmed_at, status, exact, folded, created_at)
            values (:id, :document, :unit, :code, :type, :title, :name, :number, :dossier, cast(:dossierId as uuid), :issueNumber, :issueDate,
                cast(:fields as jsonb), :pdf, :pdfHash, :sidecar, :sidecarHash, :by, :at, 'ACTIVE',
                setweight(to_tsvector('simple', :exactHead), 'A') || to_tsvector('simple', :exactText),
                setweight(to_tsvector('simple', :foldedHead), 'A') || to_tsvector('simple', :foldedText), :now)
            on conflict (document_id) do nothing""";

    /** What was asked for letter by letter comes before what differs in its diacritics. */
    private static final String FIND = """
            select %s from paper p, plainto_tsquery('simple', :exact) qe, plainto_tsquery('simple', :folded) qf
            where p.code = :asked or p.holder_number = :asked or p.issue_number = :asked or p.exact @@ qe or p.folded @@ qf
            order by (p.code = :asked or p.holder_number = :asked) desc, (p.exact @@ qe) desc,
                ts_rank(p.exact, qe) + ts_rank(p.folded, qf) desc, p.id desc""".formatted(COLUMNS);

    private static final int LONGEST_PURPOSE = 300;

    private final EntityManager entities;
    private final Audit audit;
    private final Clock clock;

    Papers(EntityManager entities, Audit audit, Clock clock) {
        this.entities = entities;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is done with a paper. */
    public enum Act {
        LISTED,
        VIEWED,
        FILE,
        DATA
    }

    /**
     * The digitization code of a document: given once, the same whenever it is asked for again.
     *
     * @param stem what stands before an ordinal
     */
    public String code(UUID document, UUID unit, String stem) {
        String hash = Sha256.of(stem.getBytes(StandardCharsets.UTF_8)).hex();
        entities.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:stem, 0))) l")
                .setParameter("stem", hash)
                .getSingleResult();
        List<?> given = entities.createNativeQuery("select code from paper_code where document_id = :document")
                .setParameter("document", document)
                .getResultList();
        if (!given.isEmpty()) {
            return (String) given.get(0);
        }
        int ordinal = ((Number) entities.createNativeQuery(
                                "select coalesce(max(ordinal), 0) + 1 from paper_code where stem = :stem")
                        .setParameter("stem", hash)
                        .getSingleResult())
                .intValue();
        String code = ordinal == 1 ? stem : stem + "." + ordinal;
        entities.createNativeQuery("""
                        insert into paper_code (document_id, unit_id, stem, ordinal, code, created_at)
                        values (:document, :unit, :stem, :ordinal, :code, :now)""")
                .setParameter("document", document)
                .setParameter("unit", unit)
                .setParameter("stem", hash)
                .setParameter("ordinal", ordinal)
                .setParameter("code", code)
                .setParameter("now", clock.instant())
                .executeUpdate();
        return code;
    }

    /** Enters a confirmed paper, in the transaction that files its document; once, however often it is asked for. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(NewPaper paper) {
        String head = String.join(
                "\n",
                paper.code(),
                paper.title(),
                paper.holderName(),
                paper.holderNumber(),
                paper.issueNumber(),
                paper.dossierCode(),
                String.join("\n", paper.values()));
        UUID id = Ids.next();
        int entered = entities.createNativeQuery(ENTER)
                .setParameter("id", id)
                .setParameter("document", paper.document())
                .setParameter("unit", paper.unitId())
                .setParameter("code", paper.code())
                .setParameter("type", paper.type())
                .setParameter("title", paper.title())
                .setParameter("name", paper.holderName())
                .setParameter("number", paper.holderNumber())
                .setParameter("dossier", paper.dossierCode())
                .setParameter("dossierId", paper.dossier().map(UUID::toString).orElse(null))
                .setParameter("issueNumber", paper.issueNumber())
                .setParameter("issueDate", paper.issueDate())
                .setParameter("fields", paper.fields())
                .setParameter("pdf", paper.pdfKey())
                .setParameter("pdfHash", paper.pdfSha256().hex())
                .setParameter("sidecar", paper.sidecarKey())
                .setParameter("sidecarHash", paper.sidecarSha256().hex())
                .setParameter("by", paper.confirmedBy())
                .setParameter("at", paper.confirmedAt())
                .setParameter("exactHead", SearchText.exact(head))
                .setParameter("exactText", SearchText.exact(paper.text()))
                .setParameter("foldedHead", SearchText.folded(head))
                .setParameter("foldedText", SearchText.folded(paper.text()))
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (entered == 1) {
            audit.append(new AuditEntry(paper.unitId(), paper.confirmedBy(), "publish", "PAPER_ENTERED", "PAPER", id));
        }
    }

    /**
     * Papers by code, number, holder and what is written on them: those that have the words letter by letter first.
     *
     * @throws BadInput when nothing is asked for
     */
    @Transactional(readOnly = true)
    public List<PaperView> find(String asked, int most, int skip) {
        String exact = SearchText.exact(asked);
        if (exact.isEmpty()) {
            throw new BadInput(Reason.of(ReasonCode.SEARCH_EMPTY));
        }
        return views(entities.createNativeQuery(FIND, Object[].class)
                .setParameter("asked", asked.strip())
                .setParameter("exact", exact)
                .setParameter("folded", SearchText.folded(asked))
                .setMaxResults(most)
                .setFirstResult(skip));
    }

    @Transactional(readOnly = true)
    public Optional<PaperView> paper(UUID id) {
        return views(entities.createNativeQuery(
                                "select %s from paper p where p.id = :id".formatted(COLUMNS), Object[].class)
                        .setParameter("id", id))
                .stream()
                .findFirst();
    }

    /** The papers of a dossier, in the order in which they came. */
    @Transactional(readOnly = true)
    public List<PaperView> ofDossier(String canonicalCode) {
        return views(entities.createNativeQuery(
                        "select %s from paper p where p.dossier_code = :code order by p.id".formatted(COLUMNS),
                        Object[].class)
                .setParameter("code", canonicalCode));
    }

    /**
     * Writes down that a person uses a paper, before they get to see it.
     *
     * @param purpose a dossier code or a reason
     * @throws BadInput when none is given
     */
    public void use(PaperView paper, Act act, String actor, String purpose) {
        String plain = purpose.strip();
        if (plain.isEmpty()) {
            throw new BadInput(Reason.of(ReasonCode.PURPOSE_MISSING));
        }
        String kept = plain.length() > LONGEST_PURPOSE ? plain.substring(0, LONGEST_PURPOSE) : plain;
        entities.createNativeQuery("""
                        insert into paper_use (id, paper_id, unit_id, actor, act, purpose, at)
                        values (:id, :paper, :unit, :actor, :act, :purpose, :now)""")
                .setParameter("id", Ids.next())
                .setParameter("paper", paper.id())
                .setParameter("unit", paper.unitId())
                .setParameter("actor", actor)
                .setParameter("act", act.name())
                .setParameter("purpose", kept)
                .setParameter("now", clock.instant())
                .executeUpdate();
        audit.append(new AuditEntry(paper.unitId(), actor, kept, "PAPER_" + act, "PAPER", paper.id()));
    }

    private static List<PaperView> views(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> view((Object[]) row)).toList();
    }

    private static PaperView view(Object[] row) {
        return new PaperView(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                (String) row[8],
                (String) row[9],
                (String) row[10],
                (String) row[11],
                (String) row[12],
                new Sha256((String) row[13]),
                (String) row[14],
                (String) row[15],
                (Instant) row[16],
                PaperView.Status.valueOf((String) row[17]));
    }
}
