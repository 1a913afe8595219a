package vn.sohoa;

import java.util.ArrayList;
import java.util.List;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/** A typed page for tests: each line is a line of print, four blanks are a gap, all letters are equally wide. */
public final class Sheet {
    private static final int LETTER = 18;
    private static final int HEIGHT = 36;
    private static final int PITCH = 70;
    private static final int LEFT = 200;

    private final List<Line> lines = new ArrayList<>();
    private int y = 150;

    public static PageText of(String text) {
        Sheet sheet = new Sheet();
        text.lines().forEach(sheet::line);
        List<Block> blocks = sheet.lines.isEmpty() ? List.of() : List.of(new Block(sheet.lines));
        return new PageText(1654, 2339, 200, PageText.Source.OCR, blocks);
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
