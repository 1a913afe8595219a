package vn.sohoa.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.ocr.RecognizerSettings;
import vn.sohoa.ocr.Recognizers;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;

/** How generated papers lie, as the recognizer finds it. */
class LyingTest {
    /** This card is worn and coarse: the orientation network is sure that it lies upside down, where nothing reads. */
    @Test
    void aPageIsNotTurnedToWhereItReadsWorse(@TempDir Path folder) throws IOException {
        Page card = Pile.of(9103, 120).pages().get(0);
        BufferedImage image = card.image();
        Path file = folder.resolve("card.png");
        ImageIO.write(image, "png", file.toFile());
        try (Recognizers recognizers = new Recognizers(RecognizerSettings.of(1))) {
            PageText text = recognizers
                    .read(
                            new PageImage(file, PageImage.Encoding.PNG, image.getWidth(), image.getHeight(), 150),
                            folder.resolve("view.jpg"),
                            folder.resolve("thumb.jpg"))
                    .text();
            assertThat(text.pose().turn()).isZero();
            assertThat(text.text()).containsIgnoringCase("Việt Nam");
        }
    }
}
