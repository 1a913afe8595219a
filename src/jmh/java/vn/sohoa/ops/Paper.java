package vn.sohoa.ops;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.util.FileSystemUtils;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/** One sample page in every format, and words as many as a full page has. */
@State(Scope.Benchmark)
public class Paper {
    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final int LINES = 45;
    private static final int WORDS = 9;

    Path folder;
    Path jpeg;
    Path png;
    Path bmp;
    Path tiff;
    Path pdf;
    int dpi;
    PageText text;

    @Setup(Level.Trial)
    public void make() throws IOException {
        folder = Files.createTempDirectory("sohoa-jmh-");
        jpeg = SAMPLES.resolve("d00_giay_khai_sinh.jpg");
        tiff = SAMPLES.resolve("e02_g4.tif");
        pdf = SAMPLES.resolve("d01_trich_luc_khai_sinh.pdf");
        BufferedImage image = ImageIO.read(jpeg.toFile());
        png = folder.resolve("page.png");
        ImageIO.write(image, "png", png.toFile());
        bmp = folder.resolve("page.bmp");
        ImageIO.write(image, "bmp", bmp.toFile());
        dpi = 300;
        text = text(image.getWidth(), image.getHeight());
    }

    private PageText text(int width, int height) {
        List<Line> lines = new ArrayList<>();
        for (int y = 0; y < LINES; y++) {
            List<Word> words = new ArrayList<>();
            for (int x = 0; x < WORDS; x++) {
                Box box = new Box(150 + x * 230, 200 + y * 65, 200, 45);
                words.add(new Word("Quỳnh" + x, box, 0.93f));
            }
            lines.add(new Line(words));
        }
        return new PageText(width, height, dpi, PageText.Source.OCR, List.of(new Block(lines)), List.of());
    }

    @TearDown(Level.Trial)
    public void remove() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
