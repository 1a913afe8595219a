package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.common.Failure;
import vn.sohoa.page.PageImage;

/** What is no paper ends as what it is, and the recognizer reads the next page. */
class OddPagesTest {
    private static final int WIDTH = 1240;
    private static final int HEIGHT = 1754;
    private static final int DPI = 150;
    private static final String LINE = "Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập";

    private static Recognizers recognizers;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        recognizers = new Recognizers(RecognizerSettings.of(1));
    }

    @AfterAll
    static void close() {
        recognizers.close();
    }

    @Test
    void noiseHasNoWords() throws IOException {
        BufferedImage noise = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        new Random(5).nextBytes(((DataBufferByte) noise.getRaster().getDataBuffer()).getData());
        Reading reading = read(noise);
        assertThat(reading.blank()).isFalse();
        assertThat(reading.withoutText()).isTrue();
    }

    @Test
    void aPhotographHasHardlyAWord() throws IOException {
        BufferedImage photograph = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D canvas = photograph.createGraphics();
        canvas.setPaint(new GradientPaint(0, 0, new Color(0x606060), 0, HEIGHT, new Color(0xe0e0e0)));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            int shade = random.nextInt(160);
            canvas.setColor(new Color(shade, shade, shade, 120));
            int size = 10 + random.nextInt(100);
            canvas.fillOval(random.nextInt(WIDTH), HEIGHT / 2 + random.nextInt(HEIGHT / 2), size, size / 2 + 5);
        }
        assertThat(read(photograph).text().letters()).isLessThan(20);
    }

    @Test
    void musicIsNoText() throws IOException {
        BufferedImage music = paper(WIDTH, HEIGHT);
        Graphics2D canvas = music.createGraphics();
        canvas.setColor(Color.BLACK);
        for (int y = 150; y < HEIGHT - 150; y += 130) {
            canvas.setStroke(new BasicStroke(2));
            for (int line = 0; line < 5; line++) {
                canvas.drawLine(100, y + line * 11, WIDTH - 100, y + line * 11);
            }
            for (int x = 140; x < WIDTH - 120; x += 41) {
                int note = y + x * 7 % 10 * 5;
                canvas.fillOval(x, note, 14, 11);
                canvas.drawLine(x + 13, note + 5, x + 13, note - 35);
            }
        }
        assertThat(read(music).text().letters()).isLessThan(200);
    }

    @Test
    void aStripOfFortyThousandPixelsIsRefusedWithAReason() {
        BufferedImage strip = paper(40_000, 120);
        Graphics2D canvas = strip.createGraphics();
        canvas.setColor(Color.BLACK);
        canvas.setFont(new Font(Font.SERIF, Font.PLAIN, 30));
        for (int x = 50; x < 39_000; x += 1_000) {
            canvas.drawString(LINE, x, 75);
        }
        assertThatThrownBy(() -> read(strip))
                .isInstanceOf(Failure.BadInput.class)
                .hasMessageContaining("TOO_MANY_PIXELS");
    }

    @Test
    void aMirroredPageReadsBadlyAndItIsKnown() throws IOException {
        BufferedImage page = paper(WIDTH, HEIGHT);
        Graphics2D canvas = page.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setColor(Color.BLACK);
        canvas.setFont(new Font(Font.SERIF, Font.PLAIN, 30));
        for (int y = 150; y < HEIGHT - 150; y += 60) {
            canvas.drawString(LINE, 150, y);
        }
        BufferedImage mirrored = paper(WIDTH, HEIGHT);
        mirrored.createGraphics().drawImage(page, WIDTH, 0, -WIDTH, HEIGHT, null);
        assertThat(read(page).text().confidence()).isGreaterThan(0.85);
        assertThat(read(mirrored).text().confidence()).isLessThan(0.75);
    }

    private static BufferedImage paper(int width, int height) {
        BufferedImage paper = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D canvas = paper.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.dispose();
        return paper;
    }

    private Reading read(BufferedImage picture) throws IOException {
        Path file = folder.resolve("page.png");
        ImageIO.write(picture, "png", file.toFile());
        PageImage image = new PageImage(file, PageImage.Encoding.PNG, picture.getWidth(), picture.getHeight(), DPI);
        return recognizers.read(image, folder.resolve("view.jpg"), folder.resolve("thumbnail.jpg"));
    }
}
