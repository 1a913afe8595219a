package vn.sohoa.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands on one page: its words with their places, and its barcodes.
 *
 * @param width of the page image in pixels, as scanned
 * @param height of the page image in pixels, as scanned
 * @param dpi pixels an inch
 * @param source where the words come from
 * @param blocks in reading order; empty for a page without text
 * @param barcodes from the top of the page down
 * @param pose how the page lies on its scan
 * @param tables ruled tables from the top of the page down
 */
public record PageText(
        int width,
        int height,
        int dpi,
        Source source,
        List<Block> blocks,
        List<Barcode> barcodes,
        Pose pose,
        List<Table> tables) {
    /** Where words come from. */
    public enum Source {
        OCR,
        TEXT_LAYER
    }

    public PageText {
        blocks = List.copyOf(blocks);
        barcodes = List.copyOf(barcodes);
        tables = List.copyOf(tables);
    }

    /** A page without tables. */
    public PageText(
            int width, int height, int dpi, Source source, List<Block> blocks, List<Barcode> barcodes, Pose pose) {
        this(width, height, dpi, source, blocks, barcodes, pose, List.of());
    }

    /** An upright page. */
    public PageText(int width, int height, int dpi, Source source, List<Block> blocks, List<Barcode> barcodes) {
        this(width, height, dpi, source, blocks, barcodes, Pose.UPRIGHT);
    }

    /** An upright page without barcodes. */
    public PageText(int width, int height, int dpi, Source source, List<Block> blocks) {
        this(width, height, dpi, source, blocks, List.of());
    }

    public PageText with(List<Barcode> found) {
        return new PageText(width, height, dpi, source, blocks, found, pose, tables);
    }

    public Stream<Line> lines() {
        return blocks.stream().flatMap(b -> b.lines().stream());
    }

    /** How many characters were read. */
    public int letters() {
        return words().mapToInt(word -> word.text().length()).sum();
    }

    public Stream<Word> words() {
        return blocks.stream().flatMap(b -> b.lines().stream()).flatMap(l -> l.words().stream());
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /**
     * The same once the page has been turned clockwise; blocks and lines keep their order.
     *
     * @param degrees 0, 90, 180 or 270
     */
    public PageText turned(int degrees) {
        if (degrees == 0) {
            return this;
        }
        boolean across = degrees % 180 != 0;
        return new PageText(
                across ? height : width,
                across ? width : height,
                dpi,
                source,
                blocks.stream()
                        .map(block -> block.moved(box -> box.turned(degrees, width, height)))
                        .toList(),
                barcodes.stream()
                        .map(code -> new Barcode(
                                code.format(), code.value(), code.box().turned(degrees, width, height)))
                        .toList(),
                pose.turned(degrees),
                tables.stream()
                        .map(table -> table.turned(degrees, width, height))
                        .toList());
    }

    /** The mean of the words' confidences weighted by length, 0 to 1; 0 for a page without text. */
    public double confidence() {
        long letters = words().mapToLong(w -> w.text().length()).sum();
        double sum =
                words().mapToDouble(w -> w.confidence() * w.text().length()).sum();
        return letters == 0 ? 0 : sum / letters;
    }

    /** The text in reading order, a line break after each line. */
    public String text() {
        return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
    }
}
