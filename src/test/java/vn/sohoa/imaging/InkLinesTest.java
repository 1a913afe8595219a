package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.page.Box;

class InkLinesTest {
    private static final int SIDE = 600;
    private static final Box CELL = new Box(100, 100, 300, 200);
    private final byte[] pixels = new byte[SIDE * SIDE];
    private final Plane page = new Plane(pixels, SIDE, SIDE, 225);

    InkLinesTest() {
        Arrays.fill(pixels, (byte) 255);
    }

    @Test
    void eachLineOfPrintIsOneWithItsMarks() {
        letters(150, 130, 60, 20);
        letters(160, 154, 10, 3); // a dot under a vowel
        letters(150, 200, 80, 20);
        assertThat(InkLines.in(page, CELL)).containsExactly(new Box(150, 130, 57, 27), new Box(150, 200, 81, 20));
    }

    @Test
    void specksTheRestOfARuleAndWhatStandsOutsideAreNone() {
        letters(200, 150, 3, 3);
        fill(105, 200, 280, 14);
        letters(20, 150, 60, 20);
        fill(100, 100, 300, 3); // the border itself
        assertThat(InkLines.in(page, CELL)).isEmpty();
    }

    @Test
    void anEmptyCellAndOneTooSmallForPrintHaveNone() {
        assertThat(InkLines.in(page, CELL)).isEmpty();
        assertThat(InkLines.in(page, new Box(590, 590, 8, 8))).isEmpty();
        assertThat(InkLines.in(page, new Box(0, 0, 2, 2))).isEqualTo(List.of());
    }

    /** Upright strokes with gaps between them. */
    private void letters(int x, int y, int width, int height) {
        for (int at = x; at < x + width; at += 6) {
            fill(at, y, 3, height);
        }
    }

    private void fill(int x, int y, int width, int height) {
        for (int row = y; row < y + height; row++) {
            Arrays.fill(pixels, row * SIDE + x, row * SIDE + x + width, (byte) 0);
        }
    }
}
