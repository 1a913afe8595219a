package vn.sohoa.extraction;

import java.util.List;
import java.util.Optional;

/**
 * What a personal number tells of its holder (Decree 137/2015/NĐ-CP, art. 7): the first three digits where the birth
 * was registered, the fourth the century and sex, the next two the year of birth. A number stays with a person whose data are corrected later: this doubts, and never
 * refuses.
 */
final class PersonalNumbers {
    private static final int CENTURY_AND_SEX = 3;
    private static final int YEAR_END = 6;
    private static final int FIRST_CENTURY = 19;

    private PersonalNumbers() {}

    static List<Found> doubted(List<Found> found, List<FieldRule> rules) {
        return found.stream()
                .map(value -> otherSex(value, found, rules).map(value::doubted).orElse(value))
                .map(value -> rule(value, rules)
                        .map(number ->
                                doubted(value, birth(number, found, rules), of(number, found, rules, FieldKind.SEX)))
                        .orElse(value))
                .toList();
    }

    private static Optional<FieldRule> rule(Found found, List<FieldRule> rules) {
        return rules.stream()
                .filter(rule -> rule.code().equals(found.code()) && rule.kind() == FieldKind.PERSONAL_NUMBER)
                .findFirst();
    }

    /** What is printed may be as wrong as the number: a sex that it contradicts has to be looked at too. */
    private static Optional<String> otherSex(Found sex, List<Found> found, List<FieldRule> rules) {
        Optional<FieldRule> own = rules.stream()
                .filter(rule -> rule.code().equals(sex.code()) && rule.kind() == FieldKind.SEX)
                .findFirst();
        if (own.isEmpty() || sex.source() != Found.Source.OCR || sex.rule().isPresent()) {
            return Optional.empty();
        }
        return of(own.get(), found, rules, FieldKind.PERSONAL_NUMBER)
                .map(PersonalNumbers::sex)
                .filter(told -> !told.equals(sex.value()))
                .map(told -> "Số định danh nói giới tính " + told + ".");
    }

    private static String sex(String number) {
        return (number.charAt(CENTURY_AND_SEX) - '0') % 2 == 0 ? "Nam" : "Nữ";
    }

    /** Of others than the holder a form may ask for the year only. */
    private static Optional<String> birth(FieldRule number, List<Found> found, List<FieldRule> rules) {
        Optional<String> date = of(number, found, rules, FieldKind.DATE);
        return date.isPresent() || number.after().isEmpty() ? date : of(number, found, rules, FieldKind.YEAR);
    }

    /** Of the same person: on every form a person's first date is that of birth. */
    private static Optional<String> of(FieldRule number, List<Found> found, List<FieldRule> rules, FieldKind kind) {
        return rules.stream()
                .filter(rule -> rule.kind() == kind
                        && rule.where() == FieldRule.Where.LABEL
                        && rule.after().equals(number.after()))
                .findFirst()
                .flatMap(rule -> found.stream()
                        .filter(value -> value.code().equals(rule.code()))
                        .findFirst())
                .map(Found::value);
    }

    private static Found doubted(Found number, Optional<String> birth, Optional<String> sex) {
        Optional<String> doubt = doubt(number.value(), birth, sex);
        return doubt.isEmpty() || number.rule().isPresent()
                ? number
                : new Found(
                        number.code(),
                        number.value(),
                        number.raw(),
                        number.confidence(),
                        number.source(),
                        number.page(),
                        number.box(),
                        number.needsReview() || number.source() == Found.Source.OCR,
                        doubt);
    }

    static Optional<String> doubt(String number, Optional<String> birth, Optional<String> sex) {
        if (!Provinces.isCode(number.substring(0, CENTURY_AND_SEX))) {
            return Optional.of(
                    "Ba số đầu " + number.substring(0, CENTURY_AND_SEX) + " không phải mã nơi đăng ký khai sinh.");
        }
        int digit = number.charAt(CENTURY_AND_SEX) - '0';
        String year = (FIRST_CENTURY + digit / 2) + number.substring(CENTURY_AND_SEX + 1, YEAR_END);
        if (birth.filter(date -> !date.endsWith(year)).isPresent()) {
            return Optional.of("Số định danh nói năm sinh " + year + ", khác ngày sinh trên giấy.");
        }
        String told = sex(number);
        if (sex.filter(value -> !value.equals(told)).isPresent()) {
            return Optional.of("Số định danh nói giới tính " + told + ", khác giới tính trên giấy.");
        }
        return Optional.empty();
    }
}
