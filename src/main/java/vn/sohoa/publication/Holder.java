package vn.sohoa.publication;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.sohoa.catalog.DocumentType;
import vn.sohoa.catalog.Field;
import vn.sohoa.extraction.FieldKind;
import vn.sohoa.scan.FieldView;

/**
 * Whose paper it is and how it is known, from its fields.
 *
 * @param name empty when unknown
 * @param number personal or identity number; empty when unknown
 * @param issueNumber as on the paper; empty when it has none
 * @param issueDate as on the paper; empty when it has none
 */
record Holder(String name, String number, String issueNumber, String issueDate) {
    /** On papers of several people the first that the form names is the holder: the child before the parents. */
    static Holder of(List<FieldView> values, Optional<DocumentType> type) {
        List<Field> form = type.map(DocumentType::fields).orElse(List.of());
        return new Holder(
                first(values, form, Set.of(FieldKind.PERSON_NAME)),
                first(values, form, Set.of(FieldKind.PERSONAL_NUMBER, FieldKind.IDENTITY_NUMBER)),
                first(values, form, Set.of(FieldKind.NUMBER)),
                date(values));
    }

    private static String first(List<FieldView> values, List<Field> form, Set<FieldKind> kinds) {
        return form.stream()
                .filter(field -> kinds.contains(field.kind()))
                .min(Comparator.comparing(field -> !field.main()))
                .map(field -> value(values, field.code()))
                .orElse("");
    }

    /** The names that the forms of the catalog have for the day of issue. */
    private static String date(List<FieldView> values) {
        for (String code : List.of("ngay_cap", "ngay_dang_ky", "ngay_ky")) {
            String value = value(values, code);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static String value(List<FieldView> values, String code) {
        return values.stream()
                .filter(field -> field.code().equals(code))
                .findFirst()
                .map(FieldView::value)
                .orElse("");
    }
}
