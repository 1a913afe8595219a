package vn.sohoa.ocr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sohoa.imaging.Plane;
import vn.sohoa.page.Block;
import vn.sohoa.page.Line;
import vn.sohoa.page.Word;

/**
 * Reads weak or impossible numbers, and the numbers of days written out, again, each by itself, by a network that knows no
 * Vietnamese letters and with nothing allowed but digits: the Vietnamese one takes the 0 of some faces for 6 or 9, and is
 * sure of it. Where the two differ, neither is sure.
 */
final class DigitLook {
    private static final Pattern NUMBER = Pattern.compile("[(\"]?(\\d[\\d./-]{2,}\\d)[.,;:)\"]*");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})");
    private static final Pattern SHORT_NUMBER = Pattern.compile("(\\d{1,3})[.,;]?");
    private static final String SIGNS = "0123456789./-";
    private static final double ROOM = 0.25;
    private static final float WEAK = 0.88f;
    private static final float BETTER = 0.04f;
    /** A reading so sure that what differs from it is disputed, and what it is worth then. */
    private static final float HEARD = 0.6f;

    private static final float DISPUTED = 0.55f;
    /** «ngày 08 tháng 4 năm 2022», whatever its words were read as. */
    private static final Pattern DAY_WORD =
            Pattern.compile("n\\p{L}{2,3}|t\\p{L}{3,4}|n\\p{L}m", Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_A_DAY = Pattern.compile("(\\d{1,2}|\\d{4})[.,;]?");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    /** So many numbers of a page at most. */
    private static final int MOST = 40;

    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2100;
    private static final int MONTHS = 12;
    private static final int DAYS = 31;

    private final Latin latin;

    DigitLook(Latin latin) {
        this.latin = latin;
    }

    List<Block> improved(Plane page, List<Block> blocks) {
        List<Word> weak = blocks.stream()
                .flatMap(block -> block.lines().stream())
                .flatMap(line -> weak(line).stream())
                .limit(MOST)
                .toList();
        List<List<Word>> readings =
                latin.read(page, weak.stream().map(Word::box).toList(), SIGNS, ROOM);
        Map<Word, Word> better = new HashMap<>();
        for (int i = 0; i < readings.size(); i++) {
            better.put(weak.get(i), chosen(weak.get(i), readings.get(i)));
        }
        if (better.isEmpty()) {
            return blocks;
        }
        return blocks.stream()
                .map(block -> new Block(block.lines().stream()
                        .map(line -> new Line(line.words().stream()
                                .map(word -> better.getOrDefault(word, word))
                                .toList()))
                        .toList()))
                .toList();
    }

    static List<Word> weak(Line line) {
        List<Word> weak = new ArrayList<>();
        for (int i = 0; i < line.words().size(); i++) {
            Word word = line.words().get(i);
            boolean ofADay = i > 0
                    && OF_A_DAY.matcher(word.text()).matches()
                    && DAY_WORD.matcher(line.words().get(i - 1).text()).matches();
            if (ofADay || isWeak(word)) {
                weak.add(word);
            }
        }
        return weak;
    }

    private static boolean isWeak(Word word) {
        Matcher matcher = NUMBER.matcher(word.text());
        return matcher.matches() && (word.confidence() < WEAK || isImpossible(matcher.group(1)));
    }

    /** A possible day beats an impossible one; else the surer reading of as many signs stays. */
    static Word chosen(Word first, List<Word> second) {
        String digits = String.join("", second.stream().map(Word::text).toList());
        Matcher matcher = NUMBER.matcher(first.text());
        if (!matcher.matches()) {
            matcher = SHORT_NUMBER.matcher(first.text());
        }
        if (!matcher.matches() || digits.length() != matcher.group(1).length()) {
            return first;
        }
        String before = matcher.group(1);
        float sure = (float) second.stream().mapToDouble(Word::confidence).min().orElse(0);
        if (digits.equals(before)) {
            return new Word(first.text(), first.box(), Math.max(first.confidence(), sure));
        }
        boolean mends = isImpossible(before) && !isImpossible(digits);
        boolean spoils = !isImpossible(before) && isImpossible(digits);
        if (spoils || !mends && sure < first.confidence() + BETTER) {
            return spoils || sure < HEARD
                    ? first
                    : new Word(first.text(), first.box(), Math.min(first.confidence(), DISPUTED));
        }
        String text = first.text().substring(0, matcher.start(1))
                + digits
                + first.text().substring(matcher.end(1));
        return new Word(text, first.box(), mends ? Math.min(sure, first.confidence()) : DISPUTED);
    }

    private static boolean isImpossible(String number) {
        if (YEAR.matcher(number).matches()) {
            return !within(Integer.parseInt(number), FIRST_YEAR, LAST_YEAR);
        }
        Matcher day = DAY.matcher(number);
        if (!day.matches()) {
            return false;
        }
        List<Integer> parts = new ArrayList<>();
        for (int i = 1; i <= day.groupCount(); i++) {
            parts.add(Integer.valueOf(day.group(i)));
        }
        return !within(parts.get(0), 1, DAYS)
                || !within(parts.get(1), 1, MONTHS)
                || !within(parts.get(2), FIRST_YEAR, LAST_YEAR);
    }

    private static boolean within(int value, int least, int most) {
        return value >= least && value <= most;
    }
}
