package vn.sohoa.ocr;

import java.util.List;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/** Recognized pages for tests. */
final class Texts {
    private Texts() {}

    static PageText twoBlocks() {
        return page(
                new Block(List.of(
                        new Line(List.of(
                                word("CỘNG", 680, 237, 0.932f), word("HOÀ", 820, 240, 0.5f), word("XÃ", 900, 238, 1f))),
                        new Line(List.of(word("\"Độc", 700, 320, 0f), word("lập\"", 790, 321, 0.001f))))),
                new Block(List.of(
                        new Line(List.of(word("<b>&amp;</b>", 10, 900, 0.999f), word("😀", 200, 900, 0.75f))))));
    }

    static PageText page(Block... blocks) {
        return new PageText(2480, 3508, 300, PageText.Source.OCR, List.of(blocks));
    }

    static Word word(String text, int x, int y, float confidence) {
        return new Word(text, new Box(x, y, 70, 40), confidence);
    }
}
