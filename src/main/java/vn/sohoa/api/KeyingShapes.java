package vn.sohoa.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import vn.sohoa.register.Answer;
import vn.sohoa.register.Field;
import vn.sohoa.register.Form;

/** What keying and deciding have in common on the wire. */
final class KeyingShapes {
    private KeyingShapes() {}

    record KeyingChoice(String code, String vi, String en) {}

    /** @param pattern the whole text of a value looks like this; a person may know better */
    record KeyingField(
            String column,
            Field.Kind kind,
            boolean required,
            Optional<String> pattern,
            List<KeyingChoice> choices,
            String vi,
            String en) {
        static KeyingField of(Field f) {
            return new KeyingField(
                    f.column(),
                    f.kind(),
                    f.required(),
                    f.pattern().map(Object::toString),
                    f.choices().stream()
                            .map(c -> new KeyingChoice(
                                    c.code(), c.label().vi(), c.label().en()))
                            .toList(),
                    f.label().vi(),
                    f.label().en());
        }
    }

    /** @param text of a VALUE alone */
    record KeyedAnswer(Answer.Kind kind, Optional<String> text) {
        static KeyedAnswer of(Answer a) {
            return new KeyedAnswer(a.kind(), Optional.of(a.text()).filter(text -> !text.isEmpty()));
        }

        Answer answer() {
            return new Answer(kind, text.orElse(""));
        }
    }

    static List<KeyingField> fields(Form form) {
        return form.keyed().stream().map(KeyingField::of).toList();
    }

    static Map<String, KeyedAnswer> shown(Map<String, Answer> answers) {
        Map<String, KeyedAnswer> shown = new LinkedHashMap<>();
        answers.forEach((column, answer) -> shown.put(column, KeyedAnswer.of(answer)));
        return shown;
    }

    static Map<String, Answer> answers(Map<String, KeyedAnswer> given) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        given.forEach((column, answer) -> answers.put(column, answer.answer()));
        return answers;
    }

    static Optional<Integer> number(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    /** Nothing is ended while an answer is wrong; says which, and why. */
    static void refuse(List<vn.sohoa.register.Problem> wrong) {
        if (!wrong.isEmpty()) {
            Map<String, String> errors = wrong.stream()
                    .collect(Collectors.toMap(
                            vn.sohoa.register.Problem::column,
                            problem -> problem.rule().name(),
                            (one, other) -> one,
                            TreeMap::new));
            throw new Problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "answers-wrong",
                            "Có ô chưa đúng: " + String.join(", ", errors.keySet()) + ".",
                            "These are not right: " + String.join(", ", errors.keySet()) + ".")
                    .with(errors);
        }
    }
}
