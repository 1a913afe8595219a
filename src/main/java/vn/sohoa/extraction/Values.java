package vn.sohoa.extraction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.sohoa.common.Folding;

/** What was read, made into a value of its kind; nothing where it cannot be one. */
final class Values {
    private static final int NAME_WORDS = 7;
    private static final Pattern NAME_WORD = Pattern.compile("\\p{Lu}[\\p{L}'’-]*");
    /** A name with a speck before its last word; a title or an office after a name is longer, or in small letters. */
    private static final Pattern STRAY_COMMA =
            Pattern.compile("\\p{Lu}[\\p{L}'’-]*( \\p{Lu}[\\p{L}'’-]*){1,3}, \\p{Lu}[\\p{L}'’-]*");

    /** «KHắc»: the second letter of a word is never a capital, but all are. */
    private static final Pattern TWO_CAPITALS = Pattern.compile("(?<!\\p{L})(\\p{Lu})(\\p{Lu}+)(?=\\p{Ll})");

    private static final Pattern PERSONAL = Pattern.compile("(?<![\\p{L}\\d])0\\d{11}(?![\\p{L}\\d])");
    private static final Pattern IDENTITY = Pattern.compile("(?<![\\p{L}\\d])(\\d{12}|\\d{9})(?![\\p{L}\\d])");
    private static final Pattern PHONE = Pattern.compile("(?<![\\p{L}\\d])(0|\\+84)\\d{8,10}(?![\\p{L}\\d])");
    private static final Pattern GAPS = Pattern.compile("(?<=\\d)[ .](?=\\d)");
    private static final Pattern YEAR = Pattern.compile(
            "(?<![\\p{L}\\d/.-])(1[89]|20)\\d{2}(?![\\p{L}\\d])|(?<=\\d[/.-])(1[89]|20)\\d{2}(?![\\p{L}\\d])");
    private static final Pattern TORN_YEAR = Pattern.compile("^(?=\\d[\\d ]{3,6}(?!\\S))(?:\\d ?){4}(?!\\S)");
    private static final Pattern NUMBER = Pattern.compile("\\S*\\d\\S*");
    private static final Pattern ORDINAL = Pattern.compile("^\\D{0,4}?(?<![\\p{L}\\d/.-])(\\d{1,6})(?![\\p{L}\\d.-])");
    private static final Pattern AMOUNT =
            Pattern.compile("\\d{1,3}([.,]\\d{3})+(,\\d{1,2}(?!\\d))?|\\d+(,\\d{1,2}(?!\\d))?");
    /** «427, 8 m2» */
    private static final Pattern GAP_IN_AN_AMOUNT = Pattern.compile("(?<=\\d)([.,]) (?=\\d)");

    /** «412.6»: what two digits or fewer follow parts no thousands. */
    private static final Pattern STOP_FOR_A_COMMA = Pattern.compile("(?<=\\d)\\.(?=\\d{1,2}(?![\\d.,]))");

    private static final Pattern EDGES =
            Pattern.compile("^[\\s.,;:/|\\\\'’`\"“”*~_ˆ^¨°=-]+|[\\s.,;:/|\\\\'’`\"“”*~_ˆ^¨=-]+$");
    /** A speck where the gap between two words of a name is. */
    private static final Pattern SPECK_IN_A_GAP = Pattern.compile("(?<=\\p{Ll})[.,]{1,2}(?=\\p{Lu}\\p{Ll})");

    private Values() {}

    static Optional<String> of(FieldKind kind, String read) {
        String text = clean(read);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (kind) {
            case PERSON_NAME -> name(text);
            case DATE, PAPER_DATE -> Dates.first(text);
            case YEAR -> first(YEAR, text).or(() -> first(YEAR, torn(text)));
            case SEX -> sex(text);
            case ETHNICITY, NATIONALITY ->
                Lists.beginning(kind, text).or(() -> name(text)).or(() -> Lists.meant(kind, text));
            case PERSONAL_NUMBER -> first(PERSONAL, GAPS.matcher(text).replaceAll(""));
            case IDENTITY_NUMBER -> first(IDENTITY, GAPS.matcher(text).replaceAll(""));
            case PHONE -> first(PHONE, GAPS.matcher(text).replaceAll(""));
            case NUMBER -> first(NUMBER, text).map(Values::clean);
            case ORDINAL -> ordinal(text);
            case AMOUNT ->
                first(
                        AMOUNT,
                        STOP_FOR_A_COMMA
                                .matcher(GAP_IN_AN_AMOUNT.matcher(text).replaceAll("$1"))
                                .replaceAll(","));
            case PLACE -> lettered(text).map(Addresses::mended);
            case TEXT -> lettered(text);
        };
    }

    /** «1 962», and nothing else before or in it. */
    private static String torn(String text) {
        return TORN_YEAR.matcher(text).find() ? GAPS.matcher(text).replaceAll("") : "";
    }

    private static Optional<String> lettered(String text) {
        return Optional.of(text).filter(value -> value.codePoints().anyMatch(Character::isLetter));
    }

    /** Without the marks around it that belong to the form, in NFC. */
    static String clean(String read) {
        String text = Normalizer.normalize(read, Normalizer.Form.NFC).replaceAll("\\s+", " ");
        String before;
        do {
            before = text;
            text = EDGES.matcher(text).replaceAll("");
            text = unbracketed(text);
        } while (!text.equals(before));
        return text;
    }

    private static String unbracketed(String text) {
        if (text.endsWith(")") && text.indexOf('(') < 0) {
            return text.substring(0, text.length() - 1);
        }
        return text.startsWith("(") && text.indexOf(')') < 0 ? text.substring(1) : text;
    }

    /** The number that comes first, and is one as a whole: of «6l/TLKS» there is none. */
    private static Optional<String> ordinal(String text) {
        Matcher matcher = ORDINAL.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** Words that begin with a capital, up to the first that does not; no part of a word is left out. */
    private static Optional<String> name(String read) {
        String apart = SPECK_IN_A_GAP.matcher(read).replaceAll(" ");
        String text = STRAY_COMMA.matcher(apart).matches() ? apart.replace(",", "") : apart;
        List<String> words = new ArrayList<>();
        List<String> all = List.of(text.split(" "));
        for (int at = 0; at < all.size(); at++) {
            String word = Names.withCapital(all, at);
            String bare = word.replaceAll("[.,;]+$", "");
            if (!NAME_WORD.matcher(bare).matches()) {
                boolean mark = Folding.letters(word).isEmpty();
                if (mark || Character.isLowerCase(word.codePointAt(0)) && !words.isEmpty()) {
                    break;
                }
                return Optional.empty();
            }
            words.add(bare);
            if (!bare.equals(word)) {
                break;
            }
        }
        return words.isEmpty() || words.size() > NAME_WORDS ? Optional.empty() : Optional.of(spelled(words));
    }

    /** All in capitals is how forms are filled, not how a name is written. */
    private static String spelled(List<String> words) {
        String read = String.join(" ", words);
        String text = TWO_CAPITALS
                .matcher(read)
                .replaceAll(match -> match.group(1) + match.group(2).toLowerCase(Locale.ROOT));
        if (!Shape.isInCapitals(read) && !text.equals(text.toUpperCase(Locale.ROOT))) {
            return text;
        }
        return Arrays.stream(text.split(" "))
                .map(word -> word.substring(0, 1) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private static Optional<String> sex(String text) {
        String first = Folding.words(text).split(" ")[0];
        return switch (first) {
            case "nam" -> Optional.of("Nam");
            case "nu" -> Optional.of("Nữ");
            default -> Optional.empty();
        };
    }
}
