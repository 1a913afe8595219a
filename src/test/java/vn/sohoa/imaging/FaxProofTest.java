package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.imaging.FaxProof.Scheme;

class FaxProofTest {
    /** Rows of random runs, long and short, so that every code word occurs. */
    private static BufferedImage noise(int width, int height, long seed, int shortest) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < height; y++) {
            boolean white = random.nextBoolean();
            int longest = 1 << random.nextInt(13 - shortest) + shortest;
            for (int x = 0; x < width; ) {
                int end = Math.min(width, x + 1 + random.nextInt(longest));
                for (; x < end; x++) {
                    image.setRGB(x, y, white ? -1 : 0xFF000000);
                }
                white = !white;
            }
        }
        return image;
    }

    @Test
    void everyCodeOfGroup4IsKnown() throws IOException {
        for (int seed = 0; seed < 12; seed++) {
            int width = 1 + new Random(seed).nextInt(6000);
            byte[] code = OddPdfs.g4(noise(width, 120, seed, 0));

            assertThat(FaxProof.isComplete(code, width, 120, Scheme.T6, false))
                    .as("width " + width)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CCITT RLE", "CCITT T.4"})
    void everyCodeOfGroup3IsKnown(String compression) throws IOException {
        for (int seed = 0; seed < 6; seed++) {
            BufferedImage noise = noise(2600 + seed, 60, seed, 6); // the runtime's writer fails on finer noise
            assertThat(TiffFax.isComplete(OddPapers.tiff(compression, noise))).isTrue();
            assertThat(TiffFax.isComplete(OddPapers.tiff(compression, OddPapers.bilevel(801, 600))))
                    .isTrue();
        }
    }

    @Test
    void lostRowsAreMissed() throws IOException {
        BufferedImage sheet = OddPapers.bilevel(801, 600);
        byte[] g4 = OddPdfs.g4(sheet);
        byte[] rubbish = new byte[5000];
        new Random(1).nextBytes(rubbish);

        assertThat(FaxProof.isComplete(Arrays.copyOf(g4, g4.length / 2), 801, 600, Scheme.T6, false))
                .isFalse();
        for (Scheme scheme : Scheme.values()) {
            for (boolean aligned : new boolean[] {false, true}) {
                assertThat(FaxProof.isComplete(rubbish, 801, 600, scheme, aligned))
                        .isFalse();
                assertThat(FaxProof.isComplete(new byte[0], 801, 600, scheme, aligned))
                        .isFalse();
                assertThat(FaxProof.isComplete(new byte[1000], 801, 600, scheme, aligned))
                        .isFalse();
            }
        }
    }

    @Test
    void rubbishNeverBreaksTheProof() {
        Random random = new Random(11);
        for (int i = 0; i < 3000; i++) {
            byte[] rubbish = new byte[random.nextInt(400)];
            random.nextBytes(rubbish);
            int width = 1 + random.nextInt(60);
            Scheme scheme = Scheme.values()[i % 3];

            FaxProof.isComplete(rubbish, width, 1 + random.nextInt(50), scheme, random.nextBoolean());
        }
    }
}
