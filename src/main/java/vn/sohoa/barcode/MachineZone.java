package vn.sohoa.barcode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The machine-readable zone on the back of an identity card: three lines of 30 (ICAO 9303, TD1), where Vietnam also
 * protects the whole personal number. Taken only where all five check digits agree.
 *
 * @param number twelve digits
 * @param birth {@code yyMMdd}
 * @param sex {@code M} or {@code F}
 * @param expiry {@code yyMMdd}; far in the future on cards without an end
 * @param name without marks, family name first
 * @param lines as printed
 */
public record MachineZone(String number, String birth, String sex, String expiry, String name, List<String> lines) {
    private static final int LENGTH = 30;
    private static final int[] WEIGHTS = {7, 3, 1};
    private static final int LETTER_TEN = 10;
    private static final int DOCUMENT = 9;

    /** How recognizers see digits where only digits can be. */
    private static final Map<Character, Character> DIGITS = Map.ofEntries(
            Map.entry('O', '0'),
            Map.entry('Q', '0'),
            Map.entry('D', '0'),
            Map.entry('I', '1'),
            Map.entry('L', '1'),
            Map.entry('T', '1'),
            Map.entry('Z', '2'),
            Map.entry('S', '5'),
            Map.entry('G', '6'),
            Map.entry('B', '8'));

    /** And letters where only letters can be. */
    private static final Map<Character, Character> LETTERS =
            Map.of('0', 'O', '1', 'I', '2', 'Z', '5', 'S', '6', 'G', '8', 'B');

    private static final Pattern FIRST =
            Pattern.compile("[A-Z0-9]{1,2}VNM([A-Z0-9]{9})([A-Z0-9])([A-Z0-9]{12})<+([A-Z0-9])");
    private static final Pattern SECOND =
            Pattern.compile("([A-Z0-9]{6})([A-Z0-9])([MFN])([A-Z0-9]{6})([A-Z0-9])VNM<+([A-Z0-9])");
    private static final Pattern THIRD = Pattern.compile("[A-Z0-9]+(?:<[A-Z0-9]+|<<[A-Z0-9]+)*<*");

    public MachineZone {
        lines = List.copyOf(lines);
    }

    /** Whether a line of print looks like one of the zone: long, and full of angle brackets. */
    public static boolean looksLike(String line) {
        String text = squeezed(line);
        long brackets = text.chars().filter(c -> c == '<').count();
        return brackets >= 2 && text.length() >= LENGTH * 2 / 3 && text.length() <= LENGTH * 3 / 2;
    }

    /** Nothing where the three lines are not a zone, or one check digit does not agree. */
    public static Optional<MachineZone> parse(List<String> read) {
        if (read.size() != 3) {
            return Optional.empty();
        }
        Matcher first = FIRST.matcher(squeezed(read.get(0)));
        Matcher second = SECOND.matcher(squeezed(read.get(1)));
        Matcher third = THIRD.matcher(squeezed(read.get(2)));
        if (!first.matches() || !second.matches() || !third.matches()) {
            return Optional.empty();
        }
        String document = digits(first.group(1));
        String number = digits(first.group(3));
        String birth = digits(second.group(1));
        String expiry = digits(second.group(4));
        String name = letters(third.group());
        String one = "IDVNM" + document + digits(first.group(2)) + number + "<<" + digits(first.group(4));
        String head = birth + digits(second.group(2)) + second.group(3) + expiry + digits(second.group(5)) + "VNM";
        String two = head + "<".repeat(LENGTH - 1 - head.length()) + digits(second.group(6));
        boolean agree = (number + birth + expiry).chars().allMatch(c -> c >= '0' && c <= '9')
                && check(document) == one.charAt(14)
                && check(number) == one.charAt(29)
                && check(birth) == two.charAt(6)
                && check(expiry) == two.charAt(14)
                && check(one.substring(5) + two.substring(0, 7) + two.substring(8, 15) + two.substring(18, 29))
                        == two.charAt(29)
                && number.endsWith(document)
                && document.length() == DOCUMENT;
        String three = (name + "<".repeat(LENGTH)).substring(0, LENGTH);
        return agree
                ? Optional.of(new MachineZone(
                        number,
                        birth,
                        second.group(3),
                        expiry,
                        name.replaceAll("<+", " ").strip(),
                        List.of(one, two, three)))
                : Optional.empty();
    }

    /** The zone from what {@link #text} made of it. */
    public static Optional<MachineZone> parse(String text) {
        return parse(List.of(text.split("\n")));
    }

    /** The three lines with a line break between them. */
    public String text() {
        return String.join("\n", lines);
    }

    private static String squeezed(String line) {
        return line.toUpperCase(java.util.Locale.ROOT).replaceAll("[«‹≤]", "<").replaceAll("[\\s.,:;'`\"|_-]", "");
    }

    private static String digits(String text) {
        return mapped(text, DIGITS);
    }

    private static String letters(String text) {
        return mapped(text, LETTERS);
    }

    private static String mapped(String text, Map<Character, Character> alike) {
        return text.chars()
                .mapToObj(c -> String.valueOf(alike.getOrDefault((char) c, (char) c)))
                .collect(Collectors.joining());
    }

    /** ICAO 9303 part 3: weights 7, 3, 1; letters count from ten, a bracket nothing. */
    private static char check(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = c == '<' ? 0 : Character.isDigit(c) ? c - '0' : c - 'A' + LETTER_TEN;
            sum += value * WEIGHTS[i % WEIGHTS.length];
        }
        return (char) ('0' + sum % 10);
    }
}
