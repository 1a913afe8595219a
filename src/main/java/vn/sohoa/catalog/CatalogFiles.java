package vn.sohoa.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.sohoa.catalog.Component.Digitize;
import vn.sohoa.classification.Layout;
import vn.sohoa.extraction.CardPart;
import vn.sohoa.extraction.FieldKind;
import vn.sohoa.extraction.FieldRule.Where;
import vn.sohoa.extraction.Form.Section;

/**
 * The catalog as its files tell it, checked as a whole: one document type or one procedure a file.
 *
 * <p>A file that comes later replaces an earlier one of the same code, so that an office can have its own.
 */
public final class CatalogFiles {
    private static final Pattern PROCEDURE_CODE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,49}");

    private final Map<String, DocumentType> types = new TreeMap<>();
    private final Map<String, Procedure> procedures = new TreeMap<>();
    private final List<Reference> references = new ArrayList<>();

    private record Reference(String procedure, Sheet sheet, String type) {}

    /**
     * @param name what it is called in a message
     * @param yaml its content
     */
    public record File(String name, String yaml) {}

    private CatalogFiles() {}

    /** @throws CatalogFault where a file cannot be used */
    public static CatalogFiles read(List<File> types, List<File> procedures) {
        CatalogFiles files = new CatalogFiles();
        types.forEach(file -> files.type(Sheet.of(file.name(), file.yaml())));
        procedures.forEach(file -> files.procedure(Sheet.of(file.name(), file.yaml())));
        files.checkReferences();
        return files;
    }

    /** In the order of their codes. */
    public Collection<DocumentType> types() {
        return types.values();
    }

    /** In the order of their codes. */
    public Collection<Procedure> procedures() {
        return procedures.values();
    }

    private void type(Sheet sheet) {
        List<Sheet> fieldSheets = sheet.sheets("fields");
        List<Field> fields = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        List<Section> sections = sheet.sheets("sections").stream()
                .map(part -> section(part, codes))
                .toList();
        for (Sheet fieldSheet : fieldSheets) {
            fields.add(field(fieldSheet, codes));
        }
        List<Field> columns = sheet.sheets("columns").stream()
                .map(column -> column(column, codes))
                .toList();
        DocumentType type = new DocumentType(
                sheet.code("code"),
                sheet.text("vi"),
                sheet.text("en"),
                sheet.one("layout", Layout.class, Layout.PAGES),
                sheet.texts("titles"),
                sheet.texts("signs"),
                validity(sheet),
                sheet.text("source"),
                sheet.yes("digitize", true),
                sheet.textIfAny("sharedIn"),
                sections,
                sheet.texts("others"),
                fields,
                columns);
        sheet.nothingElse();
        types.put(type.code(), type);
    }

    private static Field field(Sheet sheet, Set<String> before) {
        Field field = new Field(
                sheet.code("code"),
                sheet.text("vi"),
                sheet.text("en"),
                sheet.one("kind", FieldKind.class),
                sheet.yes("main", false),
                sheet.one("where", Where.class, Where.LABEL),
                sheet.texts("labels"),
                sheet.texts("phrases"),
                sheet.patternIfAny("pattern"),
                sheet.textIfAny("after"),
                sheet.oneIfAny("card", CardPart.class));
        sheet.nothingElse();
        if (field.where() == Where.PATTERN != field.pattern().isPresent()) {
            throw sheet.faultAt(
                    "pattern", "«pattern» đi cùng «where: PATTERN».", "«pattern» goes with «where: PATTERN».");
        }
        boolean wants = field.where() == Where.LABEL && field.phrases().isEmpty() || field.where() == Where.LINE;
        if (wants && field.labels().isEmpty()) {
            throw sheet.faultAt(
                    "code",
                    "trường «" + field.code() + "» cần ít nhất một nhãn (labels).",
                    "the field «" + field.code() + "» needs a label at least (labels).");
        }
        if (field.after().isPresent() && !before.contains(field.after().get())) {
            throw sheet.faultAt(
                    "after",
                    "không có phần hay trường «" + field.after().get() + "» đứng trước.",
                    "no section or field «" + field.after().get() + "» stands before.");
        }
        if (field.where() == Where.COLUMN) {
            throw sheet.faultAt(
                    "where",
                    "cột của bảng viết ở «columns», không ở «fields».",
                    "a column of a table stands in «columns», not in «fields».");
        }
        once(sheet, field.code(), before);
        return field;
    }

    private static void once(Sheet sheet, String code, Set<String> before) {
        if (!before.add(code)) {
            throw sheet.faultAt(
                    "code", "trường «" + code + "» viết hai lần.", "the field «" + code + "» stands twice.");
        }
    }

    private static Field column(Sheet sheet, Set<String> before) {
        Field column = new Field(
                sheet.code("code"),
                sheet.text("vi"),
                sheet.text("en"),
                sheet.one("kind", FieldKind.class),
                sheet.yes("main", false),
                Where.COLUMN,
                sheet.texts("labels"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        sheet.nothingElse();
        if (column.labels().isEmpty()) {
            throw sheet.faultAt(
                    "code",
                    "cột «" + column.code() + "» cần ít nhất một nhãn (labels).",
                    "the column «" + column.code() + "» needs a label at least (labels).");
        }
        once(sheet, column.code(), before);
        return column;
    }

    private static Section section(Sheet sheet, Set<String> before) {
        Section section = new Section(sheet.code("code"), sheet.texts("headings"));
        sheet.nothingElse();
        if (section.headings().isEmpty()) {
            throw sheet.faultAt(
                    "code",
                    "phần «" + section.code() + "» cần ít nhất một tiêu đề (headings).",
                    "the section «" + section.code() + "» needs a heading at least (headings).");
        }
        if (!before.add(section.code())) {
            throw sheet.faultAt(
                    "code",
                    "phần «" + section.code() + "» viết hai lần.",
                    "the section «" + section.code() + "» stands twice.");
        }
        return section;
    }

    private void procedure(Sheet sheet) {
        String code = sheet.text("code");
        if (!PROCEDURE_CODE.matcher(code).matches()) {
            throw sheet.faultAt(
                    "code", "«" + code + "» không phải mã thủ tục.", "«" + code + "» is not a procedure's code.");
        }
        references.removeIf(reference -> reference.procedure().equals(code));
        List<Component> components = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Sheet componentSheet : sheet.sheets("components")) {
            Component component = component(componentSheet);
            if (!codes.add(component.code())) {
                throw componentSheet.faultAt(
                        "code",
                        "thành phần «" + component.code() + "» viết hai lần.",
                        "the component «" + component.code() + "» stands twice.");
            }
            component.types().forEach(type -> references.add(new Reference(code, componentSheet, type)));
            components.add(component);
        }
        Procedure procedure = new Procedure(
                code,
                sheet.text("vi"),
                sheet.text("en"),
                sheet.text("field"),
                validity(sheet),
                sheet.text("source"),
                components);
        sheet.nothingElse();
        procedures.put(code, procedure);
    }

    private static Component component(Sheet sheet) {
        Component component = new Component(
                sheet.code("code"),
                sheet.text("vi"),
                sheet.text("en"),
                sheet.texts("types"),
                sheet.yes("required", true),
                sheet.one("digitize", Digitize.class),
                sheet.textIfAny("mustNotAsk"));
        sheet.nothingElse();
        return component;
    }

    private static Validity validity(Sheet sheet) {
        Validity validity = new Validity(sheet.day("validFrom"), sheet.day("validTo"));
        if (validity.from().isPresent()
                && validity.to().filter(validity.from().get()::isAfter).isPresent()) {
            throw sheet.faultAt("validTo", "hết hiệu lực trước khi có hiệu lực.", "it ends before it begins.");
        }
        return validity;
    }

    private void checkReferences() {
        for (Reference reference : references) {
            if (!types.containsKey(reference.type())) {
                throw reference
                        .sheet()
                        .faultAt(
                                "types",
                                "không có loại giấy tờ «" + reference.type() + "».",
                                "there is no document type «" + reference.type() + "».");
            }
        }
    }
}
