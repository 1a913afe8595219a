package vn.sohoa.dossier;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.audit.Audit;
import vn.sohoa.audit.AuditEntry;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.common.DossierCode;
import vn.sohoa.common.Failure.BadInput;
import vn.sohoa.common.Failure.Conflict;
import vn.sohoa.common.Folding;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/** The dossiers of the units: how they come to be known, how they are found, and which papers are on them. */
@Component
@Transactional
public class Dossiers {
    private static final int MOST_LETTERS = 200;
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{0,20}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s.\\-/]+");
    /** The national code at the head of a longer local one ({@code 1.001193.000.00.00.H23}). */
    private static final Pattern NATIONAL = Pattern.compile("([1-3]\\.\\d{6})\\..+");

    private static final String INSERT = """
            insert into dossier (id, unit_id, code, canonical, source, said, created_by, created_at, updated_at)
            values (:id, :unit, :code, :canonical, :source, :said, :actor, :now, :now)
            on conflict (unit_id, canonical) do nothing""";

    private final EntityManager entities;
    private final Attachments attachments;
    private final Candidates candidates;
    private final Catalog catalog;
    private final Audit audit;
    private final Clock clock;

    Dossiers(
            EntityManager entities,
            Attachments attachments,
            Candidates candidates,
            Catalog catalog,
            Audit audit,
            Clock clock) {
        this.entities = entities;
        this.attachments = attachments;
        this.candidates = candidates;
        this.catalog = catalog;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A list of another system tells of a dossier. The same line again changes nothing; an empty value tells nothing; what
     * a person has told stays.
     */
    public Taken take(UUID unit, DossierLine line, String actor) {
        DossierLine plain = plain(line);
        boolean made = insert(unit, plain.code(), DossierView.Source.IMPORT, "", actor);
        DossierRow row = held(unit, plain.code());
        String procedure = row.procedureCode;
        boolean learned = row.learn(plain);
        if (!procedure.equals(row.procedureCode)) {
            attachments.placeAnew(row);
        }
        if (made) {
            return Taken.NEW;
        }
        if (learned) {
            changed(row, actor, "DOSSIER_CHANGED");
        }
        return learned ? Taken.CHANGED : Taken.UNCHANGED;
    }

    /** A person opens a dossier. What they tell of it is changed by no list. */
    public DossierView open(UUID unit, DossierLine line, String actor) {
        DossierLine plain = plain(line);
        if (!plain.procedure().isEmpty() && catalog.procedure(plain.procedure()).isEmpty()) {
            throw new BadInput(Reason.of(ReasonCode.PROCEDURE_UNKNOWN, plain.procedure()));
        }
        if (!insert(unit, plain.code(), DossierView.Source.HAND, DossierRow.told(plain), actor)) {
            throw new Conflict(Reason.of(ReasonCode.DOSSIER_EXISTS, plain.code()));
        }
        DossierRow row = held(unit, plain.code());
        row.teach(plain);
        return row.view();
    }

    /**
     * A person corrects what is known of a dossier; from then on no list changes what they changed. The code stays.
     *
     * @param version that they saw
     */
    public DossierView amend(UUID id, int version, DossierLine line, String actor) {
        DossierLine plain = plain(line);
        DossierRow row = held(id);
        if (!plain.procedure().isEmpty()
                && !plain.procedure().equals(row.procedureCode)
                && catalog.procedure(plain.procedure()).isEmpty()) {
            throw new BadInput(Reason.of(ReasonCode.PROCEDURE_UNKNOWN, plain.procedure()));
        }
        if (row.version != version) {
            throw new Conflict(Reason.of(ReasonCode.DOSSIER_STALE));
        }
        String procedure = row.procedureCode;
        if (row.correct(plain)) {
            if (!procedure.equals(row.procedureCode)) {
                attachments.placeAnew(row);
            }
            changed(row, actor, "DOSSIER_CORRECTED");
        }
        return row.view();
    }

    /** No more papers are expected: numbers and names no longer lead to it. */
    public void close(UUID id, String actor) {
        move(id, DossierView.State.CLOSED, actor, "DOSSIER_CLOSED");
    }

    public void reopen(UUID id, String actor) {
        move(id, DossierView.State.OPEN, actor, "DOSSIER_REOPENED");
    }

    private void move(UUID id, DossierView.State to, String actor, String action) {
        DossierRow row = held(id);
        if (row.state != to) {
            row.state = to;
            changed(row, actor, action);
        }
    }

    /** The dossier that a folder or a cover sheet names, opened when it was not known. */
    public DossierView named(UUID unit, DossierCode code, String actor) {
        insert(unit, code, DossierView.Source.SCAN, "", actor);
        return held(unit, code).view();
    }

    @Transactional(readOnly = true)
    public Optional<DossierView> view(UUID id) {
        return Optional.ofNullable(entities.find(DossierRow.class, id)).map(DossierRow::view);
    }

    @Transactional(readOnly = true)
    public Optional<DossierView> find(UUID unit, DossierCode code) {
        return rows(unit, code, LockModeType.NONE).map(DossierRow::view);
    }

    /**
     * Newest first.
     *
     * @param after goes on after this one
     */
    @Transactional(readOnly = true)
    public List<DossierView> list(DossierSearch search, Optional<UUID> after, int most) {
        String code = search.code().strip().toUpperCase(Locale.ROOT);
        String canonical = DossierCode.parse(code).map(DossierCode::canonical).orElse(code);
        Set<DossierView.State> states =
                search.state().map(Set::of).orElse(Set.of(DossierView.State.OPEN, DossierView.State.CLOSED));
        return entities.createQuery("""
                        select d from DossierRow d
                        where (upper(d.code) like :code escape '!' or d.canonical like :canonical escape '!')
                          and d.holderFolded like :name escape '!'
                          and (:number = '' or d.holderNumber = :number)
                          and d.state in :states and (:first = true or d.id < :after)
                        order by d.id desc""", DossierRow.class)
                .setParameter("code", containing(code))
                .setParameter("canonical", containing(canonical))
                .setParameter("name", containing(Folding.words(search.holderName())))
                .setParameter("number", plainNumber(search.holderNumber()))
                .setParameter("states", states)
                .setParameter("first", after.isEmpty())
                .setParameter("after", after.orElseGet(Ids::next))
                .setMaxResults(most)
                .getResultStream()
                .map(DossierRow::view)
                .toList();
    }

    /** Where a paper is now. */
    @Transactional(readOnly = true)
    public Optional<Attachment> attachedTo(UUID document) {
        return attachments.live(document).map(AttachmentRow::view);
    }

    /** The papers on a dossier, in the order in which they came. */
    @Transactional(readOnly = true)
    public List<Attachment> attachments(UUID dossier) {
        return attachments.on(dossier).stream().map(AttachmentRow::view).toList();
    }

    /** The dossiers that a paper may belong to, the likeliest first. */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(UUID document) {
        return candidates.of(document);
    }

    /** Whether a person has put the paper where it is, or taken it from where it was: a machine leaves it alone. */
    @Transactional(readOnly = true)
    public boolean isPersons(UUID document) {
        return attachments.personSpoke(document);
    }

    /** A machine puts a paper on a dossier of its unit, into the first component that takes it. */
    public void attach(UUID document, UUID dossier, Attachment.How how, String actor) {
        attachments.attach(document, dossier, how, actor);
    }

    /**
     * A machine looks for the dossier of a paper by what stands on it: with a number that is the holder's of exactly one
     * open dossier expecting such a paper it is put there; otherwise a person gets what may be right.
     *
     * @param expected whether the type of the paper is known, so that a dossier can expect it
     */
    public void match(UUID document, boolean expected, Set<String> numbers, Set<String> names, String actor) {
        KnownPapers.Paper paper = attachments.hold(document);
        if (attachments.personSpoke(document) || attachments.live(document).isPresent()) {
            return;
        }
        List<DossierRow> numbered = candidates.numbered(paper.unit(), numbers);
        List<DossierRow> expecting = numbered.stream()
                .filter(row -> expected && attachments.expects(row, paper.type()))
                .toList();
        if (expecting.size() == 1) {
            attachments.attach(document, expecting.get(0).id, Attachment.How.NUMBER, actor);
        } else {
            candidates.propose(document, paper.unit(), numbered, candidates.named(paper.unit(), names));
        }
    }

    /**
     * A person puts a paper on a dossier of its unit.
     *
     * @param component of the dossier's procedure; empty for none
     */
    public void choose(UUID document, UUID dossier, String component, String actor) {
        attachments.choose(document, dossier, component, actor);
    }

    /** A person puts a paper on a dossier of its unit, into the component that a machine would choose. */
    public void choose(UUID document, UUID dossier, String actor) {
        attachments.choose(document, dossier, actor);
    }

    /** A person takes a paper from its dossier; no machine puts it back. */
    public void detach(UUID document, String actor) {
        attachments.detach(document, actor);
    }

    /** To be called when a person has changed the type of a paper: it finds its component anew, unless a person chose it. */
    public void retyped(UUID document) {
        attachments.retyped(document);
    }

    /** What of a dossier is there and what is missing. */
    @Transactional(readOnly = true)
    public Checklist checklist(UUID dossier) {
        DossierRow row = entities.find(DossierRow.class, dossier);
        if (row == null) {
            throw new BadInput(Reason.of(ReasonCode.DOSSIER_NOT_HERE));
        }
        return attachments.checklist(row);
    }

    private boolean insert(UUID unit, DossierCode code, DossierView.Source source, String said, String actor) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        int made = entities.createNativeQuery(INSERT)
                .setParameter("id", id)
                .setParameter("unit", unit)
                .setParameter("code", code.text())
                .setParameter("canonical", code.canonical())
                .setParameter("source", source.name())
                .setParameter("said", said)
                .setParameter("actor", actor)
                .setParameter("now", now)
                .executeUpdate();
        if (made == 1) {
            audit.append(new AuditEntry(unit, actor, code.text(), "DOSSIER_OPENED", "DOSSIER", id));
        }
        return made == 1;
    }

    private DossierRow held(UUID unit, DossierCode code) {
        return rows(unit, code, LockModeType.PESSIMISTIC_WRITE).orElseThrow();
    }

    private Optional<DossierRow> rows(UUID unit, DossierCode code, LockModeType lock) {
        return entities.createQuery(
                        "select d from DossierRow d where d.unitId = :unit and d.canonical = :code", DossierRow.class)
                .setParameter("unit", unit)
                .setParameter("code", code.canonical())
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    private DossierRow held(UUID id) {
        DossierRow row = entities.find(DossierRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw new BadInput(Reason.of(ReasonCode.DOSSIER_NOT_HERE));
        }
        return row;
    }

    private void changed(DossierRow row, String actor, String action) {
        row.version++;
        row.updatedAt = clock.instant();
        audit.append(new AuditEntry(row.unitId, actor, row.code, action, "DOSSIER", row.id));
    }

    private DossierLine plain(DossierLine line) {
        String name = Normalizer.normalize(line.holderName().strip(), Normalizer.Form.NFC);
        String number = plainNumber(line.holderNumber());
        if (name.length() > MOST_LETTERS) {
            throw new BadInput(Reason.of(ReasonCode.HOLDER_NAME_TOO_LONG, MOST_LETTERS));
        }
        if (!NUMBER.matcher(number).matches()) {
            throw new BadInput(Reason.of(ReasonCode.HOLDER_NUMBER_WRONG));
        }
        return new DossierLine(line.code(), procedure(line.procedure().strip()), name, number, line.received());
    }

    private String procedure(String written) {
        Matcher local = NATIONAL.matcher(written);
        return catalog.procedure(written).isEmpty() && local.matches() ? local.group(1) : written;
    }

    static String plainNumber(String written) {
        return SEPARATORS.matcher(written.toUpperCase(Locale.ROOT)).replaceAll("");
    }

    private static String containing(String part) {
        return "%" + part.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
