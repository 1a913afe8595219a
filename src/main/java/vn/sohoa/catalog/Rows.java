package vn.sohoa.catalog;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.sohoa.catalog.Component.Digitize;
import vn.sohoa.classification.Layout;
import vn.sohoa.extraction.CardPart;
import vn.sohoa.extraction.FieldKind;
import vn.sohoa.extraction.FieldRule.Where;
import vn.sohoa.extraction.Form.Section;

/** Between the catalog's records and its rows; lists stand one entry a line. */
final class Rows {
    private Rows() {}

    static DocumentTypeRow row(DocumentType type) {
        DocumentTypeRow row = new DocumentTypeRow();
        row.code = type.code();
        row.vi = type.vi();
        row.en = type.en();
        row.layout = type.layout().name();
        row.titles = String.join("\n", type.titles());
        row.signs = String.join("\n", type.signs());
        row.validFrom = type.validity().from().orElse(null);
        row.validTo = type.validity().to().orElse(null);
        row.source = type.source();
        row.digitize = type.digitize();
        row.sharedIn = type.sharedIn().orElse("");
        row.sections = type.sections().stream()
                .map(section -> section.code() + "\t" + String.join("\t", section.headings()))
                .collect(Collectors.joining("\n"));
        row.others = String.join("\n", type.others());
        return row;
    }

    static FieldRow row(String type, Field field, int position) {
        FieldRow row = new FieldRow();
        row.id = type + "." + field.code();
        row.type = type;
        row.code = field.code();
        row.position = position;
        row.vi = field.vi();
        row.en = field.en();
        row.kind = field.kind().name();
        row.main = field.main();
        row.place = field.where().name();
        row.labels = String.join("\n", field.labels());
        row.phrases = String.join("\n", field.phrases());
        row.pattern = field.pattern().map(Pattern::pattern).orElse("");
        row.afterCode = field.after().orElse("");
        row.card = field.card().map(Enum::name).orElse("");
        return row;
    }

    static ProcedureRow row(Procedure procedure) {
        ProcedureRow row = new ProcedureRow();
        row.code = procedure.code();
        row.vi = procedure.vi();
        row.en = procedure.en();
        row.field = procedure.field();
        row.validFrom = procedure.validity().from().orElse(null);
        row.validTo = procedure.validity().to().orElse(null);
        row.source = procedure.source();
        return row;
    }

    static ComponentRow row(String procedure, Component component, int position) {
        ComponentRow row = new ComponentRow();
        row.id = procedure + "/" + component.code();
        row.procedure = procedure;
        row.code = component.code();
        row.position = position;
        row.vi = component.vi();
        row.en = component.en();
        row.types = String.join("\n", component.types());
        row.required = component.required();
        row.digitize = component.digitize().name();
        row.mustNotAsk = component.mustNotAsk().orElse("");
        return row;
    }

    /** @param fields columns of the table among them */
    static DocumentType type(DocumentTypeRow row, List<Field> fields) {
        return new DocumentType(
                row.code,
                row.vi,
                row.en,
                Layout.valueOf(row.layout),
                lines(row.titles),
                lines(row.signs),
                new Validity(Optional.ofNullable(row.validFrom), Optional.ofNullable(row.validTo)),
                row.source,
                row.digitize,
                ifAny(row.sharedIn),
                lines(row.sections).stream().map(Rows::section).toList(),
                lines(row.others),
                fields.stream().filter(field -> field.where() != Where.COLUMN).toList(),
                fields.stream().filter(field -> field.where() == Where.COLUMN).toList());
    }

    static Field field(FieldRow row) {
        return new Field(
                row.code,
                row.vi,
                row.en,
                FieldKind.valueOf(row.kind),
                row.main,
                Where.valueOf(row.place),
                lines(row.labels),
                lines(row.phrases),
                ifAny(row.pattern).map(Pattern::compile),
                ifAny(row.afterCode),
                ifAny(row.card).map(CardPart::valueOf));
    }

    static Procedure procedure(ProcedureRow row, List<Component> components) {
        return new Procedure(
                row.code,
                row.vi,
                row.en,
                row.field,
                new Validity(Optional.ofNullable(row.validFrom), Optional.ofNullable(row.validTo)),
                row.source,
                components);
    }

    static Component component(ComponentRow row) {
        return new Component(
                row.code,
                row.vi,
                row.en,
                lines(row.types),
                row.required,
                Digitize.valueOf(row.digitize),
                ifAny(row.mustNotAsk));
    }

    private static Section section(String line) {
        List<String> parts = List.of(line.split("\t"));
        return new Section(parts.get(0), parts.subList(1, parts.size()));
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    private static Optional<String> ifAny(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
