package vn.sohoa.ocr;

import java.util.ArrayList;
import java.util.List;
import vn.sohoa.imaging.InkLines;
import vn.sohoa.imaging.Plane;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.Table;
import vn.sohoa.page.Word;

/**
 * Reads what the engine passed over in the cells of a table: a lone short word such as «Nữ» or «12» is a speck to its layout,
 * and the whole column stays empty. Each line of ink in a cell without a word on it is read by itself.
 */
final class PassedOver {
    /** So many of a page at most. */
    private static final int MOST = 90;

    private static final double ROOM = 0.2;
    private static final float PLAIN = 0.5f;

    private final Tesseract tesseract;

    PassedOver(Tesseract tesseract) {
        this.tesseract = tesseract;
    }

    /** @param tables in the same pixels as the words and the page, upright */
    List<Block> filled(Plane page, List<Block> blocks, List<Table> tables) {
        List<Box> parts = unread(page, blocks, tables);
        if (parts.isEmpty()) {
            return blocks;
        }
        List<Block> all = new ArrayList<>(blocks);
        for (List<Word> words : tesseract.readLines(page, parts)) {
            if (isPrint(words)) {
                all.add(new Block(List.of(new Line(words))));
            }
        }
        return all;
    }

    static List<Box> unread(Plane page, List<Block> blocks, List<Table> tables) {
        List<Box> words = blocks.stream()
                .flatMap(block -> block.lines().stream())
                .flatMap(line -> line.words().stream())
                .map(Word::box)
                .toList();
        List<Box> parts = new ArrayList<>();
        for (Table table : tables) {
            for (Table.Cell cell : table.cells()) {
                List<Box> here =
                        words.stream().filter(cell.box()::holdsMiddleOf).toList();
                InkLines.in(page, cell.box()).stream()
                        .filter(ink -> here.stream().noneMatch(word -> isOn(word, ink)))
                        .map(ink -> grown(ink, page))
                        .forEach(parts::add);
            }
        }
        return parts.subList(0, Math.min(MOST, parts.size()));
    }

    private static boolean isOn(Box word, Box ink) {
        return word.y() < ink.bottom() && ink.y() < word.bottom();
    }

    private static Box grown(Box box, Plane page) {
        return box.grown((int) Math.round(box.height() * ROOM) + 2, page.width(), page.height());
    }

    private static boolean isPrint(List<Word> words) {
        return !words.isEmpty()
                && words.stream().allMatch(word -> word.confidence() >= PLAIN)
                && words.stream().anyMatch(word -> word.text().codePoints().anyMatch(Character::isLetterOrDigit));
    }
}
