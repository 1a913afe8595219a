package vn.sohoa.scan;

import jakarta.persistence.EntityManager;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.sohoa.common.Failure.BadInput;
import vn.sohoa.common.Failure.Conflict;
import vn.sohoa.common.Ids;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.scan.FieldView.Standing;

/** What persons say of fields, one field at a time: each is kept at once, so that a lost service costs one field. */
@Component
@Transactional
public class FieldAnswers {
    /** The longest value of a field, in letters. */
    public static final int LONGEST = 2_000;

    private final EntityManager entities;
    private final Held held;
    private final Clock clock;

    FieldAnswers(EntityManager entities, Held held, Clock clock) {
        this.entities = entities;
        this.held = held;
        this.clock = clock;
    }

    /** What a person can say of a field. */
    public enum Word {
        /** The machine is right. */
        ACCEPT,
        /** The value is another one. */
        CORRECT,
        /** It stands there, but nobody can read it. */
        ILLEGIBLE,
        /** The paper does not have it. */
        ABSENT,
        /** Nothing was said; the machine's value is as it was. */
        UNDO
    }

    /**
     * Keeps what a person says of a field.
     *
     * @param code of the field, from the catalog; it need not have been found by the machine
     * @param value for {@link Word#CORRECT}; kept in NFC without outer spaces
     * @return the field as it stands now; empty when nothing is known of it any more
     */
    public Optional<FieldView> say(Edit edit, String code, Word word, String value) {
        try {
            return said(held.open(edit), edit, code, word, value);
        } catch (Conflict conflict) {
            return heardBefore(edit, code, word, value)
                    .filter(view -> conflict.reason().code() == ReasonCode.REVIEW_STALE)
                    .or(() -> {
                        throw conflict;
                    });
        }
    }

    /** A word whose answer was lost on its way is said again: it stands already, and nothing came after it. */
    private Optional<FieldView> heardBefore(Edit edit, String code, Word word, String value) {
        DocumentRow document = entities.find(DocumentRow.class, edit.document());
        if (document == null || document.version != edit.version() + 1) {
            return Optional.empty();
        }
        return row(document.id, code)
                .filter(row -> edit.person().name().equals(row.saidBy))
                .map(Fields::view)
                .filter(view -> says(view, word, value));
    }

    private static boolean says(FieldView view, Word word, String value) {
        return switch (word) {
            case ACCEPT -> view.standing() == Standing.CONFIRMED;
            case CORRECT -> view.isPersons() && view.value().equals(plain(value));
            case ILLEGIBLE -> view.standing() == Standing.ILLEGIBLE;
            case ABSENT -> view.standing() == Standing.ABSENT;
            case UNDO -> false;
        };
    }

    private Optional<FieldView> said(Held.Document document, Edit edit, String code, Word word, String value) {
        Optional<FieldRow> known = row(document.id(), code);
        if (word == Word.UNDO) {
            held.write(document, edit, "FIELD_UNDO");
            return known.flatMap(this::undone).map(Fields::view);
        }
        FieldRow row = known.orElseGet(() -> added(document, code));
        switch (word) {
            case ACCEPT -> accept(row);
            case CORRECT -> correct(row, plain(value));
            default -> said(row, word == Word.ILLEGIBLE ? Standing.ILLEGIBLE : Standing.ABSENT, null);
        }
        row.saidBy = edit.person().name();
        row.saidAt = clock.instant();
        held.write(document, edit, "FIELD_" + row.standing);
        return Optional.of(Fields.view(row));
    }

    private Optional<FieldRow> row(UUID document, String code) {
        return entities.createQuery(
                        "select f from FieldRow f where f.documentId = :document and f.code = :code", FieldRow.class)
                .setParameter("document", document)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    private FieldRow added(Held.Document document, String code) {
        Integer last = entities.createQuery(
                        "select max(f.position) from FieldRow f where f.documentId = :document", Integer.class)
                .setParameter("document", document.id())
                .getSingleResult();
        FieldRow row = new FieldRow();
        row.id = Ids.next();
        row.documentId = document.id();
        row.unitId = document.unitId();
        row.code = code;
        row.position = last == null ? 0 : last + 1;
        row.source = FieldValue.Source.PERSON;
        row.needsReview = true;
        row.standing = Standing.PENDING;
        entities.persist(row);
        return row;
    }

    private static void accept(FieldRow row) {
        if (row.found.isEmpty()) {
            throw new BadInput(Reason.of(ReasonCode.FIELD_EMPTY));
        }
        said(row, Standing.CONFIRMED, row.found); // the value that was seen, whatever is found later
    }

    private static void correct(FieldRow row, String value) {
        if (value.isEmpty()) {
            throw new BadInput(Reason.of(ReasonCode.FIELD_EMPTY));
        }
        said(row, value.equals(row.found) ? Standing.CONFIRMED : Standing.CORRECTED, value);
    }

    private static void said(FieldRow row, Standing standing, @org.jspecify.annotations.Nullable String value) {
        row.standing = standing;
        row.said = value;
    }

    private Optional<FieldRow> undone(FieldRow row) {
        if (row.source == FieldValue.Source.PERSON) {
            entities.remove(row);
            return Optional.empty();
        }
        said(row, row.needsReview ? Standing.PENDING : Standing.MACHINE, null);
        row.saidBy = "";
        row.saidAt = null;
        return Optional.of(row);
    }

    private static String plain(String value) {
        String plain = Normalizer.normalize(value, Normalizer.Form.NFC).strip();
        if (plain.length() > LONGEST) {
            throw new BadInput(Reason.of(ReasonCode.FIELD_TOO_LONG, LONGEST));
        }
        return plain;
    }
}
