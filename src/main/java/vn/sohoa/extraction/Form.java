package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.List;

/**
 * What is printed on papers of one type: fields, headings, and labels that nobody asks for but that end the values
 * before them. Prepared once, since a form has a hundred labels.
 */
public final class Form {
    /** @param headings as printed, all variants; one may be a field's label at the same time */
    public record Section(String code, List<String> headings) {
        public Section {
            headings = List.copyOf(headings);
        }
    }

    /** Nobody's field: a label of this ends a value, no more. */
    static final FieldRule OTHER = FieldRule.labelled("", FieldKind.TEXT);

    private final List<FieldRule> fields;
    private final List<Section> sections;
    private final List<Wanted> labels;
    private final List<Wanted> headings;
    private final List<FieldRule> columns;
    private final List<Wanted> wantedColumns;

    /**
     * @param fields in the order of the form
     * @param sections parts that belong to one person or party, below each other or side by side
     * @param others labels without a field
     * @param columns of the form's table, told by their heads; each row of it has these values
     */
    public Form(List<FieldRule> fields, List<Section> sections, List<String> others, List<FieldRule> columns) {
        this.fields = List.copyOf(fields);
        this.columns = List.copyOf(columns);
        this.wantedColumns = this.columns.stream()
                .flatMap(rule -> rule.labels().stream().map(label -> Wanted.of(rule, label)))
                .toList();
        this.sections = List.copyOf(sections);
        this.labels = labels(this.fields, others);
        this.headings = headings(this.sections);
    }

    /** A form without a table. */
    public Form(List<FieldRule> fields, List<Section> sections, List<String> others) {
        this(fields, sections, others, List.of());
    }

    public Form(List<FieldRule> fields) {
        this(fields, List.of(), List.of());
    }

    List<FieldRule> columns() {
        return columns;
    }

    /** The heads of columns to look for. */
    List<Wanted> wantedColumns() {
        return wantedColumns;
    }

    List<FieldRule> fields() {
        return fields;
    }

    boolean isSection(String code) {
        return sections.stream().anyMatch(section -> section.code().equals(code));
    }

    /** The labels to look for. */
    List<Wanted> labels() {
        return labels;
    }

    List<Wanted> headings() {
        return headings;
    }

    private static List<Wanted> labels(List<FieldRule> fields, List<String> others) {
        List<Wanted> wanted = new ArrayList<>();
        for (FieldRule rule : fields) {
            if (rule.where() == FieldRule.Where.LABEL || rule.where() == FieldRule.Where.DATE_LINE) {
                rule.labels().forEach(label -> wanted.add(Wanted.of(rule, label)));
            }
        }
        others.forEach(label -> wanted.add(Wanted.of(OTHER, label)));
        return List.copyOf(wanted);
    }

    private static List<Wanted> headings(List<Section> sections) {
        return sections.stream()
                .flatMap(section -> section.headings().stream()
                        .map(heading -> Wanted.of(FieldRule.labelled(section.code(), FieldKind.TEXT), heading)))
                .toList();
    }
}
