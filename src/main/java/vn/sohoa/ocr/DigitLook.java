package vn.sohoa.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sohoa.imaging.Plane;
import vn.sohoa.imaging.Slant;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.Word;

/**
 * Reads numbers again, each by itself, by a network that knows no Vietnamese letters and with nothing allowed but digits: the
 * Vietnamese one takes the 0 of some faces for 6 or 9, an italic 1 for 7, and is sure of it. Where the two differ, the number
 * is read once more with its strokes laid upright: what is then read the same again counts; otherwise the surer one, and
 * neither is sure.
 */
final class DigitLook {
    private static final Pattern NUMBER = Pattern.compile("[(\"/]?(\\d[\\d./-]{2,}\\d)[.,;:)\"]*");
    private static final Pattern SHORT_NUMBER = Pattern.compile("(\\d{1,3})[.,;]?");
    /** One digit alone is read worse without its neighbours. */
    private static final Pattern LEANING_NUMBER = Pattern.compile("[(\"]?(\\d{2,3})[.,;:)\"]*");

    private static final String SIGNS = "0123456789./-";
    private static final double ROOM = 0.25;
    private static final int WHITE_ROOM = 10;
    private static final float BETTER = 0.04f;
    /** Two readings of the digits' network that are the same count when one of them is so sure. */
    private static final float AGREED = 0.8f;
    /** One alone, when it makes a day of what was none. */
    private static final float ALONE = 0.9f;

    /** A reading so sure that what differs from it is disputed, and what it is worth then. */
    private static final float HEARD = 0.6f;

    private static final float DISPUTED = 0.55f;
    /** «ngày 08 tháng 4 năm 2022», whatever its words were read as. */
    private static final Pattern DAY_WORD =
            Pattern.compile("n\\p{L}{2,3}|t\\p{L}{3,4}|n\\p{L}m", Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_A_DAY = Pattern.compile("(\\d{1,2}|\\d{4})[.,;]?");
    /** So many numbers of a page at most: the weakest. */
    private static final int MOST = 40;

    private final Latin latin;

    DigitLook(Latin latin) {
        this.latin = latin;
    }

    /**
     * What the digits' network made of a number.
     *
     * @param sure of its weakest sign; 0 where it read nothing
     */
    record Heard(String digits, float sure) {
        static Heard of(List<Word> words) {
            return new Heard(String.join("", words.stream().map(Word::text).toList()), (float)
                    words.stream().mapToDouble(Word::confidence).min().orElse(0));
        }

        NumberForm form() {
            return NumberForm.of(digits);
        }

        boolean agreesWith(Heard other) {
            return digits.equals(other.digits) && Math.max(sure, other.sure) >= AGREED;
        }
    }

    List<Block> improved(Plane page, List<Block> blocks) {
        List<Word> numbers = blocks.stream()
                .flatMap(block -> block.lines().stream())
                .flatMap(
                        line -> numbers(line, word -> Slant.of(page, word.box()).leans()).stream())
                .sorted(Comparator.comparingDouble(Word::confidence))
                .limit(MOST)
                .toList();
        List<List<Word>> readings =
                latin.read(page, numbers.stream().map(Word::box).toList(), SIGNS, ROOM);
        Map<Word, Word> better = new HashMap<>();
        for (int i = 0; i < readings.size(); i++) {
            Word word = numbers.get(i);
            better.put(word, chosen(word, Heard.of(readings.get(i)), () -> upright(page, word.box())));
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

    private Heard upright(Plane page, Box box) {
        Box part = box.grown((int) Math.round(box.height() * ROOM), page.width(), page.height());
        Plane alone = Slant.of(page, box).upright(page, part, WHITE_ROOM);
        Box all = new Box(0, 0, alone.width(), alone.height());
        return latin.read(alone, List.of(all), SIGNS, 0).stream()
                .findFirst()
                .map(Heard::of)
                .orElse(new Heard("", 0));
    }

    /** Those of a line that are read again: long ones, those of a day written out, and short ones that lean. */
    static List<Word> numbers(Line line, Predicate<Word> leans) {
        List<Word> numbers = new ArrayList<>();
        for (int i = 0; i < line.words().size(); i++) {
            Word word = line.words().get(i);
            boolean ofADay = i > 0
                    && OF_A_DAY.matcher(word.text()).matches()
                    && DAY_WORD.matcher(line.words().get(i - 1).text()).matches();
            if (ofADay
                    || NUMBER.matcher(word.text()).matches()
                    || LEANING_NUMBER.matcher(word.text()).matches() && leans.test(word)) {
                numbers.add(word);
            }
        }
        return numbers;
    }

    /**
     * @param again the same with its strokes upright; asked only where the two differ
     */
    static Word chosen(Word first, Heard second, Supplier<Heard> again) {
        Optional<Matcher> number = number(first.text());
        if (number.isEmpty() || second.digits().isEmpty()) {
            return first;
        }
        String before = number.get().group(1);
        if (second.digits().equals(before)) {
            return new Word(first.text(), first.box(), Math.max(first.confidence(), second.sure()));
        }
        Heard third = again.get();
        if (third.digits().equals(before)) {
            return first;
        }
        NumberForm was = NumberForm.of(before);
        if (second.agreesWith(third) && !was.spoiledBy(second.form())) {
            return replaced(first, number.get(), second, DISPUTED);
        }
        if (third.sure() >= ALONE && third.form().isTold() && !was.isTold()) {
            return replaced(first, number.get(), third, DISPUTED);
        }
        if (second.digits().length() != before.length() || was.spoiledBy(second.form())) {
            return first;
        }
        if (was == NumberForm.IMPOSSIBLE && second.form() != NumberForm.IMPOSSIBLE) {
            return replaced(first, number.get(), second, Math.min(second.sure(), first.confidence()));
        }
        if (isSurer(second, first)) {
            return replaced(first, number.get(), second, DISPUTED);
        }
        return second.sure() >= HEARD
                ? new Word(first.text(), first.box(), Math.min(first.confidence(), DISPUTED))
                : first;
    }

    private static Word replaced(Word first, Matcher number, Heard heard, float confidence) {
        String text = first.text().substring(0, number.start(1))
                + heard.digits()
                + first.text().substring(number.end(1));
        return new Word(text, first.box(), confidence);
    }

    private static boolean isSurer(Heard second, Word first) {
        return second.sure() >= first.confidence() + BETTER;
    }

    private static Optional<Matcher> number(String text) {
        return List.of(NUMBER, SHORT_NUMBER, LEANING_NUMBER).stream()
                .map(form -> form.matcher(text))
                .filter(Matcher::matches)
                .findFirst();
    }
}
