package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.Table;
import vn.sohoa.page.Word;

class CellLinesTest {
    private static final Table TWO = new Table(
            1,
            2,
            List.of(
                    new Table.Cell(0, 0, 1, 1, new Box(100, 100, 200, 50)),
                    new Table.Cell(0, 1, 1, 1, new Box(300, 100, 200, 50))));
    private static final Line ROW = new Line(List.of(word("21", 110), word("Lê", 310), word("An", 380)));

    @Test
    void aLineEndsWithItsCell() {
        List<Block> cut = CellLines.cut(List.of(new Block(List.of(ROW))), List.of(TWO));
        assertThat(cut).singleElement().satisfies(block -> assertThat(block.lines())
                .extracting(Line::text)
                .containsExactly("21", "Lê An"));
    }

    @Test
    void linesInOneCellOrBesideTheTableStayWhole() {
        Line inside = new Line(List.of(word("Lê", 310), word("An", 380)));
        Line beside = new Line(List.of(word("Cộng", 600), word("trang", 700)));
        List<Block> blocks = List.of(new Block(List.of(inside, beside)));
        assertThat(CellLines.cut(blocks, List.of(TWO))).isEqualTo(blocks);
        assertThat(CellLines.cut(List.of(new Block(List.of(ROW))), List.of()))
                .isEqualTo(List.of(new Block(List.of(ROW))));
    }

    private static Word word(String text, int x) {
        return new Word(text, new Box(x, 110, 50, 30), 0.9f);
    }
}
