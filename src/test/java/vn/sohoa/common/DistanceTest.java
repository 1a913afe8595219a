package vn.sohoa.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceTest {
    private static final int LONGEST = 12;
    private static final int TRIALS = 20_000;

    @ParameterizedTest
    @CsvSource({
        "giaykhaisinh, giaykhaisinh, 0, 0",
        "giaykhaisinh, giaykhaisnh, 1, 1",
        "giaykhaisinh, giaykhaitu, 1, 2",
        "giaykhaisinh, giaykhaitu, 4, 4",
        "ab, ba, 2, 2",
        "'', abc, 3, 3",
        "'', abc, 2, 3"
    })
    void isHowManyLettersDifferOrOneMoreThanWasAskedFor(String a, String b, int most, int distance) {
        assertThat(Folding.distance(a, b, most)).isEqualTo(distance);
        assertThat(Folding.distance(b, a, most)).isEqualTo(distance);
    }

    /** Leaving out what is too far from the diagonal leaves out no answer. */
    @Test
    void isTheSameAsByTheWholeTable() {
        Random random = new Random(20261128);
        for (int trial = 0; trial < TRIALS; trial++) {
            String a = word(random);
            String b = word(random);
            int whole = whole(a, b);
            for (int most = 0; most <= LONGEST; most++) {
                assertThat(Folding.distance(a, b, most))
                        .as("%s, %s, at most %d", a, b, most)
                        .isEqualTo(Math.min(whole, most + 1));
            }
        }
    }

    private static String word(Random random) {
        return random.ints(random.nextInt(LONGEST + 1), 'a', 'd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int whole(String a, String b) {
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                } else {
                    int change = table[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                    table[i][j] = Math.min(change, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
                }
            }
        }
        return table[a.length()][b.length()];
    }
}
