package vn.sohoa.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.sohoa.classification.Layout;
import vn.sohoa.classification.TypeRule;
import vn.sohoa.extraction.FieldRule;
import vn.sohoa.extraction.Form;
import vn.sohoa.extraction.Form.Section;

/**
 * A type of paper.
 *
 * @param code Vietnamese snake_case without diacritics
 * @param vi name for the screen
 * @param en name for the screen
 * @param titles as printed, all variants
 * @param signs other print that only this type has
 * @param source of the rule: the form's circular
 * @param digitize whether it may be digitized at all
 * @param sharedIn the shared database that holds the same data; empty where none does
 * @param sections parts of the form that belong to one person or party
 * @param others labels on the form that nobody asks for
 * @param fields in the order of the form
 * @param columns of the paper's table, of which each row is a case of its own; empty on papers without one
 */
public record DocumentType(
        String code,
        String vi,
        String en,
        Layout layout,
        List<String> titles,
        List<String> signs,
        Validity validity,
        String source,
        boolean digitize,
        Optional<String> sharedIn,
        List<Section> sections,
        List<String> others,
        List<Field> fields,
        List<Field> columns) {
    public DocumentType {
        titles = List.copyOf(titles);
        signs = List.copyOf(signs);
        sections = List.copyOf(sections);
        others = List.copyOf(others);
        fields = List.copyOf(fields);
        columns = List.copyOf(columns);
    }

    /** What classification needs to know of it. */
    public TypeRule rule() {
        List<List<String>> labels = Stream.concat(
                        fields.stream()
                                .filter(field -> field.where() == FieldRule.Where.LABEL)
                                .map(Field::labels),
                        others.stream().map(List::of))
                .toList();
        return new TypeRule(code, layout, titles, signs, labels);
    }

    /** What extraction needs to know of it. */
    public Form form() {
        return new Form(
                fields.stream().map(Field::rule).toList(),
                sections,
                others,
                columns.stream().map(Field::rule).toList());
    }

    /** Whether it is an identity card whose QR tells its fields. */
    public boolean hasCardCode() {
        return fields.stream().anyMatch(field -> field.card().isPresent());
    }

    public Optional<Field> field(String code) {
        return fields.stream().filter(field -> field.code().equals(code)).findFirst();
    }
}
