package vn.sohoa.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UprightTest {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 1400;

    /** Where the upright box (100, 200, 300, 40) lies on the scan; width and height of the scan. */
    @ParameterizedTest
    @CsvSource({"0, 100, 200, 300, 40", "90, 1160, 100, 40, 300", "180, 600, 1160, 300, 40", "270, 200, 600, 40, 300"})
    void theMeasuredTurnIsUndoneAndBoxesFindTheirWayBack(int turn, int x, int y, int width, int height) {
        Box scanned = new Box(x, y, width, height);
        boolean sideways = turn % 180 != 0;
        Upright upright = Upright.of(new PageText(
                sideways ? HEIGHT : WIDTH,
                sideways ? WIDTH : HEIGHT,
                150,
                PageText.Source.OCR,
                List.of(new Block(List.of(line(scanned, turn)))),
                List.of(),
                new Pose(turn, 0.4, true)));
        assertThat(upright.turn()).isEqualTo(turn);
        assertThat(upright.text().width()).isEqualTo(WIDTH);
        Box first = upright.text().words().findFirst().orElseThrow().box();
        assertThat(first).isEqualTo(new Box(100, 200, 100, 40));
        Box all = upright.text().blocks().get(0).box();
        assertThat(all).isEqualTo(new Box(100, 200, 300, 40));
        assertThat(upright.asScanned(all)).isEqualTo(scanned);
    }

    /** Three words in the direction of reading. */
    private static Line line(Box box, int turn) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int third = turn == 180 || turn == 270 ? 2 - i : i;
            Box word = turn % 180 == 0
                    ? new Box(box.x() + third * 100, box.y(), 100, box.height())
                    : new Box(box.x(), box.y() + third * 100, box.width(), 100);
            words.add(new Word("chữ", word, 0.9f));
        }
        return new Line(words);
    }
}
