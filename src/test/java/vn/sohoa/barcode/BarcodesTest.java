package vn.sohoa.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.imaging.PageCut;
import vn.sohoa.imaging.Pixels;
import vn.sohoa.imaging.SourceFile;
import vn.sohoa.imaging.SourceFormat;
import vn.sohoa.page.Barcode;
import vn.sohoa.page.Box;

class BarcodesTest {
    private static final Path SAMPLES = Path.of("src/test/resources/samples");

    @TempDir
    Path folder;

    /** Cover sheets and cards, upright, upside down and on their side. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "e01_stack.pdf",
                "e02_g4.tif",
                "e03_cccd.pdf",
                "d05_can_cuoc_cong_dan.pdf",
                "d00_giay_khai_sinh.jpg",
                "d08_don_de_nghi.jpg"
            })
    void everyCodeOfTheSamplesIsReadInItsPlace(String name) throws IOException {
        Path file = SAMPLES.resolve(name);
        JsonNode truth = JsonMapper.shared().readTree(file.resolveSibling(name.replaceAll("\\..*", ".json")));
        SourceFormat format = SourceFormat.sniff(file).orElseThrow();
        try (SourceFile source = SourceFile.open(file, format, Budgets.DEFAULT)) {
            for (int i = 0; i < source.pages(); i++) {
                PageCut cut = source.cut(i, Files.createDirectories(folder.resolve(name + i)));
                BufferedImage gray = Pixels.gray(cut.image().file(), Budgets.DEFAULT);
                List<Barcode> found = read(gray, cut.image().dpi());
                List<String> wanted = new ArrayList<>();
                List<Box> boxes = new ArrayList<>();
                for (JsonNode barcode : truth.get("pages").get(i).get("barcodes")) {
                    wanted.add(barcode.get("value").asString());
                    JsonNode box = barcode.get("bbox");
                    Box upright = new Box(
                            box.get(0).asInt(),
                            box.get(1).asInt(),
                            box.get(2).asInt(),
                            box.get(3).asInt());
                    boolean turned = truth.get("pages").get(i).get("rotation").asInt() == 180;
                    boxes.add(
                            turned
                                    ? upsideDown(
                                            upright,
                                            cut.image().width(),
                                            cut.image().height())
                                    : upright);
                }
                assertThat(found).as("page %d", i).extracting(Barcode::value).containsExactlyElementsOf(wanted);
                for (int b = 0; b < boxes.size(); b++) {
                    assertThat(share(found.get(b).box(), boxes.get(b))).isGreaterThan(0.7);
                }
            }
        }
    }

    private static List<Barcode> read(BufferedImage gray, int dpi) {
        return Barcodes.read(
                ((DataBufferByte) gray.getRaster().getDataBuffer()).getData(), gray.getWidth(), gray.getHeight(), dpi);
    }

    private static Box upsideDown(Box box, int width, int height) {
        return new Box(width - box.right(), height - box.bottom(), box.width(), box.height());
    }

    /** What both have over what either has. */
    private static double share(Box a, Box b) {
        int wide = Math.min(a.right(), b.right()) - Math.max(a.x(), b.x());
        int high = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
        double both = wide <= 0 || high <= 0 ? 0 : (double) wide * high;
        return both / ((double) a.width() * a.height() + (double) b.width() * b.height() - both);
    }
}
