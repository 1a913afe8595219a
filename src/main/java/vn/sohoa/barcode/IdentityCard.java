package vn.sohoa.barcode;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the QR of an identity card says, by position: seven fields on the card of 2021, more on that of 2024. It is not
 * signed: data to start from, no proof.
 *
 * @param number twelve digits
 * @param oldNumber nine digits, or empty
 * @param name as on the card
 * @param birth {@code dd/MM/yyyy}, {@code MM/yyyy} or {@code yyyy}
 * @param sex {@code Nam} or {@code Nữ}
 * @param issued {@code dd/MM/yyyy}, or empty
 * @param rest whatever follows, as it stands there
 */
public record IdentityCard(
        String number,
        String oldNumber,
        String name,
        String birth,
        String sex,
        String residence,
        String issued,
        List<String> rest) {
    private static final int FEWEST = 6;
    private static final int KNOWN = 7;
    private static final Pattern NUMBER = Pattern.compile("0\\d{11}");
    private static final Pattern OLD_NUMBER = Pattern.compile("\\d{9}|\\d{12}|");
    private static final Pattern DATE = Pattern.compile("\\d{8}");
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}' .-]*");
    /** UTF-8 that was taken for Latin, and letters that nobody could show. */
    private static final Pattern DAMAGED =
            Pattern.compile("[\\uFFFD\\u0000-\\u001F\\u0080-\\u009F]|Ã[\\u0080-¿]|Æ[°¡]|á[º»]|Ä[\\u0080-\\u00BF]|\\?");
    /** Vietnamese of that many words without a single mark went through something that ate the marks. */
    private static final int WORDS_WITHOUT_MARK = 7;

    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    public IdentityCard {
        rest = List.copyOf(rest);
    }

    /** Nothing where the text is not that of a card, or came through damaged. */
    public static Optional<IdentityCard> parse(String value) {
        String[] fields = Normalizer.normalize(value, Normalizer.Form.NFC).split("\\|", -1);
        if (fields.length < FEWEST || DAMAGED.matcher(value).find()) {
            return Optional.empty();
        }
        String[] text = Arrays.stream(fields)
                .map(field -> field.strip().replaceAll("\\s+", " "))
                .toArray(String[]::new);
        Optional<String> birth = date(text[3]);
        boolean card = NUMBER.matcher(text[0]).matches()
                && OLD_NUMBER.matcher(text[1]).matches()
                && NAME.matcher(text[2]).matches()
                && birth.isPresent()
                && (text[4].equals("Nam") || text[4].equals("Nữ"))
                && !marksLost(text[2] + " " + text[5]);
        if (!card) {
            return Optional.empty();
        }
        String issued = text.length < KNOWN ? "" : date(text[6]).orElse("");
        List<String> rest = text.length <= KNOWN ? List.of() : List.of(fields).subList(KNOWN, fields.length);
        return Optional.of(new IdentityCard(text[0], text[1], text[2], birth.get(), text[4], text[5], issued, rest));
    }

    /** {@code ddMMyyyy}, with zeros for what is not known. */
    private static Optional<String> date(String text) {
        if (!DATE.matcher(text).matches()) {
            return Optional.empty();
        }
        String day = text.substring(0, 2);
        String month = text.substring(2, 4);
        String year = text.substring(4);
        try {
            LocalDate.of(
                    Integer.parseInt(year),
                    month.equals("00") ? 1 : Integer.parseInt(month),
                    day.equals("00") ? 1 : Integer.parseInt(day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        if (year.equals("0000") || month.equals("00") && !day.equals("00")) {
            return Optional.empty();
        }
        return Optional.of(
                month.equals("00") ? year : day.equals("00") ? month + "/" + year : day + "/" + month + "/" + year);
    }

    private static boolean marksLost(String text) {
        return ASCII.matcher(text).matches() && text.split(" ").length >= WORDS_WITHOUT_MARK;
    }
}
