package vn.sohoa.accuracy;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a paper says a value a second time in another way: in a card's code or its lines for machines, a day or an amount
 * in words, a name in capitals as well as in small letters.
 */
final class SecondSource {
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'’]*( \\p{Lu}[\\p{L}\\p{M}'’]*)+");
    private static final Pattern DAY = Pattern.compile("(\\d\\d)/(\\d\\d)/(\\d{4})");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,3}(\\.\\d{3})+");
    /** At the head of every paper; says nothing of anybody's nationality. */
    private static final String NATION = "CHỦ NGHĨA VIỆT NAM";

    private static final String IN_WORDS = "bằng chữ";
    /** What is said in words stands on the line itself or on one of these below it. */
    private static final int LINES = 2;

    private final List<String> lines;
    private final List<String> codes;

    private SecondSource(List<String> lines, List<String> codes) {
        this.lines = lines;
        this.codes = codes;
    }

    static SecondSource of(Truth truth, Truth.Document paper) {
        List<Truth.Page> pages = truth.pages().stream()
                .filter(page -> paper.pages().contains(page.index()))
                .toList();
        return new SecondSource(
                pages.stream()
                        .flatMap(page -> page.texts().stream())
                        .map(line -> Normalizer.normalize(line, Normalizer.Form.NFC))
                        .filter(line -> !line.contains(NATION))
                        .toList(),
                pages.stream()
                        .flatMap(page -> page.barcodes().stream())
                        .flatMap(code -> Stream.of(code.split("\\|")))
                        .map(Folded::value)
                        .toList());
    }

    boolean has(String truth) {
        String value = Normalizer.normalize(truth, Normalizer.Form.NFC);
        return isCoded(value) || isForMachines(value) || isInWords(value) || isInBothCases(value);
    }

    private boolean isCoded(String value) {
        return codes.contains(Folded.value(value)) || codes.contains(value.replace("/", ""));
    }

    /** The number, and days as the last two digits of the year, the month and the day (ICAO 9303). */
    private boolean isForMachines(String value) {
        String coded = DAY.matcher(value).matches()
                ? DAY.matcher(value).replaceAll(day -> day.group(3).substring(2) + day.group(2) + day.group(1))
                : value;
        return coded.matches("\\d{6,12}")
                && lines.stream().anyMatch(line -> line.contains("<<") && line.contains(coded));
    }

    private boolean isInWords(String value) {
        boolean written = DAY.matcher(value).matches() || AMOUNT.matcher(value).matches();
        for (int at = 0; written && at < lines.size(); at++) {
            boolean here = lines.get(at).replaceAll("\\D", "").contains(value.replaceAll("\\D", ""));
            if (here
                    && lines.subList(at, Math.min(at + LINES + 1, lines.size())).stream()
                            .anyMatch(line -> line.toLowerCase(Locale.ROOT).contains(IN_WORDS))) {
                return true;
            }
        }
        return false;
    }

    private boolean isInBothCases(String value) {
        return NAME.matcher(value).matches() && isSaid(value) && isSaid(value.toUpperCase(Locale.ROOT));
    }

    private boolean isSaid(String words) {
        return lines.stream().anyMatch(line -> line.contains(words));
    }
}
