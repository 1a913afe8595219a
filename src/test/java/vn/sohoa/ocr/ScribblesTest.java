package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.Word;

class ScribblesTest {
    @Test
    void signaturesAndStainsLeaveNoWords() {
        assertThat(Scribbles.without(List.of(block(word("_®z^", 0.1f), word("<<.", 0.7f)), block(word("`", 0.9f)))))
                .isEmpty();
    }

    @Test
    void numbersAndSyllablesStayHoweverUnsureTheEngineIs() {
        Block line = block(word("ngày", 0.05f), word("11/04/2011", 0f), word("-", 0.9f), word("UBND", 0.9f));
        assertThat(Scribbles.without(List.of(line))).containsExactly(line);
    }

    private static Block block(Word... words) {
        return new Block(List.of(new Line(List.of(words))));
    }

    private static Word word(String text, float confidence) {
        return new Word(text, new Box(0, 0, 9, 9), confidence);
    }
}
