package vn.sohoa.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts the lines of an upright page into the order in which a form, a letter or a table is read: row by row from the top
 * down, and in a row from left to right, also where an engine went down one column after the other. Columns of prose
 * stay columns.
 */
public final class ReadingOrder {
    private static final double SAME_ROW = 0.5;
    private static final double APART = 0.9;
    private static final int PROSE_LINES = 7;
    private static final double PROSE_WORDS = 4.5;
    /** Print is wider than this share of a line's height for a letter: anything else is a smear across rows. */
    private static final double TALL = 3;

    private ReadingOrder() {}

    public static List<Block> of(List<Block> blocks) {
        if (blocks.size() < 2 || hasColumns(blocks)) {
            return blocks;
        }
        List<Line> lines = new ArrayList<>(
                blocks.stream().flatMap(block -> block.lines().stream()).toList());
        lines.sort(
                Comparator.comparingInt(line -> 2 * line.box().y() + line.box().height()));
        return blocks(rows(lines));
    }

    /** Two blocks of many long lines side by side are columns of a text. */
    private static boolean hasColumns(List<Block> blocks) {
        List<Block> prose = blocks.stream()
                .filter(block -> block.lines().size() >= PROSE_LINES)
                .filter(block -> block.lines().stream()
                                .mapToInt(line -> line.words().size())
                                .average()
                                .orElse(0)
                        >= PROSE_WORDS)
                .toList();
        for (Block a : prose) {
            for (Block b : prose) {
                boolean beside = a.box().right() <= b.box().x();
                int common = Math.min(a.box().bottom(), b.box().bottom())
                        - Math.max(a.box().y(), b.box().y());
                if (beside && common > Math.min(a.box().height(), b.box().height()) / 2) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Lines come by their middles from the top down. */
    private static List<List<Line>> rows(List<Line> lines) {
        List<List<Line>> rows = new ArrayList<>();
        for (Line line : lines) {
            List<Line> row = null;
            for (int i = rows.size() - 1; i >= 0 && i >= rows.size() - 4 && row == null; i--) {
                if (rows.get(i).stream().allMatch(other -> sameRow(line.box(), other.box()))) {
                    row = rows.get(i);
                }
            }
            if (row == null) {
                row = new ArrayList<>();
                rows.add(row);
            }
            row.add(line);
        }
        rows.forEach(row -> row.sort(Comparator.comparingInt(line -> line.box().x())));
        return rows;
    }

    private static boolean sameRow(Box a, Box b) {
        int common = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
        boolean over = Math.min(a.right(), b.right()) - Math.max(a.x(), b.x()) > Math.min(a.width(), b.width()) / 2;
        return !over && common >= SAME_ROW * Math.min(a.height(), b.height());
    }

    /** A new block begins where the white between two rows is as high as a line. */
    private static List<Block> blocks(List<List<Line>> rows) {
        List<Block> blocks = new ArrayList<>();
        List<Line> block = new ArrayList<>();
        int bottom = 0;
        for (List<Line> row : rows) {
            int top = row.stream().mapToInt(line -> line.box().y()).min().orElse(0);
            int height =
                    row.stream().mapToInt(line -> line.box().height()).min().orElse(0);
            if (!block.isEmpty() && top - bottom > APART * height) {
                blocks.add(new Block(block));
                block = new ArrayList<>();
            }
            block.addAll(row);
            bottom = row.stream().mapToInt(line -> line.box().bottom()).max().orElse(0);
        }
        if (!block.isEmpty()) {
            blocks.add(new Block(block));
        }
        return blocks;
    }
}
