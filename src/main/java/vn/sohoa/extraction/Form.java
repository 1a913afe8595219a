package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.List;

/**
 * What is printed on papers of one type: fields, headings, and labels that nobody asks for but that end the values
 * before them.
 *
 * @param fields in the order of the form
 * @param sections parts that belong to one person or party, below each other or side by side
 * @param others labels without a field
 */
public record Form(List<FieldRule> fields, List<Section> sections, List<String> others) {
    /** @param headings as printed, all variants; one may be a field's label at the same time */
    public record Section(String code, List<String> headings) {
        public Section {
            headings = List.copyOf(headings);
        }
    }

    /** Nobody's field: a label of this ends a value, no more. */
    static final FieldRule OTHER = FieldRule.labelled("", FieldKind.TEXT);

    public Form {
        fields = List.copyOf(fields);
        sections = List.copyOf(sections);
        others = List.copyOf(others);
    }

    public Form(List<FieldRule> fields) {
        this(fields, List.of(), List.of());
    }

    boolean isSection(String code) {
        return sections.stream().anyMatch(section -> section.code().equals(code));
    }

    /** The labels to look for. */
    List<Wanted> labels() {
        List<Wanted> wanted = new ArrayList<>();
        for (FieldRule rule : fields) {
            if (rule.where() == FieldRule.Where.LABEL || rule.where() == FieldRule.Where.DATE_LINE) {
                rule.labels().forEach(label -> wanted.add(Wanted.of(rule, label)));
            }
        }
        others.forEach(label -> wanted.add(Wanted.of(OTHER, label)));
        return wanted;
    }

    List<Wanted> headings() {
        return sections.stream()
                .flatMap(section -> section.headings().stream()
                        .map(heading -> Wanted.of(FieldRule.labelled(section.code(), FieldKind.TEXT), heading)))
                .toList();
    }
}
