package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.Word;

class FormulasTest {
    private final Formulas formulas = Formulas.read();

    /** Marks only, in the case as printed; names and broken words stay as they were read. */
    @ParameterizedTest
    @CsvSource({
        "CHƯNG NHẠN KẾT HÔN, CHỨNG NHẬN KẾT HÔN",
        "'CỌNG HOÀ XÃ HỌI CHỦ NGHĨA VIẸT NAM', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM'",
        "'1. Ho, chữ đêm và tên: BÙI THI QUYNH', '1. Họ, chữ đệm và tên: BÙI THI QUYNH'",
        "Nguyen Van Loc, Nguyen Van Loc",
        "CHUNG NHANI KET HON, CHUNG NHANI KET HON"
    })
    void onlyMarksOfSetPhrasesAreSet(String read, String wanted) {
        Line line = new Line(Arrays.stream(read.split(" "))
                .map(word -> new Word(word, new Box(0, 0, 9, 9), 0.8f))
                .toList());
        assertThat(formulas.mark(List.of(new Block(List.of(line)))).get(0).text())
                .isEqualTo(wanted);
    }
}
