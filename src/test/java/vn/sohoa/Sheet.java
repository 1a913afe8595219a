package vn.sohoa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Pose;
import vn.sohoa.page.Table;
import vn.sohoa.page.Word;

/** A typed page for tests: each line is a line of print, four blanks are a gap, all letters are equally wide. */
public final class Sheet {
    private static final int LETTER = 18;
    private static final int HEIGHT = 36;
    private static final int PITCH = 70;
    private static final int LEFT = 200;
    private static final int COLUMN = 600;

    private final List<Line> lines = new ArrayList<>();
    private int y = 150;

    public static PageText of(String text) {
        Sheet sheet = new Sheet();
        text.lines().forEach(sheet::line);
        List<Block> blocks = sheet.lines.isEmpty() ? List.of() : List.of(new Block(sheet.lines));
        return new PageText(1654, 2339, 200, PageText.Source.OCR, blocks);
    }

    /**
     * A page with one ruled table: each text is a row, its cells stand between upright strokes, their lines between
     * tildes; a cell that says {@code <} belongs to the one on its left.
     */
    public static PageText table(String title, String... rows) {
        Sheet sheet = new Sheet();
        title.lines().forEach(sheet::line);
        List<Table.Cell> cells = new ArrayList<>();
        int columns = 0;
        for (int row = 0; row < rows.length; row++) {
            String[] texts = rows[row].split("\\|", -1);
            columns = texts.length;
            int lines = Arrays.stream(texts)
                    .mapToInt(text -> text.split("~").length)
                    .max()
                    .orElse(1);
            for (int column = 0; column < columns; column++) {
                if (texts[column].strip().equals("<")) {
                    Table.Cell left = cells.remove(cells.size() - 1);
                    Box wide = left.box().union(sheet.box(column, lines));
                    cells.add(new Table.Cell(row, left.column(), 1, left.columnSpan() + 1, wide));
                    continue;
                }
                cells.add(new Table.Cell(row, column, 1, 1, sheet.box(column, lines)));
                sheet.cell(texts[column], column);
            }
            sheet.y += lines * PITCH;
        }
        List<Block> blocks = List.of(new Block(sheet.lines));
        return new PageText(
                3508,
                2480,
                300,
                PageText.Source.OCR,
                blocks,
                List.of(),
                Pose.UPRIGHT,
                List.of(new Table(rows.length, columns, cells)));
    }

    private Box box(int column, int lines) {
        return new Box(LEFT + column * COLUMN, y, COLUMN, lines * PITCH);
    }

    private void cell(String text, int column) {
        int top = y;
        for (String part : text.split("~")) {
            List<Word> words = new ArrayList<>();
            int x = LEFT + column * COLUMN + LETTER;
            for (String word : part.strip().split(" ")) {
                if (!word.isEmpty()) {
                    words.add(new Word(word, new Box(x, top + PITCH / 4, word.length() * LETTER, HEIGHT), 0.9f));
                }
                x += (word.length() + 1) * LETTER;
            }
            if (!words.isEmpty()) {
                lines.add(new Line(words));
            }
            top += PITCH;
        }
    }

    private void line(String text) {
        List<Word> words = new ArrayList<>();
        int x = LEFT;
        for (String word : text.split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(new Word(word, new Box(x, y, word.length() * LETTER, HEIGHT), 0.9f));
            }
            x += (word.length() + 1) * LETTER;
        }
        if (!words.isEmpty()) {
            lines.add(new Line(words));
        }
        y += PITCH;
    }
}
