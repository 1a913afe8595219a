package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.sohoa.common.Folding;

/** Values without a label: the name under the signature, the line of place and date, the office that issued the paper. */
final class Places {
    private static final double SURENESS = 0.8;
    private static final int NAME_LEAST = 2;
    private static final int NAME_MOST = 5;
    private static final double RIGHT_HALF = 0.5;
    private static final double HEIGHTS_ABOVE = 22;
    private static final Pattern NAME_WORD = Pattern.compile("\\p{Lu}{1,2}[\\p{Ll}’']+([.,]\\p{Lu}\\p{Ll}+)?");
    /** Who signs, as print says above the signature. */
    private static final List<String> OFFICES = List.of(
            "chutich",
            "tich", // what a seal leaves of it
            "truongcongan",
            "truongphong",
            "giamdoc",
            "hieutruong",
            "congchuc",
            "uybannhandan",
            "thamquyen",
            "truongban",
            "cuctruong",
            "thutruong",
            "truongtram",
            "vientruong",
            "thamphan",
            "chanhan",
            "truongkhoa",
            "nguoikygiay",
            "doitruong",
            "canbo");

    private static final int LETTERS_PER_ERROR = 5;
    private static final int LETTERS_PER_ERROR_UNDER_A_SEAL = 3;
    private static final int LEAST_LEFT = 5;

    private static final Pattern WRITTEN_DAY = Pattern.compile("\\bngay \\d{1,2} thang \\d{1,2} nam\\b");
    /** The word for day may be read wrong, as in {@link Dates}. */
    private static final Pattern BEGINS_WITH_A_DAY = Pattern.compile("^(?:n\\p{L}{2,3}|\\p{L} \\p{L}{3}) \\d");

    private static final Pattern COMMA = Pattern.compile("[,.;]\\s");
    private static final Pattern PLACE_WITHOUT_COMMA =
            Pattern.compile("(\\p{Lu}\\p{L}*\\W{0,2} ){1,5}[Nn]\\p{L}{2,3} \\d{1,2} t\\p{L}{3,4}");
    private static final int PLACE_MOST = 60;
    private static final int HEAD_ROWS = 8;
    private static final double LEFT_HALF = 0.5;
    private static final double CAPITALS = 0.6;
    /** What an office's name begins with; a line that does not goes on with the line above. */
    private static final Pattern BEGINS_AN_OFFICE = Pattern.compile(
            "^(ubnd|uybannhandan|congan|so|phong|cuc|chicuc|toaan|benhvien|trungtam|tram|truong|vanphong|bo|"
                    + "baohiem|khobac|hoidong|ban|vien|benh|chinhanh|xinghiep|congty|dang|mattran|hoi)");

    private static final Pattern NO_OFFICE = Pattern.compile("^(so\\d|so$|conghoa|doclap|mau)");

    private Places() {}

    /** The last name on the right half, under the office that signs. */
    static Optional<Reach> signature(Sheets sheets) {
        List<Row> rows = sheets.rows();
        for (int at = rows.size() - 1; at > 0; at--) {
            Row row = rows.get(at);
            double half = sheets.margin(row) * RIGHT_HALF;
            List<List<Token>> parts = row.parts();
            for (int i = parts.size() - 1; i >= 0; i--) {
                List<Token> part = parts.get(i);
                boolean right = middle(part) > half;
                if (right && isName(part) && underAnOffice(rows, at, part)) {
                    return Optional.of(Reach.of(part, row.page(), SURENESS));
                }
            }
            if (row.hasColon() && row.right() > half && !sheets.labels().get(at).isEmpty()) {
                return Optional.empty(); // back among the fields of the form
            }
        }
        return Optional.empty();
    }

    private static double middle(List<Token> part) {
        return (part.get(0).box().x() + part.get(part.size() - 1).box().right()) / 2.0;
    }

    private static boolean isName(List<Token> tokens) {
        return tokens.size() >= NAME_LEAST
                && tokens.size() <= NAME_MOST
                && tokens.stream()
                        .allMatch(token -> !token.colon()
                                && NAME_WORD.matcher(token.text()).matches());
    }

    /** Somewhere above, over the name and not beside it, stands the office. */
    private static boolean underAnOffice(List<Row> rows, int at, List<Token> name) {
        for (int above = at - 1; above >= 0; above--) {
            Row row = rows.get(above);
            if (row.page() != rows.get(at).page() || rows.get(at).top() - row.top() > HEIGHTS_ABOVE * row.height()) {
                return false;
            }
            boolean office = row.parts().stream()
                    .filter(part -> part.get(0).box().x()
                                    < name.get(name.size() - 1).box().right()
                            && part.get(part.size() - 1).box().right()
                                    > name.get(0).box().x())
                    .anyMatch(part -> isInCapitals(part) && isOffice(letters(part)));
            if (office) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOffice(String letters) {
        return OFFICES.stream().anyMatch(office -> holds(letters, office) || isLeftOf(letters, office));
    }

    /** A seal or a signature over the line spoils its beginning: «£:TỦ TỊCH», «BƯONS PHÒNG», «TƯ CÔNG AN» are offices. */
    private static boolean isLeftOf(String letters, String office) {
        if (letters.length() < LEAST_LEFT || office.length() <= LEAST_LEFT || letters.length() > office.length() + 2) {
            return false;
        }
        int most = office.length() / LETTERS_PER_ERROR_UNDER_A_SEAL;
        return office.endsWith(letters)
                || letters.endsWith(office.substring(office.length() - LEAST_LEFT))
                || Folding.distance(letters, office, most) <= most;
    }

    /** Somewhere in the letters, with some of them read wrong: seals and signatures lie over this line. */
    private static boolean holds(String letters, String office) {
        int most = office.length() / LETTERS_PER_ERROR;
        for (int from = 0; from + office.length() - most <= letters.length(); from++) {
            int to = Math.min(letters.length(), from + office.length());
            if (Folding.distance(letters.substring(from, to), office, most) <= most) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInCapitals(List<Token> part) {
        String text = Tokens.text(part);
        long letters = text.codePoints().filter(Character::isLetter).count();
        long capitals = text.codePoints().filter(Character::isUpperCase).count();
        return capitals > CAPITALS * letters;
    }

    private static String letters(List<Token> part) {
        StringBuilder letters = new StringBuilder();
        part.forEach(token -> letters.append(token.letters()));
        return letters.toString();
    }

    /** The last place and day written out; one that begins with a label of the field comes first. */
    static Optional<Reach> dateLine(Sheets sheets, FieldRule rule) {
        List<Row> rows = sheets.rows();
        Optional<Reach> last = Optional.empty();
        for (int at = 0; at < rows.size(); at++) {
            boolean labelled = sheets.labels().get(at).stream().anyMatch(label -> label.rule() == rule);
            for (List<Token> part : rows.get(at).parts()) {
                Optional<Reach> reach = day(rows, at, part);
                if (reach.isPresent() && labelled) {
                    return reach;
                }
                boolean right = middle(part) > sheets.margin(rows.get(at)) * LEFT_HALF;
                if (reach.isPresent() && isPlaceAndDay(legible(part), right)) {
                    last = reach;
                }
            }
        }
        return last;
    }

    /** With numbers for the letters that they were read as; of the value they will be guessed once more, and told. */
    private static String legible(List<Token> part) {
        String text = Tokens.text(part);
        return Misread.digits(text).orElse(text);
    }

    /** The year may have slipped to the next row. */
    private static Optional<Reach> day(List<Row> rows, int at, List<Token> part) {
        int page = rows.get(at).page();
        if (Dates.writtenOut(legible(part)).isPresent()) {
            return Optional.of(Reach.of(part, page, SURENESS));
        }
        boolean cut = WRITTEN_DAY.matcher(Folding.words(Tokens.text(part))).find() && at + 1 < rows.size();
        if (!cut) {
            return Optional.empty();
        }
        List<Token> both = Stream.concat(
                        part.stream(), rows.get(at + 1).tokens().stream().limit(1))
                .toList();
        return Dates.writtenOut(Tokens.text(both)).map(date -> Reach.of(both, page, SURENESS));
    }

    private static boolean isPlaceAndDay(String text, boolean right) {
        Matcher mark = COMMA.matcher(text);
        int comma = mark.find() ? mark.start() : -1;
        String words = Folding.words(text);
        return comma > 0
                        && comma < PLACE_MOST
                        && BEGINS_WITH_A_DAY
                                .matcher(Folding.words(text.substring(comma)))
                                .find()
                        && Folding.words(text.substring(0, comma)).chars().noneMatch(Character::isDigit)
                || right && Dates.isAll(words)
                || comma < 0 && PLACE_WITHOUT_COMMA.matcher(text).lookingAt();
    }

    /** The office in the upper left corner; of several lines the last office, with the lines that go on with it. */
    static Optional<Reach> issuer(Sheets sheets) {
        List<Token> office = new ArrayList<>();
        int page = 0;
        int seen = 0;
        for (Row row : sheets.rows()) {
            if (row.page() > 0 || ++seen > HEAD_ROWS) {
                break;
            }
            List<Token> left = row.parts().get(0);
            if (middle(left) > sheets.margin(row) * LEFT_HALF) {
                continue;
            }
            String text = Tokens.text(left);
            String letters = letters(left);
            if (NO_OFFICE.matcher(letters).find() || !text.equals(text.toUpperCase(java.util.Locale.ROOT))) {
                break;
            }
            if (BEGINS_AN_OFFICE.matcher(letters).find()) {
                office.clear();
                office.addAll(left);
                page = row.page();
            } else if (!office.isEmpty()) {
                office.addAll(left);
            }
        }
        return office.isEmpty() ? Optional.empty() : Optional.of(Reach.of(office, page, SURENESS));
    }

    /** What stands alone and looks like the pattern. */
    static List<Reach> pattern(Sheets sheets, Pattern pattern) {
        List<Reach> found = new ArrayList<>();
        for (Row row : sheets.rows()) {
            for (List<Token> part : row.parts()) {
                if (pattern.matcher(Values.clean(Tokens.text(part))).matches()) {
                    found.add(Reach.of(part, row.page(), 1));
                }
            }
        }
        return found;
    }
}
