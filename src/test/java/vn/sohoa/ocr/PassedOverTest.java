package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.imaging.Plane;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.Table;
import vn.sohoa.page.Word;

class PassedOverTest {
    private static final int WIDTH = 900;
    private static final int ROW = 80;
    private static final List<String> SEXES = List.of("Nam", "Nữ", "Nữ", "Nam", "");

    @Test
    void whatStandsInACellAndWasNotReadIsReadByItself() {
        Plane page = page();
        try (Tesseract tesseract = Tesseract.open(
                TessData.folder(RecognizerSettings.LANGUAGE, System.getenv()).orElseThrow(),
                RecognizerSettings.LANGUAGE)) {
            List<Block> filled = new PassedOver(tesseract).filled(page, List.of(names()), List.of(table()));
            assertThat(filled.get(0)).isEqualTo(names());
            assertThat(filled.stream().skip(1).map(Block::text)).containsExactly("Nam", "Nữ", "Nữ", "Nam");
        }
    }

    @Test
    void whatWasReadIsNotReadAgainAndAnEmptyCellNotAtAll() {
        assertThat(PassedOver.unread(page(), List.of(names()), List.of(table())))
                .hasSize(SEXES.size() - 1)
                .allSatisfy(part -> assertThat(part.x()).isGreaterThan(600));
        assertThat(PassedOver.unread(page(), List.of(names()), List.of())).isEmpty();
    }

    private static Block names() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < SEXES.size(); i++) {
            lines.add(new Line(List.of(new Word("Mẫu", new Box(40, i * ROW + 20, 200, 45), 0.9f))));
        }
        return new Block(lines);
    }

    private static Table table() {
        List<Table.Cell> cells = new ArrayList<>();
        for (int i = 0; i < SEXES.size(); i++) {
            cells.add(new Table.Cell(i, 0, 1, 1, new Box(0, i * ROW, 600, ROW)));
            cells.add(new Table.Cell(i, 1, 1, 1, new Box(600, i * ROW, 300, ROW)));
        }
        return new Table(SEXES.size(), 2, cells);
    }

    private static Plane page() {
        BufferedImage image = new BufferedImage(WIDTH, ROW * SEXES.size(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, WIDTH, image.getHeight());
        drawing.setColor(Color.BLACK);
        drawing.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        drawing.setFont(new Font(Font.SERIF, Font.PLAIN, 40));
        for (int i = 0; i < SEXES.size(); i++) {
            drawing.drawString("Mẫu", 40, i * ROW + 60);
            drawing.drawString(SEXES.get(i), 660, i * ROW + 60);
        }
        drawing.dispose();
        return Plane.of(image, 225);
    }
}
