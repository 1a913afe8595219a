package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.page.Box;

/** Strokes that lean, and the same laid upright. */
class SlantTest {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 60;
    private static final Box PART = new Box(10, 10, 180, 40);
    private static final int ROOM = 10;

    @ParameterizedTest
    @ValueSource(doubles = {0.12, 0.2, 0.28, 0.36})
    void strokesThatLeanAreFoundAndLaidUpright(double lean) {
        Plane page = strokes(lean);
        Slant slant = Slant.of(page, PART);
        assertThat(slant.lean()).isCloseTo(lean, within(0.041));
        assertThat(slant.leans()).isTrue();

        Plane upright = slant.upright(page, PART, ROOM);
        assertThat(upright.height()).isEqualTo(PART.height() + 2 * ROOM);
        assertThat(Slant.of(upright, new Box(0, 0, upright.width(), upright.height()))
                        .leans())
                .isFalse();
        assertThat(ink(upright)).as("no ink is lost").isCloseTo(ink(page), within(ink(page) / 50));
    }

    @Test
    void uprightStrokesAndWhitePaperDoNotLean() {
        assertThat(Slant.of(strokes(0), PART).leans()).isFalse();
        assertThat(Slant.of(white(), PART).leans()).isFalse();
    }

    @Test
    void whatStandsUprightIsOnlyCutOut() {
        Plane page = strokes(0);
        Plane alone = Slant.of(page, PART).upright(page, PART, ROOM);
        for (int y = 0; y < PART.height(); y++) {
            for (int x = 0; x < PART.width(); x++) {
                assertThat(alone.at(x + ROOM, y + ROOM)).isEqualTo(page.at(x + PART.x(), y + PART.y()));
            }
        }
        assertThat(alone.at(0, 0)).isEqualTo(Plane.WHITE);
    }

    private static Plane white() {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        Arrays.fill(pixels, (byte) Plane.WHITE);
        return new Plane(pixels, WIDTH, HEIGHT, 225);
    }

    /** Six strokes of 30 pixels, each so far to the right for a pixel up. */
    private static Plane strokes(double lean) {
        Plane page = white();
        for (int y = 15; y < 45; y++) {
            for (int stroke = 0; stroke < 6; stroke++) {
                int left = 30 + 25 * stroke + (int) Math.round(lean * (45 - y));
                Arrays.fill(page.pixels(), y * WIDTH + left, y * WIDTH + left + 4, (byte) 0);
            }
        }
        return page;
    }

    private static long ink(Plane page) {
        long ink = 0;
        for (byte pixel : page.pixels()) {
            ink += Plane.WHITE - (pixel & 0xFF);
        }
        return ink;
    }
}
