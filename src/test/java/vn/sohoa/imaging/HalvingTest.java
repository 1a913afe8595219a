package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Half as wide and high, by eight pixels at a time, is the mean of each four all the same. */
class HalvingTest {
    @ParameterizedTest
    @CsvSource({"2, 2", "3, 3", "8, 2", "9, 5", "15, 7", "16, 16", "41, 23"})
    void everyPixelIsTheMeanOfFour(int width, int height) {
        byte[] pixels = new byte[width * height];
        new Random(width).nextBytes(pixels);
        Plane page = new Plane(pixels, width, height, 300);
        Plane half = page.shrunk(2);
        assertThat(half.width()).isEqualTo(width / 2);
        assertThat(half.height()).isEqualTo(height / 2);
        assertThat(half.dpi()).isEqualTo(150);
        for (int y = 0; y < half.height(); y++) {
            for (int x = 0; x < half.width(); x++) {
                int sum = page.at(2 * x, 2 * y)
                        + page.at(2 * x + 1, 2 * y)
                        + page.at(2 * x, 2 * y + 1)
                        + page.at(2 * x + 1, 2 * y + 1);
                assertThat(half.at(x, y)).isEqualTo(sum / 4);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 4", "4, 1"})
    void whatIsTooNarrowKeepsOnePixel(int width, int height) {
        byte[] pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) 200);
        Plane half = new Plane(pixels, width, height, 300).shrunk(2);
        assertThat(half.pixels()).hasSize(Math.max(1, width / 2) * Math.max(1, height / 2));
        assertThat(half.pixels()).containsOnly((byte) 200);
    }
}
