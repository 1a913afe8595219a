package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.sohoa.common.Folding;
import vn.sohoa.page.Box;

/**
 * Whether the paper says a value a second time in another form: a day in digits and in words, a name in capitals and in
 * small letters. What both say alike needs no person; what they say differently is doubted.
 */
final class Seconded {
    private static final double TOGETHER = 0.99;
    private static final int ROWS_OF_WORDS = 3;

    private Seconded() {}

    static Found of(Found found, FieldRule rule, Sheets sheets) {
        if (found.rule().isPresent()) {
            return found;
        }
        return switch (rule.kind()) {
            case DATE -> day(found, sheets);
            case PERSON_NAME -> name(found, sheets);
            default -> found;
        };
    }

    private static Found day(Found found, Sheets sheets) {
        Optional<String> words = wordsAfter(found, sheets);
        if (words.isEmpty()) {
            return found;
        }
        boolean agree = words.get().equals(found.value());
        Optional<String> doubt =
                agree ? Optional.empty() : Optional.of("Ngày viết bằng chữ đọc được là " + words.get() + ".");
        return told(found, agree, doubt);
    }

    /** The day in words, where it stands beside the digits or in the rows below them. */
    private static Optional<String> wordsAfter(Found found, Sheets sheets) {
        List<Row> rows = sheets.rows();
        for (int at = 0; at < rows.size(); at++) {
            Row row = rows.get(at);
            boolean here = row.page() == found.page()
                    && row.tokens().stream().anyMatch(token -> touches(token.box(), found.box()));
            if (here) {
                StringBuilder text = new StringBuilder();
                for (int next = at; next < rows.size() && next - at < ROWS_OF_WORDS; next++) {
                    text.append(' ').append(rows.get(next).text());
                }
                return DayInWords.in(text.toString());
            }
        }
        return Optional.empty();
    }

    /** The same letters with the same marks, once in capitals and once not: other shapes, read for themselves. */
    private static Found name(Found found, Sheets sheets) {
        List<String> words = List.of(Folding.exact(found.value()).split(" "));
        boolean capitals = isInCapitals(found.raw());
        for (Row row : sheets.rows()) {
            List<Token> tokens = row.tokens();
            for (int from = 0; from + words.size() <= tokens.size(); from++) {
                List<Token> part = tokens.subList(from, from + words.size());
                boolean elsewhere = row.page() != found.page()
                        || part.stream().noneMatch(token -> touches(token.box(), found.box()));
                String text = Values.clean(Tokens.text(part));
                if (elsewhere
                        && isInCapitals(text) != capitals
                        && Folding.exact(text).equals(Folding.exact(found.value()))) {
                    return told(found, true, Optional.empty());
                }
            }
        }
        return found;
    }

    private static boolean isInCapitals(String text) {
        List<String> words = new ArrayList<>(List.of(Values.clean(text).split(" ")));
        return words.stream().allMatch(word -> word.equals(word.toUpperCase(Locale.ROOT)));
    }

    private static boolean touches(Box one, Box other) {
        return one.x() < other.right()
                && other.x() < one.right()
                && one.y() < other.bottom()
                && other.y() < one.bottom();
    }

    private static Found told(Found found, boolean agree, Optional<String> doubt) {
        return new Found(
                found.code(),
                found.value(),
                found.raw(),
                agree ? Math.max(found.confidence(), TOGETHER) : found.confidence(),
                found.source(),
                found.page(),
                found.box(),
                !agree,
                doubt);
    }
}
