package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.sohoa.page.Look;
import vn.sohoa.page.PageText;

class LookJsonTest {
    private static final PageText PAGE = new PageText(100, 200, 300, PageText.Source.OCR, List.of());

    @Test
    void howAPageLooksIsKeptBesideItsWords() {
        Look look = new Look(0.213, 0.961, 0.87, 0.05, 3);
        byte[] words = WordsJson.write(PAGE, Optional.of(look));
        assertThat(LookJson.read(words)).contains(look);
        assertThat(WordsJson.read(new ByteArrayInputStream(words))).isEqualTo(PAGE);
    }

    @Test
    void aPageWhosePixelsNobodySawHasNone() {
        assertThat(LookJson.read(WordsJson.write(PAGE))).isEmpty();
    }
}
