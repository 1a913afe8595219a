package vn.sohoa.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import vn.sohoa.register.Answer;
import vn.sohoa.register.Arbitrations;
import vn.sohoa.register.Field;
import vn.sohoa.register.Form;
import vn.sohoa.register.Problem;

/** The forms of keying and deciding in the words of one language. */
final class KeyingScreen {
    private KeyingScreen() {}

    record Choice(String code, String label) {}

    /**
     * @param kind of the answer
     * @param problem why it is not taken; empty when nothing is wrong
     * @param code whether one of the choices has to be taken
     */
    record Input(
            String column,
            String label,
            boolean required,
            boolean code,
            List<Choice> choices,
            String hint,
            String kind,
            String text,
            String problem,
            boolean mayStand) {}

    /** One of two readings. */
    record Reading(String value, String shown, String style) {}

    record Dispute(String column, String label, List<Choice> choices, Reading left, Reading right, String problem) {}

    record Settled(String label, String shown) {}

    static List<Input> inputs(
            Form form, Map<String, Answer> draft, List<Problem> problems, Words words, Locale locale) {
        return form.keyed().stream()
                .map(field -> input(field, draft.get(field.column()), problems, words, locale))
                .toList();
    }

    private static Input input(
            Field field,
            @org.jspecify.annotations.Nullable Answer answer,
            List<Problem> problems,
            Words words,
            Locale locale) {
        Problem problem = problems.stream()
                .filter(one -> one.column().equals(field.column()))
                .findFirst()
                .orElse(null);
        return new Input(
                field.column(),
                label(field.label(), locale),
                field.required(),
                field.kind() == Field.Kind.CODE,
                choices(field, locale),
                words.text("keying.hint." + field.kind()),
                answer == null ? "VALUE" : answer.kind().name(),
                answer == null ? "" : answer.text(),
                problem == null ? "" : words.text("keying.problem." + problem.rule()),
                problem != null && problem.mayStand());
    }

    static List<Dispute> disputes(Arbitrations.Dispute dispute, List<Problem> problems, Words words, Locale locale) {
        return dispute.differences().stream()
                .map(one -> new Dispute(
                        one.field().column(),
                        label(one.field().label(), locale),
                        choices(one.field(), locale),
                        reading(one.field(), one.left(), words, locale),
                        reading(one.field(), one.right(), words, locale),
                        problems.stream()
                                .filter(problem ->
                                        problem.column().equals(one.field().column()))
                                .map(problem -> words.text("keying.problem." + problem.rule()))
                                .findFirst()
                                .orElse("")))
                .toList();
    }

    static List<Settled> settled(Arbitrations.Dispute dispute, Words words, Locale locale) {
        return dispute.form().keyed().stream()
                .filter(field -> dispute.agreed().containsKey(field.column()))
                .map(field -> new Settled(
                        label(field.label(), locale),
                        reading(field, dispute.agreed().get(field.column()), words, locale)
                                .shown()))
                .toList();
    }

    private static Reading reading(Field field, Answer answer, Words words, Locale locale) {
        String shown = answer.kind() == Answer.Kind.VALUE
                ? choices(field, locale).stream()
                        .filter(choice -> choice.code().equals(answer.text()))
                        .map(choice -> choice.code() + " – " + choice.label())
                        .findFirst()
                        .orElse(answer.text())
                : words.text("answer." + answer.kind());
        return new Reading(
                answer.kind() + "|" + answer.text(),
                Label.of(shown),
                answer.kind().name().toLowerCase(Locale.ROOT));
    }

    private static List<Choice> choices(Field field, Locale locale) {
        return field.choices().stream()
                .map(choice -> new Choice(choice.code(), label(choice.label(), locale)))
                .toList();
    }

    static String label(Form.Label label, Locale locale) {
        return locale.getLanguage().equals("en") ? label.en() : label.vi();
    }

    static String number(OptionalInt number) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : "–";
    }
}
