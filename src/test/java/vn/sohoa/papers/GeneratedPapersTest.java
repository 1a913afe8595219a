package vn.sohoa.papers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class GeneratedPapersTest {
    private static final Page.Scanner COARSE = new Page.Scanner(150, "gray");

    @Test
    void theSameSeedMakesTheSameBytes() throws IOException {
        for (int number = 0; number < 4; number++) {
            assertThat(Written.scan(Pile.of(5, number))).isEqualTo(Written.scan(Pile.of(5, number)));
            assertThat(Written.truth(Pile.of(5, number))).isEqualTo(Written.truth(Pile.of(5, number)));
        }
        assertThat(Written.truth(Pile.of(5, 0))).isNotEqualTo(Written.truth(Pile.of(6, 0)));
    }

    @Test
    void everyTypeOfTheSamplesCanBeDrawnAndIsOfTheCatalog() throws IOException {
        Set<String> drawn = Arrays.stream(Form.values()).map(Form::code).collect(Collectors.toCollection(TreeSet::new));
        for (String type : drawn) {
            assertThat(Path.of("src/main/resources/catalog/types", type + ".yaml"))
                    .exists();
        }
        assertThat(drawn).containsAll(typesOfSamples());
    }

    private static Set<String> typesOfSamples() throws IOException {
        Set<String> types = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/samples"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                JsonMapper.shared()
                        .readTree(file.toFile())
                        .path("documents")
                        .forEach(paper -> types.add(paper.path("type").asString()));
            }
        }
        return types;
    }

    @Test
    void codesCanBeReadBack() throws NotFoundException {
        for (int seed = 0; seed < 3; seed++) {
            String code = Covers.code(new Dice(seed));
            Page cover = Page.cover(code, seed == 0 ? "clean" : "skew", COARSE, new Dice(seed));
            assertThat(cover.codes()).singleElement().satisfies(c -> assertThat(c.value())
                    .endsWith(code));
            assertThat(read(cover.image())).isEqualTo(cover.codes().get(0).value());
        }
    }

    private static String read(BufferedImage image) throws NotFoundException {
        int[] pixels = image.getRGB(
                0,
                0,
                image.getWidth(),
                image.getHeight(),
                new int[image.getWidth() * image.getHeight()],
                0,
                image.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeMultiReader()
                        .decodeMultiple(
                                new BinaryBitmap(new GlobalHistogramBinarizer(source)),
                                Map.of(DecodeHintType.TRY_HARDER, true))[0]
                        .getText();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void truthLiesWhereTheInkIs(Form form) {
        for (int seed = 0; seed < 2; seed++) {
            Page page = Page.paper(form, seed == 0 ? "clean" : "skew", COARSE, new Dice(seed));
            List<String> bare = page.lines().stream()
                    .filter(line -> !line.kind().equals("stamp") && ink(page.image(), line) < 0.04)
                    .map(Line::text)
                    .toList();
            assertThat(bare).as("lines without ink, seed %d", seed).isEmpty();
            assertThat(page.lines()).hasSizeGreaterThan(8);
            assertThat(page.fields()).isNotEmpty();
        }
    }

    /** Share of dark pixels in a line's box. */
    private static double ink(BufferedImage image, Line line) {
        int dark = 0;
        int all = 0;
        for (int y = (int) line.box().getMinY(); y < line.box().getMaxY(); y++) {
            for (int x = (int) line.box().getMinX(); x < line.box().getMaxX(); x++) {
                all++;
                boolean inside = x >= 0 && y >= 0 && x < image.getWidth() && y < image.getHeight();
                dark += inside && image.getRaster().getSample(x, y, 0) < 150 ? 1 : 0;
            }
        }
        return (double) dark / Math.max(1, all);
    }
}
