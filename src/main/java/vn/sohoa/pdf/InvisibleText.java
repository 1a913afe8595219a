package vn.sohoa.pdf;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.Word;

/**
 * Writes lines of text that is found, marked and copied but not seen (rendering mode 3). A line is one text object with
 * one matrix, and only the horizontal scale changes from word to word: with a matrix a word {@code pdftotext -layout}
 * takes words apart. The font's own height, which viewers mark, is the height of the line.
 */
final class InvisibleText {
    private static final HexFormat HEX = HexFormat.of();
    private static final float PERCENT = 100f;
    private static final float THOUSAND = 1_000f;

    private final TextFont font;
    private final String fontName;
    private final Frame frame;
    private final double slope;
    private final double stretch;
    private final StringBuilder out;

    /**
     * @param fontName what the page's resources call the font
     * @param frame where text runs on the page
     * @param slope how much lines rise a point along the page
     * @param out receives the operators
     */
    InvisibleText(TextFont font, String fontName, Frame frame, double slope, StringBuilder out) {
        this.font = font;
        this.fontName = fontName;
        this.frame = frame;
        this.slope = slope;
        this.stretch = Math.hypot(1, slope);
        this.out = out;
    }

    void line(Line line) throws IOException {
        List<Word> words = line.words();
        float size = Math.max(1f, median(words, this::thickness) / font.height());
        float bottom = median(words, this::bottom);
        float start = frame.start(words.get(0).box());
        out.append("BT 3 Tr /")
                .append(fontName)
                .append(' ')
                .append(number(size))
                .append(" Tf ");
        float base = (float) (bottom + slope * start + font.depth() * size);
        out.append(frame.matrix(start, base, slope)).append(" Tm\n");
        float pen = start;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (i > 0) {
                pen = moveTo(start + (float) ((frame.start(word.box()) - start) * stretch), pen, size);
            }
            pen += show(word, size);
        }
        out.append("ET\n");
    }

    /** Shows a space and moves to where the next word begins, be that before the pen. */
    private float moveTo(float target, float pen, float size) throws IOException {
        float back = (pen + font.width(" ") * size - target) / size * THOUSAND;
        out.append("100 Tz [<").append(HEX.formatHex(font.encode(" "))).append("> ");
        out.append(number(back)).append("] TJ\n");
        return target;
    }

    /** Shows the word just as wide as its box and returns that width. */
    private float show(Word word, float size) throws IOException {
        String text = font.drawable(word.text());
        if (text.isEmpty()) {
            return 0;
        }
        float natural = font.width(text) * size;
        float wanted = Math.max(frame.length(word.box()) * (float) stretch, natural / PERCENT);
        float scale = natural > 0 ? wanted / natural : 1;
        out.append(number(scale * PERCENT)).append(" Tz <");
        out.append(HEX.formatHex(font.encode(text))).append("> Tj\n");
        return natural * scale;
    }

    /** Of the word itself: on a page askew its box is higher than that. */
    private float thickness(Box box) {
        return (float) Math.max(frame.thickness(box) / 2, frame.thickness(box) - Math.abs(slope) * frame.length(box));
    }

    /** Where the line's lower edge would begin at the edge of the page. */
    private float bottom(Box box) {
        double lowest = slope > 0 ? frame.start(box) : frame.start(box) + frame.length(box);
        return (float) (frame.bottom(box) - slope * lowest);
    }

    private static float median(List<Word> words, Measure measure) {
        float[] sorted = new float[words.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = measure.of(words.get(i).box());
        }
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private interface Measure {
        float of(Box box);
    }

    static String number(float value) {
        return Numbers.of(value, 2);
    }
}
