package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import vn.sohoa.common.Folding;

/**
 * Whether the paper says a value a second time in another form: a day or an amount in digits and in words, a name in
 * capitals and in small letters. What both say alike needs no person; what they say differently is doubted.
 */
final class Seconded {
    private static final double TOGETHER = 0.99;
    /** Less sure is no source: misread, or made from an old encoding and in both mentions by the same rule. */
    private static final double HARDLY_READ = 0.3;

    /** «125,0»: a comma before one or two digits at the end; words tell whole numbers only. */
    private static final Pattern DECIMALS = Pattern.compile(",\\d{1,2}$");

    private static final Pattern NO_DECIMALS = Pattern.compile(",0{1,2}$");

    private static final int ROWS_OF_WORDS = 4;
    private static final double GAP = 1.5;
    private static final Set<String> FORMS_OF_ADDRESS =
            Set.of("ong", "ba", "anh", "chi", "toi", "ten", "ongba", "chau", "em");

    private Seconded() {}

    /** @param twice from which confidence on two mentions of the same shape are two sources */
    static Found of(Found found, FieldRule rule, Sheets sheets, double twice) {
        if (found.confidence() < HARDLY_READ) {
            return found;
        }
        if (found.rule().isPresent()) {
            return rule.kind() == FieldKind.PERSON_NAME ? asRead(found, sheets, twice) : found;
        }
        return switch (rule.kind()) {
            case DATE -> aged(day(found, sheets), rule, sheets);
            case PAPER_DATE -> day(found, sheets);
            case YEAR -> aged(found, rule, sheets);
            case PERSON_NAME -> name(found, sheets, twice);
            case PERSONAL_NUMBER, IDENTITY_NUMBER -> again(found, mentions(found, sheets), twice);
            case AMOUNT -> amount(found, sheets);
            default -> found;
        };
    }

    /** A name that no list knows is right all the same where the paper says it twice; marks alone may be lost twice. */
    private static Found asRead(Found found, Sheets sheets, double twice) {
        return Values.of(FieldKind.PERSON_NAME, found.raw())
                .filter(read -> !Folding.words(read).equals(Folding.words(found.value())))
                .map(read -> name(found.reading(read), sheets, twice))
                .filter(read -> !read.needsReview())
                .orElse(found);
    }

    private static Found day(Found found, Sheets sheets) {
        Optional<String> words = rowsFrom(found, sheets).flatMap(DayInWords::in);
        if (words.isEmpty()) {
            return found;
        }
        boolean agree = words.get().equals(found.value());
        Optional<String> doubt =
                agree ? Optional.empty() : Optional.of("Ngày viết bằng chữ đọc được là " + words.get() + ".");
        return told(found, agree, doubt);
    }

    private static Found aged(Found found, FieldRule rule, Sheets sheets) {
        Optional<String> doubt = found.rule().isEmpty() ? Ages.doubt(found, rule, sheets) : Optional.empty();
        return doubt.isEmpty() ? found : told(found, false, doubt);
    }

    private static Found amount(Found found, Sheets sheets) {
        String digits = DECIMALS.matcher(found.value()).replaceAll("").replaceAll("\\D", "");
        boolean whole = !DECIMALS.matcher(found.value()).find()
                || NO_DECIMALS.matcher(found.value()).find();
        Optional<Long> words = rowsFrom(found, sheets)
                .map(AmountInWords::in)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong);
        if (words.isEmpty()) {
            return found;
        }
        boolean agree = whole && digits.equals(words.get().toString());
        Optional<String> doubt =
                agree ? Optional.empty() : Optional.of("Số viết bằng chữ đọc được là " + words.get() + ".");
        return told(found, agree, doubt);
    }

    /** The row of a value and those below it, where it is said in words. */
    private static Optional<String> rowsFrom(Found found, Sheets sheets) {
        List<Row> rows = sheets.rows();
        for (int at = 0; at < rows.size(); at++) {
            Row row = rows.get(at);
            boolean here = row.page() == found.page()
                    && row.tokens().stream().anyMatch(token -> token.box().meets(found.box()));
            if (here) {
                StringBuilder text = new StringBuilder();
                for (int next = at; next < rows.size() && next - at < ROWS_OF_WORDS; next++) {
                    text.append(' ').append(rows.get(next).text());
                }
                return Optional.of(text.toString());
            }
        }
        return Optional.empty();
    }

    /**
     * The same letters with the same marks, once in capitals and once not: other shapes, read for themselves. Both may have
     * lost the same mark, where that makes another name.
     */
    private static Found name(Found found, Sheets sheets, double twice) {
        boolean capitals = Shape.isInCapitals(beginning(found));
        boolean small = Shape.isSmall(beginning(found));
        if (found.value().indexOf(' ') < 0) {
            return found; // what is left of a name stands in every longer one
        }
        List<List<Token>> mentions = mentions(found, sheets);
        boolean otherwise = mentions.stream()
                .map(Tokens::text)
                .anyMatch(mention -> capitals && Shape.isSmall(mention) || small && Shape.isInCapitals(mention));
        return otherwise && Names.isClear(found.value())
                ? told(found, true, Optional.empty())
                : again(found, mentions, twice);
    }

    /** The same shapes could be misread alike: how sure both have to be was measured. */
    private static Found again(Found found, List<List<Token>> mentions, double twice) {
        double both = Math.min(
                found.confidence(),
                mentions.stream().mapToDouble(Tokens::confidence).max().orElse(-1));
        return both < twice
                ? found
                : new Found(
                        found.code(),
                        found.value(),
                        found.raw(),
                        both,
                        found.source(),
                        found.page(),
                        found.box(),
                        false,
                        found.rule());
    }

    /** Where else the document says the same. */
    private static List<List<Token>> mentions(Found found, Sheets sheets) {
        String value = Folding.exact(found.value());
        int words = value.split(" ").length;
        List<List<Token>> mentions = new ArrayList<>();
        for (Row row : sheets.rows()) {
            List<Token> tokens = row.tokens();
            for (int from = 0; from + words <= tokens.size(); from++) {
                List<Token> part = tokens.subList(from, from + words);
                boolean elsewhere = row.page() != found.page()
                        || part.stream().noneMatch(token -> token.box().meets(found.box()));
                if (elsewhere
                        && isWhole(row, from, from + words)
                        && Folding.exact(Values.clean(Tokens.text(part))).equals(value)) {
                    mentions.add(part);
                }
            }
        }
        return mentions;
    }

    /** «Trọng Phong» in «KIỀU TRỌNG PHONG» is no mention of somebody whose family name was not read. */
    private static boolean isWhole(Row row, int from, int to) {
        List<Token> tokens = row.tokens();
        return (from == 0
                        || !joins(tokens.get(from - 1), tokens.get(from), row)
                        || FORMS_OF_ADDRESS.contains(tokens.get(from - 1).letters()))
                && (to == tokens.size() || !joins(tokens.get(to - 1), tokens.get(to), row));
    }

    /** Two words of one name: both begin with a capital, with nothing between them. */
    private static boolean joins(Token one, Token next, Row row) {
        return !one.colon()
                && begins(one)
                && begins(next)
                && Character.isLetter(one.text().codePointBefore(one.text().length()))
                && next.box().x() - one.box().right() < GAP * row.height();
    }

    private static boolean begins(Token token) {
        return !token.text().isEmpty() && Character.isUpperCase(token.text().codePointAt(0));
    }

    /** What was read of the name itself: its reach may go on after it. */
    private static String beginning(Found found) {
        List<String> words = List.of(Values.clean(found.raw()).split(" "));
        return String.join(" ", words.subList(0, Math.min(found.value().split(" ").length, words.size())));
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
