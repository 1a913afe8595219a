package vn.sohoa.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadingOrderTest {
    @Test
    void theCellsOfATableAreReadRowByRow() {
        List<Block> columns = List.of(
                new Block(List.of(line("Họ", 100, 100), line("Năm", 100, 150), line("Nơi", 100, 200))),
                new Block(List.of(line("Lê", 500, 102), line("1990", 500, 149), line("Huế", 500, 203))));
        assertThat(text(columns)).isEqualTo("Họ Lê Năm 1990 Nơi Huế");
    }

    @Test
    void bothSidesOfALettersHeadAreReadLineByLine() {
        List<Block> head = List.of(
                new Block(List.of(line("UBND", 100, 100), line("Số: 5", 100, 150))),
                new Block(List.of(line("CỘNG HÒA", 600, 101), line("Độc lập", 600, 151))),
                new Block(List.of(line("QUYẾT ĐỊNH", 300, 260))));
        assertThat(text(head)).isEqualTo("UBND CỘNG HÒA Số: 5 Độc lập QUYẾT ĐỊNH");
    }

    @Test
    void columnsOfProseAreReadOneAfterTheOther() {
        List<Block> prose = List.of(prose(100), prose(700));
        assertThat(ReadingOrder.of(prose)).isEqualTo(prose);
    }

    private static Block prose(int x) {
        return new Block(IntStream.range(0, 8)
                .mapToObj(i -> line("một hai ba bốn năm sáu", x, 100 + 50 * i))
                .toList());
    }

    private static Line line(String text, int x, int y) {
        List<Word> words = new ArrayList<>();
        int at = x;
        for (String word : text.split(" ")) {
            words.add(new Word(word, new Box(at, y, 10 * word.length(), 30), 0.9f));
            at += 10 * word.length() + 10;
        }
        return new Line(words);
    }

    private static String text(List<Block> blocks) {
        return String.join(
                " ",
                ReadingOrder.of(blocks).stream()
                        .flatMap(block -> block.lines().stream())
                        .map(Line::text)
                        .toList());
    }
}
