package vn.sohoa.ocr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.Table;
import vn.sohoa.page.Word;

/**
 * Lines end where a cell of a table does: what the engine took for one line over several columns is cut at their borders,
 * so that each part is looked at a second time by itself.
 */
final class CellLines {
    private CellLines() {}

    /** @param tables in the same pixels as the words */
    static List<Block> cut(List<Block> blocks, List<Table> tables) {
        if (tables.isEmpty()) {
            return blocks;
        }
        List<Box> cells = tables.stream()
                .flatMap(table -> table.cells().stream())
                .map(Table.Cell::box)
                .toList();
        return blocks.stream()
                .map(block -> new Block(block.lines().stream()
                        .flatMap(line -> cut(line, cells).stream())
                        .toList()))
                .toList();
    }

    private static List<Line> cut(Line line, List<Box> cells) {
        Map<Integer, List<Word>> parts = new LinkedHashMap<>();
        for (Word word : line.words()) {
            parts.computeIfAbsent(cell(word.box(), cells), any -> new ArrayList<>())
                    .add(word);
        }
        return parts.size() == 1
                ? List.of(line)
                : parts.values().stream().map(Line::new).toList();
    }

    /** Its number; -1 outside of all. */
    private static int cell(Box word, List<Box> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).holdsMiddleOf(word)) {
                return i;
            }
        }
        return -1;
    }
}
