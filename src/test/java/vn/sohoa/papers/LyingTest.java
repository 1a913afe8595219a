package vn.sohoa.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.ocr.RecognizerSettings;
import vn.sohoa.ocr.Recognizers;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;

/** How generated papers lie, as the recognizer finds it. */
class LyingTest {
    /** These cards are worn and coarse: the orientation network is sure that they lie so as nothing reads. */
    @Test
    void aPageIsNotTurnedToWhereItReadsWorse(@TempDir Path folder) throws IOException {
        try (Recognizers recognizers = new Recognizers(RecognizerSettings.of(1))) {
            PageText upright = read(recognizers, Pile.of(9103, 120), folder);
            assertThat(upright.pose().turn()).isZero();
            assertThat(upright.text()).containsIgnoringCase("Việt Nam");
            PageText aside = read(
                    recognizers,
                    Pile.of(31, 9, new Generate.Wanted(Optional.of(Form.CAN_CUOC), Optional.empty())),
                    folder);
            assertThat(aside.pose().turn()).isEqualTo(90);
            assertThat(aside.text()).containsIgnoringCase("Place of residence");
        }
    }

    private static PageText read(Recognizers recognizers, Pile pile, Path folder) throws IOException {
        BufferedImage image = pile.pages().get(0).image();
        Path file = folder.resolve(pile.name() + ".png");
        ImageIO.write(image, "png", file.toFile());
        PageImage page = new PageImage(file, PageImage.Encoding.PNG, image.getWidth(), image.getHeight(), 150);
        return recognizers
                .read(page, folder.resolve("view.jpg"), folder.resolve("thumb.jpg"))
                .text();
    }
}
