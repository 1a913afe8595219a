package vn.sohoa.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.sohoa.imaging.Plane;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.Word;

/**
 * Reads weak lines again, each by itself and with another network, and takes from both readings what is better, word by
 * word: what looks like a word, and of two words the surer.
 */
final class SecondLook implements AutoCloseable {
    private static final float WEAK = 0.85f;
    /** Of what does not look like a word; what is read surer than this is nearly always so: an abbreviation, a sign. */
    private static final float WEAK_UNLIKELY = 0.9f;

    /** So many lines of a page at most: the weakest. */
    private static final int MOST = 12;

    private static final double ROOM = 0.2;
    private static final double WORTH = 0.35;
    private static final double BETTER = 0.04;
    private static final double LEAST_LEFT = 0.75;
    private static final Pattern NUMBER = Pattern.compile("[(\"]?\\d+(?:[-./,]\\d+)*[.,;:)\"%]*");
    private static final Pattern SIGNS = Pattern.compile("[-–/&+]");
    private static final Pattern SHORTENED = Pattern.compile("[(\"]?[\\p{Lu}\\d][\\p{Lu}\\d./&-]*[.,;:)\"]*");

    private final Tesseract other;

    SecondLook(Tesseract other) {
        this.other = other;
    }

    List<Block> improved(Plane page, List<Block> blocks) {
        List<Line> weak = blocks.stream()
                .flatMap(block -> block.lines().stream())
                .filter(SecondLook::isWeak)
                .sorted(Comparator.comparingDouble(SecondLook::worth))
                .limit(MOST)
                .toList();
        if (weak.isEmpty()) {
            return blocks;
        }
        List<Box> parts = weak.stream().map(line -> part(line.box(), page)).toList();
        List<List<Word>> readings = other.readLines(page, parts);
        Map<Line, Line> better = new HashMap<>();
        for (int i = 0; i < weak.size(); i++) {
            better.put(weak.get(i), merged(weak.get(i), readings.get(i)));
        }
        return blocks.stream()
                .map(block -> new Block(block.lines().stream()
                        .map(line -> better.getOrDefault(line, line))
                        .toList()))
                .toList();
    }

    /** Looks like a syllable or a number. */
    static boolean isLikely(Word word) {
        return likeness(word) == 1;
    }

    static boolean isWeak(Line line) {
        return line.words().stream().anyMatch(word -> word.confidence() < (likeness(word) == 0 ? WEAK_UNLIKELY : WEAK));
    }

    private static Box part(Box box, Plane page) {
        return box.grown((int) Math.round(box.height() * ROOM) + 2, page.width(), page.height());
    }

    /** Groups of words that stand in the same place, from left to right. */
    private static Line merged(Line first, List<Word> second) {
        if (second.isEmpty()) {
            return first;
        }
        List<Word> result = new ArrayList<>();
        int i = 0;
        int j = 0;
        List<Word> ones = first.words();
        while (i < ones.size() || j < second.size()) {
            List<Word> mine = new ArrayList<>();
            List<Word> others = new ArrayList<>();
            int end = Math.min(
                    i < ones.size() ? ones.get(i).box().right() : Integer.MAX_VALUE,
                    j < second.size() ? second.get(j).box().right() : Integer.MAX_VALUE);
            boolean grown = true;
            while (grown) {
                grown = false;
                while (i < ones.size() && middle(ones.get(i)) < end) {
                    end = Math.max(end, ones.get(i).box().right());
                    mine.add(ones.get(i++));
                    grown = true;
                }
                while (j < second.size() && middle(second.get(j)) < end) {
                    end = Math.max(end, second.get(j).box().right());
                    others.add(second.get(j++));
                    grown = true;
                }
            }
            result.addAll(chosen(mine, others));
        }
        return result.isEmpty() ? first : new Line(result);
    }

    private static double middle(Word word) {
        return word.box().x() + word.box().width() / 2.0;
    }

    /** A place where only one reading has something keeps what the first had: the second adds no words. */
    static List<Word> chosen(List<Word> mine, List<Word> others) {
        if (mine.isEmpty() || others.isEmpty()) {
            return mine;
        }
        boolean whole = letters(others) >= LEAST_LEFT * letters(mine); // what was not read at all is no better reading
        return whole && worth(others) > worth(mine) + BETTER ? others : mine;
    }

    private static long letters(List<Word> words) {
        return words.stream()
                .flatMapToInt(word -> word.text().codePoints())
                .filter(Character::isLetterOrDigit)
                .count();
    }

    private static double worth(Line line) {
        return worth(line.words());
    }

    private static double worth(List<Word> words) {
        double sum = 0;
        int letters = 0;
        for (Word word : words) {
            int length = word.text().length();
            sum += length * (word.confidence() + WORTH * likeness(word));
            letters += length;
        }
        return letters == 0 ? 0 : sum / letters;
    }

    /** How much it looks like a word: 1 a syllable or a number, 0.5 an abbreviation or a sign, 0 anything else. */
    private static double likeness(Word word) {
        String text = word.text();
        if (NUMBER.matcher(text).matches() || Syllables.isVietnamese(text)) {
            return 1;
        }
        return SIGNS.matcher(text).matches() || SHORTENED.matcher(text).matches() ? 0.5 : 0;
    }

    @Override
    public void close() {
        other.close();
    }
}
