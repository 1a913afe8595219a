package vn.sohoa.ocr;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.sohoa.page.Block;
import vn.sohoa.page.Line;
import vn.sohoa.page.Word;

/** Leaves out what an engine makes of signatures, stains and the remains of lines. */
final class Scribbles {
    /** Signs that may stand alone in print. */
    private static final Pattern ALONE = Pattern.compile("[-–—/&+*%№§•=]|[-–—]{2,}");

    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");
    /** A word as print has it: letters and digits, perhaps with signs around and between them. */
    private static final Pattern WORD =
            Pattern.compile("[\"'(\\[]*[\\p{L}\\p{N}]+(?:[-./,:–'&@+()]+[\\p{L}\\p{N}]+)*[-.,;:!?%)\\]\"'/…]*");

    private static final Pattern NUMBER = Pattern.compile("\\d{2,}[-./,\\d]*[.,;:]?");

    private static final float HARDLY = 0.2f;
    private static final float WEAK = 0.5f;
    private static final double MOSTLY = 0.5;

    private Scribbles() {}

    static List<Block> without(List<Block> blocks) {
        return blocks.stream().flatMap(block -> block(block).stream()).toList();
    }

    private static Optional<Block> block(Block block) {
        List<Line> lines =
                block.lines().stream().flatMap(line -> line(line).stream()).toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Block(lines));
    }

    private static Optional<Line> line(Line line) {
        List<Word> words = line.words().stream().filter(Scribbles::isPrint).toList();
        boolean scribble = words.stream().noneMatch(word -> word.confidence() >= WEAK && isWord(word))
                && words.size() <= MOSTLY * line.words().size();
        return words.isEmpty() || scribble ? Optional.empty() : Optional.of(new Line(words));
    }

    private static boolean isPrint(Word word) {
        if (!LETTER_OR_DIGIT.matcher(word.text()).find()) {
            return ALONE.matcher(word.text()).matches() && word.confidence() >= WEAK;
        }
        return word.confidence() >= HARDLY
                || NUMBER.matcher(word.text()).matches()
                || isWord(word) && Syllables.isVietnamese(word.text());
    }

    private static boolean isWord(Word word) {
        return WORD.matcher(word.text()).matches();
    }
}
