package vn.sohoa.extraction;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sohoa.common.Folding;

/**
 * The words for a unit in an address: a closed list that stands before each of its names, so that «tình Hải Dương» can
 * only be «tỉnh Hải Dương», and a stop before «huyện» only a comma. Of names only that of the province at the end is on a
 * list: «tỉnh Nghê An» can only be «tỉnh Nghệ An». All others are never touched. Units of both orders are known: with
 * districts, and without them since 1 July 2025.
 */
final class Addresses {
    private static final List<String> UNITS = List.of(
            "tỉnh",
            "thành phố",
            "huyện",
            "quận",
            "thị xã",
            "xã",
            "phường",
            "thị trấn",
            "đặc khu",
            "thôn",
            "xóm",
            "ấp",
            "bản",
            "buôn",
            "khóm",
            "khu phố",
            "tổ dân phố",
            "khu dân cư");
    private static final Map<String, String> BY_LETTERS = byLetters();
    private static final Pattern WORDS =
            Pattern.compile("(^|[,;.] )(\\p{Ll}+(?: \\p{Ll}+){0,2})(?= (?:\\p{Lu}|số \\d|\\d))");
    private static final String OFFICIAL = "(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)";
    private static final Pattern STOP = Pattern.compile("([\\p{L}\\d])[.;] (" + OFFICIAL + " \\p{Lu})");
    /** The unit of an office has no comma before it. */
    private static final Pattern OF_AN_OFFICE =
            Pattern.compile("((?:nhân dân|[Yy] tế|[Cc]ông an) )(\\p{Ll}+(?: \\p{Ll}+)?)(?= \\p{Lu})");

    private static final Pattern UNIT_IN_CAPITALS =
            Pattern.compile("(?<=NHÂN DÂN |CÔNG AN |UBND )(TH\\p{Lu}{2,3} \\p{Lu}{2,4}|\\p{Lu}{2,6})(?= \\p{Lu})");
    /** What offices and places of birth begin with: a closed list too. */
    private static final List<String> OFFICES = List.of(
            "Ủy ban nhân dân",
            "Trung tâm Y tế",
            "Trạm Y tế",
            "Bệnh viện Đa khoa",
            "Bệnh viện đa khoa",
            "Bệnh viện Phụ sản",
            "Bệnh viện",
            "Công an",
            "Nhà hộ sinh");

    private static final Pattern SPACE = Pattern.compile(" ");
    /** A speck after the last name. */
    private static final Pattern SPECK_LAST =
            Pattern.compile("(?<=(?:tỉnh|thành phố) )(\\p{Lu}[\\p{L} -]*) [\\p{L}\\d|]$");

    private static final Pattern UNIT_AND_NAME = Pattern.compile("(?:^| )(?:tỉnh|thành phố) (\\p{Lu}[\\p{L} -]*)$");
    private static final Pattern LAST =
            Pattern.compile("(^|, |tỉnh |thành phố )(\\p{Lu}\\p{L}+(?: -)?(?: \\p{Lu}\\p{L}+){1,3})$");
    private static final Pattern UNIT_LAST = Pattern.compile("(^| )(?:" + OFFICIAL + "|thành)$");
    /** A speck at the end of a row, in the middle of an address. */
    private static final Pattern SPECK_AT_THE_END = Pattern.compile("[.;]$");
    /** «tỉnh. Thái Bình», «tỉnh Bình. Định»: no stop belongs there. */
    private static final Pattern STOP_AFTER_A_UNIT = Pattern.compile("((?:^| )" + OFFICIAL + ")[.;] (?=\\p{Lu})");

    /** «quận Quảng. Phúc, tỉnh Bình Định»: a speck within a name, where a row ended. */
    private static final Pattern STOP_IN_A_NAME =
            Pattern.compile("(" + OFFICIAL + " \\p{Lu}\\p{L}*)[.,;] (\\p{Lu}\\p{L}*[,.;] " + OFFICIAL + " \\p{Lu})");

    private static final Pattern TWO_STOPS = Pattern.compile(",[.;,]|[.;],");
    private static final Pattern STOP_IN_A_PROVINCE =
            Pattern.compile("(?<=(?:tỉnh|thành phố) )(\\p{Lu}\\p{L}+)[.;] (\\p{Lu}\\p{L}+)$");
    private static final Pattern UNIT_FIRST = Pattern.compile("^" + OFFICIAL + " \\p{Lu}");
    private static final int LONG = 5;
    /** A shorter unit without its first letter could be another word. */
    private static final int KNOWN_BY_THE_REST = 4;

    private static final int LONG_OFFICE = 7;

    private Addresses() {}

    static String mended(String address) {
        String commas = STOP.matcher(withoutStops(address)).replaceAll("$1, $2");
        String offices = OF_AN_OFFICE
                .matcher(office(withFirstLetter(withoutSpeck(commas))))
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1)
                        + Optional.ofNullable(BY_LETTERS.get(Folding.letters(match.group(2))))
                                .orElse(match.group(2))));
        Matcher words = WORDS.matcher(offices);
        StringBuilder result = new StringBuilder();
        while (words.find()) {
            String read = words.group(2);
            words.appendReplacement(
                    result,
                    Matcher.quoteReplacement(unit(read)
                            .map(unit -> words.group(1).replace('.', ',') + unit)
                            .orElse(words.group())));
        }
        return province(words.appendTail(result).toString());
    }

    /** The head of a paper, in capitals: «ỦY BAN NHÂN DÂN THÀNH PHỒ TÂN AN» is that of a «THÀNH PHỐ». */
    static String inCapitals(String office) {
        return UNIT_IN_CAPITALS
                .matcher(office)
                .replaceAll(match ->
                        Matcher.quoteReplacement(Optional.ofNullable(BY_LETTERS.get(Folding.letters(match.group(1))))
                                .map(unit -> unit.toUpperCase(Locale.ROOT))
                                .orElse(match.group(1))));
    }

    private static String withoutStops(String address) {
        String single = STOP_IN_A_NAME
                .matcher(TWO_STOPS.matcher(address).replaceAll(","))
                .replaceAll("$1 $2");
        Matcher province =
                STOP_IN_A_PROVINCE.matcher(STOP_AFTER_A_UNIT.matcher(single).replaceAll("$1 "));
        return province.replaceAll(match -> Provinces.isName(Folding.letters(match.group(1) + match.group(2)))
                ? match.group(1) + " " + match.group(2)
                : Matcher.quoteReplacement(match.group()));
    }

    private static String withoutSpeck(String address) {
        Matcher last = SPECK_LAST.matcher(address);
        return last.find() && Provinces.isName(Folding.letters(last.group(1)))
                ? address.substring(0, last.end(1))
                : address;
    }

    /** «hôn Mẫu, xã Mẫu»: the first letter of an address, in the place of the label's colon, is the one most often lost. */
    private static String withFirstLetter(String address) {
        return UNITS.stream()
                .filter(unit -> unit.length() >= KNOWN_BY_THE_REST && address.startsWith(unit.substring(1) + " "))
                .findFirst()
                .map(unit -> unit.charAt(0) + address)
                .orElse(address);
    }

    /** «Bênh uiện Phụ sản», «[rung tâm Y tế»: the office that is so much as written. */
    private static String office(String address) {
        String[] words = SPACE.split(address);
        for (String office : OFFICES) {
            int count = SPACE.split(office).length;
            if (words.length > count) {
                String begun =
                        String.join(" ", List.of(words).subList(0, count)).replaceAll("[,.;]$", "");
                String letters = Folding.letters(office);
                int most = letters.length() >= LONG_OFFICE ? 1 : 0;
                if (Folding.distance(Folding.letters(begun), letters, most) <= most
                        && !Folding.exact(begun).equals(Folding.exact(office))) {
                    return office + address.substring(begun.length());
                }
            }
        }
        return address;
    }

    private static String province(String address) {
        Matcher last = LAST.matcher(address);
        return last.find()
                ? (last.group(1).isBlank() || last.group(1).equals(", ")
                                ? Provinces.mended(last.group(2))
                                : Provinces.meant(last.group(2)))
                        .map(name -> address.substring(0, last.start(2)) + name)
                        .orElse(address)
                : address;
    }

    /** Whether an address cannot end so, or cannot begin so: then it goes on in the next row. */
    static boolean goesOn(String end, String next) {
        String bare = SPECK_AT_THE_END.matcher(end).replaceAll("");
        return end.endsWith(",")
                || UNIT_LAST.matcher(bare).find()
                || isHalfAProvince(bare)
                || UNIT_FIRST.matcher(next).find();
    }

    /** Whether an address has not come to its province yet. */
    static boolean isOpen(String address) {
        Matcher last = UNIT_AND_NAME.matcher(SPECK_AT_THE_END.matcher(address).replaceAll(""));
        return !last.find() || !Provinces.isName(Folding.letters(last.group(1)));
    }

    /** Whether a word as it is printed is the word for a unit. */
    static boolean isUnit(String word) {
        return UNITS.contains(word);
    }

    /** «tỉnh Đồng»: of two words one. */
    private static boolean isHalfAProvince(String end) {
        Matcher last = UNIT_AND_NAME.matcher(end);
        return last.find() && Provinces.isBeginning(Folding.letters(last.group(1)));
    }

    static Optional<String> doubt(String value, String read) {
        return value.equals(Values.clean(read))
                ? Optional.empty()
                : Optional.of("Đọc được «" + Values.clean(read)
                        + "»; từ chỉ đơn vị, tên cơ quan, tên tỉnh hoặc dấu câu đã được sửa.");
    }

    private static Optional<String> unit(String read) {
        String letters = Folding.letters(read);
        return Optional.ofNullable(BY_LETTERS.get(letters)).or(() -> near(letters));
    }

    /** With one letter read wrong, where the word is long enough to be known all the same. */
    private static Optional<String> near(String letters) {
        return BY_LETTERS.entrySet().stream()
                .filter(unit -> unit.getKey().length() >= LONG && Folding.distance(letters, unit.getKey(), 1) <= 1)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> byLetters() {
        Map<String, String> units = new TreeMap<>();
        UNITS.forEach(unit -> units.put(Folding.letters(unit), unit));
        return units;
    }
}
