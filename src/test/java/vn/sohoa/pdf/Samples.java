package vn.sohoa.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.imaging.SourceFile;
import vn.sohoa.imaging.SourceFormat;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/** Pages for tests: samples with the words known to stand on them, and small made ones. */
final class Samples {
    static final Path FOLDER = Path.of("src/test/resources/samples");
    static final DocumentInfo INFO = new DocumentInfo("SCN_0001.pdf", Instant.parse("2026-11-23T08:15:30.5Z"));

    private Samples() {}

    /** A sample's image with its lines' true text, each line's width shared among its words. */
    static PdfPage page(String name) {
        JsonNode scan = JsonMapper.shared().readTree(new File(FOLDER.toFile(), name + ".json"));
        JsonNode page = scan.get("pages").get(0);
        int width = page.get("width").asInt();
        int height = page.get("height").asInt();
        List<Line> lines = new ArrayList<>();
        for (JsonNode line : page.get("lines")) {
            if (line.get("kind").asString().equals("stamp")) {
                continue; // its text runs round a circle
            }
            JsonNode box = line.get("bbox");
            lines.add(line(
                    line.get("text").asString(),
                    new Box(
                            box.get(0).asInt(),
                            box.get(1).asInt(),
                            box.get(2).asInt(),
                            box.get(3).asInt())));
        }
        PageImage image = new PageImage(
                FOLDER.resolve(name + ".jpg"),
                PageImage.Encoding.JPEG,
                width,
                height,
                scan.get("dpi").asInt());
        return new PdfPage(image, text(image, lines), 0);
    }

    static Line line(String text, Box box) {
        String[] words = text.strip().split("\\s+");
        double letter = box.width() / (double) text.strip().length();
        List<Word> list = new ArrayList<>();
        double x = box.x();
        for (String word : words) {
            int width = (int) Math.max(1, Math.round(word.length() * letter));
            list.add(new Word(word, new Box((int) Math.round(x), box.y(), width, box.height()), 0.9f));
            x += (word.length() + 1) * letter;
        }
        return new Line(list);
    }

    static PageText text(PageImage image, List<Line> lines) {
        List<Block> blocks = lines.isEmpty() ? List.of() : List.of(new Block(lines));
        return new PageText(image.width(), image.height(), image.dpi(), PageText.Source.OCR, blocks);
    }

    static BufferedImage picture(int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(new Color(160, 30, 30));
        graphics.fillOval(width / 4, height / 4, width / 2, height / 2);
        graphics.dispose();
        return picture;
    }

    static PageImage save(BufferedImage picture, PageImage.Encoding encoding, Path file) throws IOException {
        if (encoding == PageImage.Encoding.TIFF) {
            return group4(picture, file.resolveSibling("bilevel.bmp"));
        }
        ImageIO.write(picture, encoding.extension(), file.toFile());
        return new PageImage(file, encoding, picture.getWidth(), picture.getHeight(), 200);
    }

    /** Cut as the walk cuts it: one strip, black on white. */
    private static PageImage group4(BufferedImage picture, Path bitmap) throws IOException {
        ImageIO.write(picture, "bmp", bitmap.toFile());
        try (SourceFile source = SourceFile.open(bitmap, SourceFormat.BMP, Budgets.DEFAULT)) {
            PageImage cut = source.cut(0, bitmap.getParent()).image();
            return new PageImage(cut.file(), cut.encoding(), cut.width(), cut.height(), 200);
        }
    }
}
