package vn.sohoa.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sohoa.common.PartialDate;

/**
 * What is keyed of one kind of register, and what is delivered: data of {@code catalog/registers/*.yaml}.
 *
 * @param kind such as {@code KS}
 * @param columns of the delivered sheet, in order
 * @param keyed in the order of keying
 * @param filled by column, from the book: {@code {number}}, {@code {years}}
 * @param illegible what a delivered cell says where nobody could read the paper
 * @param notes the column that says which codes could not be read: a list has no code for that
 * @param dateColumn that names a case's file
 * @param caseColumn that names a case's file
 */
public record Form(
        String kind,
        String sheet,
        String documentType,
        Label label,
        List<String> columns,
        List<Field> keyed,
        Map<String, String> filled,
        String illegible,
        String notes,
        String dateColumn,
        String caseColumn) {

    public record Label(String vi, String en) {}

    public Form {
        columns = List.copyOf(columns);
        keyed = List.copyOf(keyed);
        filled = Map.copyOf(filled);
    }

    public Optional<Field> field(String column) {
        return keyed.stream().filter(field -> field.column().equals(column)).findFirst();
    }

    /** What is wrong with these answers; whether an empty one was meant has to be said where the form asks. */
    public List<Problem> problems(Map<String, Answer> answers) {
        List<Problem> problems = new ArrayList<>();
        for (Field field : keyed) {
            Answer answer = answers.get(field.column());
            if (answer == null) {
                if (field.required()) {
                    problems.add(new Problem(field.column(), Problem.Rule.MISSING));
                }
            } else {
                field.problem(answer).ifPresent(problems::add);
            }
        }
        return problems;
    }

    /** The fields that two people read differently, in the order of keying. */
    public List<Field> differences(Map<String, Answer> one, Map<String, Answer> other) {
        return keyed.stream()
                .filter(field -> !field.same(answer(one, field), answer(other, field)))
                .toList();
    }

    static Answer answer(Map<String, Answer> answers, Field field) {
        return answers.getOrDefault(field.column(), Answer.ABSENT);
    }

    /** The cells of a case's row, in the order of the columns; an empty cell is an empty text. */
    public List<String> cells(BookFacts book, Map<String, Answer> answers) {
        return columns.stream().map(column -> cell(column, book, answers)).toList();
    }

    private String cell(String column, BookFacts book, Map<String, Answer> answers) {
        String pattern = filled.get(column);
        if (pattern != null) {
            return pattern.replace("{number}", book.number()).replace("{years}", book.years());
        }
        if (column.equals(notes)) {
            return notes(answers);
        }
        return field(column).map(field -> cell(field, answer(answers, field))).orElse("");
    }

    private String notes(Map<String, Answer> answers) {
        List<String> unread = keyed.stream()
                .filter(field -> field.kind() == Field.Kind.CODE)
                .filter(field -> answer(answers, field).kind() == Answer.Kind.ILLEGIBLE)
                .map(field -> field.label().vi())
                .toList();
        return unread.isEmpty() ? "" : illegible + ": " + String.join(", ", unread);
    }

    private String cell(Field field, Answer answer) {
        return switch (answer.kind()) {
            case ABSENT, NO_CASE -> field.absent();
            case ILLEGIBLE -> field.kind() == Field.Kind.CODE ? field.absent() : illegible;
            case VALUE ->
                field.kind() == Field.Kind.DATE
                        ? PartialDate.parse(answer.text())
                                .map(date -> date.dayFirst("."))
                                .orElse(answer.text())
                        : answer.text();
        };
    }

    /**
     * The name of a case's file, without extension: {@code KS.2007.01.2007-03-15.012}. What cannot be read stands as
     * zeros.
     */
    public String fileName(BookFacts book, Map<String, Answer> answers) {
        String date = Optional.ofNullable(answers.get(dateColumn))
                .flatMap(answer -> PartialDate.parse(answer.text()))
                .map(PartialDate::yearFirst)
                .orElse("0000-00-00");
        String number = Optional.ofNullable(answers.get(caseColumn))
                .map(answer -> answer.text().replaceAll("[^0-9A-Za-z]", ""))
                .orElse("");
        return "%s.%s.%s.%s.%s".formatted(book.kind(), book.years(), book.number(), date, padded(number));
    }

    private static String padded(String number) {
        String digits = number.replaceFirst("^0+(?=.)", "");
        return "0".repeat(Math.max(0, 3 - digits.length())) + digits;
    }
}
