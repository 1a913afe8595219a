package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WholenessTest {
    @TempDir
    Path folder;

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(OddPapers.sample("e01_stack.pdf").getParent())) {
            return files
                    .filter(f -> !f.toString().endsWith(".json"))
                    .filter(f -> !f.toString().endsWith(".md"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsWhole(Path sample) {
        SourceFormat format = SourceFormat.sniff(sample).orElseThrow();

        assertThat(Wholeness.of(sample, format)).isInstanceOf(Wholeness.Whole.class);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleCutAnywhereIsIncomplete(Path sample) throws IOException {
        cutAnywhere(Files.readAllBytes(sample), 150, sample.toString().endsWith(".tif") ? 16 : 2);
    }

    @Test
    void oddFilesCutAnywhereAreIncomplete() throws IOException {
        BufferedImage gray = OddPapers.gray(200, 300);
        cutAnywhere(OddPapers.png(gray), 200, 1);
        cutAnywhere(OddPapers.bmp(gray), 200, 1);
        cutAnywhere(OddPapers.jpeg(gray), 200, 1);
        cutAnywhere(OddPapers.photo(OddPapers.colour(200, 300), 6), 2000, 1);
        cutAnywhere(OddPapers.cmykJpeg(OddPapers.colour(90, 60)), 200, 1);
        cutAnywhere(OddPapers.tiff("LZW", gray, gray, gray), 200, 1);
        cutAnywhere(OddPapers.tiff("CCITT T.6", OddPapers.bilevel(200, 300), OddPapers.bilevel(300, 200)), 200, 1);
    }

    private void cutAnywhere(byte[] whole, int times, int tail) throws IOException {
        Path file = folder.resolve("cut");
        Files.write(file, whole);
        SourceFormat format = SourceFormat.sniff(file).orElseThrow();
        assertThat(Wholeness.of(file, format)).isInstanceOf(Wholeness.Whole.class);
        Random random = new Random(7);
        for (int i = 0; i < times; i++) {
            int near = whole.length - tail - i;
            int length = i % 2 == 0 && near > 30 ? near : 30 + random.nextInt(whole.length - tail - 30);
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(Wholeness.of(file, format))
                    .as("%s of %d bytes cut to %d", format, whole.length, length)
                    .isInstanceOf(Wholeness.Incomplete.class);
        }
    }

    @Test
    void aFileFilledWithZerosInAdvanceIsIncomplete() throws IOException {
        for (String name : new String[] {"d01_trich_luc_khai_sinh.pdf", "d00_giay_khai_sinh.jpg"}) {
            byte[] bytes = Files.readAllBytes(OddPapers.sample(name));
            Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0);
            Path file = Files.write(folder.resolve(name), bytes);

            assertThat(Wholeness.of(file, SourceFormat.sniff(file).orElseThrow())
                            .isWhole())
                    .as(name)
                    .isFalse();
        }
    }

    @Test
    void junkBehindTheEndDoesNotMatter() throws IOException {
        for (String name : new String[] {"d01_trich_luc_khai_sinh.pdf", "d00_giay_khai_sinh.jpg", "e02_g4.tif"}) {
            byte[] bytes = Files.readAllBytes(OddPapers.sample(name));
            Path file = Files.write(folder.resolve(name), Arrays.copyOf(bytes, bytes.length + 1500));

            assertThat(Wholeness.of(file, SourceFormat.sniff(file).orElseThrow())
                            .isWhole())
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void aSecondRevisionThatHasBegunIsIncomplete() throws IOException {
        byte[] pdf = Files.readAllBytes(OddPapers.sample("d01_trich_luc_khai_sinh.pdf"));
        byte[] begun = "\n9 0 obj\n<< /Type /Page".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] bytes = Arrays.copyOf(pdf, pdf.length + begun.length);
        System.arraycopy(begun, 0, bytes, pdf.length, begun.length);
        Path file = Files.write(folder.resolve("a.pdf"), bytes);

        assertThat(Wholeness.of(file, SourceFormat.PDF).isWhole()).isFalse();
    }

    @Test
    void aTiffWhoseDirectoriesFormACycleIsNotWaitedFor() throws IOException {
        byte[] tiff = OddPapers.tiff(new byte[10], new OddPapers.Tag(TiffDirectory.WIDTH, 3, 8));
        tiff[8 + 2 + 12 * 3] = 8;
        Path file = Files.write(folder.resolve("a.tif"), tiff);

        assertThat(Wholeness.of(file, SourceFormat.TIFF).isWhole()).isTrue();
    }

    @Test
    void anEmptyOrTinyFileIsIncompleteInEveryFormat() throws IOException {
        for (int length : new int[] {0, 1, 2, 7}) {
            Path file = Files.write(folder.resolve("tiny"), new byte[length]);
            for (SourceFormat format : SourceFormat.values()) {
                assertThat(Wholeness.of(file, format).isWhole())
                        .as("%s of %d bytes", format, length)
                        .isFalse();
            }
        }
    }

    @Test
    void formatsAreToldByTheirBytes() throws IOException {
        assertThat(sniff(OddPapers.png(OddPapers.gray(9, 9)))).contains(SourceFormat.PNG);
        assertThat(sniff(OddPapers.bmp(OddPapers.gray(9, 9)))).contains(SourceFormat.BMP);
        assertThat(sniff(OddPapers.tiff(null, OddPapers.gray(9, 9)))).contains(SourceFormat.TIFF);
        assertThat(sniff(OddPapers.jpeg(OddPapers.gray(9, 9)))).contains(SourceFormat.JPEG);
        assertThat(sniff(("\u00EF\u00BB\u00BFjunk of a mail gateway\n%PDF-1.7\n")
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
                .contains(SourceFormat.PDF);
        assertThat(sniff("BMW is no picture, however long it is.".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(sniff(new byte[] {'I', 'I', 43, 0, 8, 0, 0, 0}))
                .as("BigTIFF")
                .isEmpty();
        assertThat(sniff(new byte[0])).isEmpty();
    }

    private java.util.Optional<SourceFormat> sniff(byte[] bytes) throws IOException {
        return SourceFormat.sniff(Files.write(folder.resolve("sniffed"), bytes));
    }
}
