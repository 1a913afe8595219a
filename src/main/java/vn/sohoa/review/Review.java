package vn.sohoa.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentType;
import vn.sohoa.catalog.Field;
import vn.sohoa.common.DossierCode;
import vn.sohoa.common.Failure.BadInput;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.dossier.DossierView;
import vn.sohoa.dossier.Dossiers;
import vn.sohoa.organization.Person;
import vn.sohoa.scan.Desk;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.Edit;
import vn.sohoa.scan.FieldAnswers;
import vn.sohoa.scan.FieldView;
import vn.sohoa.scan.Fields;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.Recuts;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.Verdicts;

/** Reviewing one document: what a person sees of it, and what they say of it as a whole. */
public class Review {
    private final Desk desk;
    private final Scans scans;
    private final Fields fields;
    private final FieldAnswers answers;
    private final Recuts recuts;
    private final Verdicts verdicts;
    private final Catalog catalog;
    private final Dossiers dossiers;
    private final TransactionOperations transaction;

    public Review(
            Desk desk,
            Scans scans,
            Fields fields,
            FieldAnswers answers,
            Recuts recuts,
            Verdicts verdicts,
            Catalog catalog,
            Dossiers dossiers,
            TransactionOperations transaction) {
        this.desk = desk;
        this.scans = scans;
        this.fields = fields;
        this.answers = answers;
        this.recuts = recuts;
        this.verdicts = verdicts;
        this.catalog = catalog;
        this.dossiers = dossiers;
        this.transaction = transaction;
    }

    /** The document with everything that the desk shows of it. */
    public Sheet sheet(DocumentView document, Person person) {
        Optional<DocumentType> type = catalog.type(document.type());
        Map<UUID, PageView> pages =
                scans.pages(document.scanId()).stream().collect(Collectors.toMap(PageView::id, Function.identity()));
        return new Sheet(
                document,
                type,
                catalog.types().stream()
                        .sorted(Comparator.comparing(DocumentType::vi))
                        .toList(),
                document.pages().stream().map(pages::get).toList(),
                lines(fields.of(document.id()), type),
                dossier(document),
                desk.after(document.id(), person)
                        .flatMap(scans::document)
                        .map(next -> new Sheet.Next(next.id(), next.pages().get(0))));
    }

    private Sheet.Case dossier(DocumentView document) {
        Optional<DossierView> at =
                dossiers.attachedTo(document.id()).flatMap(attachment -> dossiers.view(attachment.dossier()));
        return new Sheet.Case(
                at, dossiers.candidates(document.id()), at.map(dossier -> dossiers.checklist(dossier.id())));
    }

    /**
     * The document belongs to this dossier of its unit, and stands there where its type does.
     *
     * @param code as written; blank when it belongs to none
     */
    public void dossier(Edit edit, String code) {
        DocumentView document = document(edit);
        if (code.isBlank()) {
            transaction.executeWithoutResult(status -> {
                recuts.dossier(edit, "");
                dossiers.detach(edit.document(), edit.person().name());
            });
            return;
        }
        DossierView dossier = DossierCode.parse(code)
                .flatMap(known -> dossiers.find(document.unitId(), known))
                .orElseThrow(() -> new BadInput(Reason.of(ReasonCode.DOSSIER_NOT_HERE)));
        transaction.executeWithoutResult(status -> {
            recuts.dossier(edit, dossier.canonical());
            dossiers.choose(edit.document(), dossier.id(), edit.person().name());
        });
    }

    private static List<Sheet.Line> lines(List<FieldView> known, Optional<DocumentType> type) {
        Map<String, FieldView> left = new LinkedHashMap<>();
        known.forEach(field -> left.put(field.code(), field));
        List<Sheet.Line> lines = new ArrayList<>();
        for (Field field : type.map(DocumentType::fields).orElse(List.of())) {
            Optional<FieldView> view = Optional.ofNullable(left.remove(field.code()));
            lines.add(new Sheet.Line(field.code(), Optional.of(field), view, field.main()));
        }
        left.values()
                .forEach(view -> lines.add(new Sheet.Line(view.code(), Optional.empty(), Optional.of(view), false)));
        lines.sort(Comparator.comparing(line -> line.shown() ? 0 : 1));
        return lines;
    }

    /** A field in the words of {@link FieldAnswers}; refused when neither the catalog nor the document knows it. */
    public Optional<FieldView> say(Edit edit, String code, FieldAnswers.Word word, String value) {
        DocumentView document = document(edit);
        boolean known =
                catalog.type(document.type()).flatMap(type -> type.field(code)).isPresent()
                        || fields.of(edit.document()).stream()
                                .anyMatch(field -> field.code().equals(code));
        if (!known) {
            throw new BadInput(Reason.of(ReasonCode.FIELD_UNKNOWN, code));
        }
        return answers.say(edit, code, word, value);
    }

    public void type(Edit edit, String code) {
        if (catalog.type(code).isEmpty()) {
            throw new BadInput(Reason.of(ReasonCode.NO_SUCH_TYPE, code));
        }
        transaction.executeWithoutResult(status -> {
            recuts.type(edit, code);
            dossiers.retyped(edit.document());
        });
    }

    public void confirm(Edit edit) {
        DocumentView document = document(edit);
        Set<String> required = catalog.type(document.type()).stream()
                .flatMap(type -> type.fields().stream())
                .filter(Field::main)
                .map(Field::code)
                .collect(Collectors.toSet());
        verdicts.confirm(edit, required);
    }

    private DocumentView document(Edit edit) {
        return scans.document(edit.document()).orElseThrow(() -> new BadInput(Reason.of(ReasonCode.REVIEW_OVER)));
    }
}
