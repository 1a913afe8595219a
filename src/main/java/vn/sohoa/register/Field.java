package vn.sohoa.register;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.sohoa.common.PartialDate;

/**
 * One column of a form that people key.
 *
 * @param required an empty answer has to be said: illegible, or absent
 * @param pattern the whole text of a value looks like this; a person may know better
 * @param choices of a code list; empty for the other kinds
 * @param absent the code that says that the paper has none; empty where the list has no such code
 */
public record Field(
        String column,
        Kind kind,
        boolean required,
        Optional<Pattern> pattern,
        List<Choice> choices,
        String absent,
        Form.Label label) {

    public enum Kind {
        TEXT,
        DATE,
        NUMBER,
        CODE
    }

    public record Choice(String code, Form.Label label) {}

    public Field {
        choices = List.copyOf(choices);
    }

    /** What is wrong with an answer, if anything. */
    public Optional<Problem> problem(Answer answer) {
        if (answer.kind() != Answer.Kind.VALUE) {
            return Optional.empty();
        }
        return switch (kind) {
            case CODE -> knows(answer.text()) ? Optional.empty() : problem(Problem.Rule.CODE);
            case DATE -> PartialDate.parse(answer.text()).isPresent() ? Optional.empty() : problem(Problem.Rule.DATE);
            case NUMBER, TEXT ->
                pattern.isEmpty() || pattern.get().matcher(answer.text()).matches()
                        ? Optional.empty()
                        : problem(Problem.Rule.FORMAT);
        };
    }

    boolean knows(String code) {
        return choices.stream().anyMatch(choice -> choice.code().equals(code));
    }

    private Optional<Problem> problem(Problem.Rule rule) {
        return Optional.of(new Problem(column, rule));
    }

    /**
     * Whether two people read the same. Equal are texts that are equal in NFC with spaces folded, dates of one shape or
     * another, numbers with or without leading zeros. An accent, a tone mark or its place, a capital: never.
     */
    public boolean same(Answer one, Answer other) {
        if (one.kind() != other.kind()) {
            return false;
        }
        return one.kind() != Answer.Kind.VALUE || shape(one.text()).equals(shape(other.text()));
    }

    private String shape(String text) {
        return switch (kind) {
            case DATE -> PartialDate.parse(text).map(PartialDate::yearFirst).orElse(text);
            case NUMBER -> text.replaceFirst("^0+(?=.)", "");
            case CODE, TEXT -> text;
        };
    }
}
