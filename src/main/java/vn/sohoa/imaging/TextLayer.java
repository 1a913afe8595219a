package vn.sohoa.imaging;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Pose;
import vn.sohoa.page.Word;

/** The visible text of a page made on a computer, word by word, in pixels of the rendered page. */
final class TextLayer extends PDFTextStripper {
    /** Above and below the base line, in ems: enough for capitals with two marks and for descenders. */
    private static final double ASCENT = 0.85;

    private static final double DESCENT = -0.22;

    /** How sure a word is that had to be made into Unicode: no value of such words ever goes without a person. */
    private static final float SUGGESTED = 0.25f;

    private static final int QUARTERS = 4;
    private static final int FULL_TURN = 360;
    /** So many words in a line tell where it goes. */
    private static final int LONGER = 3;

    private static final String NO_BREAK_SPACE = "\u00A0";
    private static final Pattern SPACES = Pattern.compile("[\\s\u00A0]+");
    private static final Pattern LIGATURES = Pattern.compile("[\uFB00-\uFB06]");

    private final AffineTransform toPixels;
    private final Rectangle2D sheet;
    private final List<Word> words = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    private final PageEffort effort;

    private TextLayer(PDPage page, PageImage image, PageEffort effort) {
        this.effort = effort;
        setSortByPosition(true);
        setSuppressDuplicateOverlappingText(true);
        this.toPixels = toPixels(page, image);
        this.sheet = new Rectangle2D.Double(0, 0, image.width(), image.height());
    }

    /** The words, where they pass {@link Soundness}. */
    static Optional<PageText> of(PDDocument document, int index, PageImage image, PageEffort effort)
            throws IOException {
        TextLayer layer = new TextLayer(document.getPage(index), image, effort);
        layer.setStartPage(index + 1);
        layer.setEndPage(index + 1);
        layer.writeText(document, Writer.nullWriter());
        layer.endBlock();
        PageText text = new PageText(
                image.width(),
                image.height(),
                image.dpi(),
                PageText.Source.TEXT_LAYER,
                layer.blocks,
                List.of(),
                new Pose(turn(layer.blocks), 0, true));
        return Soundness.of(text) ? Optional.of(text) : Optional.empty();
    }

    /** The direction in which most of its longer lines run. */
    private static int turn(List<Block> blocks) {
        int[] votes = new int[QUARTERS];
        blocks.stream()
                .flatMap(block -> block.lines().stream())
                .filter(line -> line.words().size() >= LONGER)
                .forEach(line -> votes[direction(line)] += line.words().size());
        int best = 0;
        for (int i = 1; i < votes.length; i++) {
            best = votes[i] > votes[best] ? i : best;
        }
        return best * FULL_TURN / QUARTERS;
    }

    /** Quarters of a turn clockwise. */
    private static int direction(Line line) {
        Box first = line.words().get(0).box();
        Box last = line.words().get(line.words().size() - 1).box();
        int across = last.x() + last.width() / 2 - first.x() - first.width() / 2;
        int down = last.y() + last.height() / 2 - first.y() - first.height() / 2;
        if (Math.abs(across) >= Math.abs(down)) {
            return across >= 0 ? 0 : 2;
        }
        return down > 0 ? 1 : 3;
    }

    /** From the stripper's space, whose origin is the crop box's lower left corner, to the image's. */
    private static AffineTransform toPixels(PDPage page, PageImage image) {
        PDRectangle box = page.getCropBox();
        double w = box.getWidth();
        double h = box.getHeight();
        AffineTransform shown =
                switch (Math.floorMod(page.getRotation(), 360)) {
                    case 90 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 180 -> new AffineTransform(-1, 0, 0, 1, w, 0);
                    case 270 -> new AffineTransform(0, -1, -1, 0, h, w);
                    default -> new AffineTransform(1, 0, 0, -1, 0, h);
                };
        double scale = image.dpi() / PdfSource.unitsPerInch(page);
        shown.preConcatenate(AffineTransform.getScaleInstance(scale, scale));
        return shown;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        effort.operator(operator);
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (GlyphCount.isVisible(getGraphicsState())) {
            super.processTextPosition(text);
        }
    }

    /** What comes here may be a word or a whole line with its spaces. */
    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        List<TextPosition> word = new ArrayList<>();
        for (TextPosition position : positions) {
            if (position.getUnicode().isBlank() || position.getUnicode().equals(NO_BREAK_SPACE)) {
                endWord(word);
            } else {
                word.add(position);
            }
        }
        endWord(word);
    }

    private void endWord(List<TextPosition> positions) {
        Box box = box(positions);
        String text = positions.stream().map(TextPosition::getUnicode).collect(Collectors.joining());
        if (box != null) {
            words.add(word(text, positions.get(0).getFont().getName(), box));
        }
        positions.clear();
    }

    private static Word word(String text, @Nullable String font, Box box) {
        Optional<OldLetters> old = font == null ? Optional.empty() : OldLetters.of(font);
        return old.map(letters -> new Word(spelled(letters.unicode(text, font)), box, SUGGESTED))
                .orElseGet(() -> new Word(spelled(text), box, 1));
    }

    /** NFC, ligatures taken apart, without spaces inside. */
    private static String spelled(String text) {
        String plain = LIGATURES
                .matcher(SPACES.matcher(text).replaceAll(""))
                .replaceAll(m -> Normalizer.normalize(m.group(), Normalizer.Form.NFKC));
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    private @Nullable Box box(List<TextPosition> positions) {
        Rectangle2D all = null;
        for (TextPosition position : positions) {
            Rectangle2D glyph = pixels(position);
            all = all == null ? glyph : all.createUnion(glyph);
        }
        if (all == null) {
            return null;
        }
        Rectangle2D seen = all.createIntersection(sheet);
        if (seen.getWidth() <= 0 || seen.getHeight() <= 0) {
            return null;
        }
        int x = (int) Math.floor(seen.getMinX());
        int y = (int) Math.floor(seen.getMinY());
        return new Box(x, y, (int) Math.ceil(seen.getMaxX()) - x, (int) Math.ceil(seen.getMaxY()) - y);
    }

    private Rectangle2D pixels(TextPosition position) {
        Matrix m = position.getTextMatrix();
        double x = m.getTranslateX();
        double y = m.getTranslateY();
        double upX = m.getShearX();
        double upY = m.getScaleY();
        double advance = Math.max(position.getWidthDirAdj(), 0);
        double length = Math.hypot(m.getScaleX(), m.getShearY());
        double alongX = length == 0 ? 0 : m.getScaleX() / length * advance;
        double alongY = length == 0 ? 0 : m.getShearY() / length * advance;
        Rectangle2D bounds = null;
        for (double up : new double[] {ASCENT, DESCENT}) {
            for (int end = 0; end <= 1; end++) {
                Point2D p = toPixels.transform(
                        new Point2D.Double(x + up * upX + end * alongX, y + up * upY + end * alongY), null);
                Rectangle2D point = new Rectangle2D.Double(p.getX(), p.getY(), 0, 0);
                if (bounds == null) {
                    bounds = point;
                } else {
                    bounds.add(p);
                }
            }
        }
        return bounds == null ? new Rectangle2D.Double() : bounds;
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeWordSeparator() {
        // each word comes by itself
    }

    @Override
    protected void writeParagraphStart() {
        // a block ends with its paragraph
    }

    @Override
    protected void writeParagraphEnd() {
        endBlock();
    }

    @Override
    protected void writePageStart() {
        // one page
    }

    @Override
    protected void writePageEnd() {
        endBlock();
    }

    private void endLine() {
        if (!words.isEmpty()) {
            lines.add(new Line(words));
            words.clear();
        }
    }

    private void endBlock() {
        endLine();
        if (!lines.isEmpty()) {
            blocks.add(new Block(lines));
            lines.clear();
        }
    }
}
