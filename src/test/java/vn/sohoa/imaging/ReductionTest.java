package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vn.sohoa.page.Box;

class ReductionTest {
    @Test
    void eachPixelIsTheMeanOfWhatItCovers() {
        byte[] stripes = new byte[6 * 6];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = (byte) (i % 3 == 0 ? 0 : 255);
        }
        Plane small = new Reduction(1.5).apply(new Plane(stripes, 6, 6, 300));
        assertThat(small.width()).isEqualTo(4);
        assertThat(small.height()).isEqualTo(4);
        assertThat(small.dpi()).isEqualTo(200);
        assertThat(small.at(0, 0)).isBetween(84, 86); // a black pixel and half a white one
        assertThat(small.at(1, 0)).isBetween(254, 255);
    }

    @Test
    void whatIsWhiteStaysWhite() {
        byte[] white = new byte[101 * 67];
        Arrays.fill(white, (byte) 255);
        Plane small = Reduction.to(225, new Plane(white, 101, 67, 300)).apply(new Plane(white, 101, 67, 300));
        for (byte pixel : small.pixels()) {
            assertThat(pixel & 0xFF).isGreaterThanOrEqualTo(254);
        }
    }

    @Test
    void coarsePicturesStayAsTheyAre() {
        Plane coarse = new Plane(new byte[4], 2, 2, 200);
        Reduction none = Reduction.to(225, coarse);
        assertThat(none.apply(coarse)).isSameAs(coarse);
        assertThat(none.back(new Box(1, 2, 3, 4))).isEqualTo(new Box(1, 2, 3, 4));
    }

    @Test
    void boxesFindTheirWayBack() {
        assertThat(new Reduction(4 / 3.0).back(new Box(30, 60, 90, 15))).isEqualTo(new Box(40, 80, 120, 20));
    }
}
