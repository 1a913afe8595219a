package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Table;

class WordsJsonTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(WordsJson.read(stream(WordsJson.write(Texts.twoBlocks())))).isEqualTo(Texts.twoBlocks());
        assertThat(WordsJson.read(stream(WordsJson.write(Texts.page())))).isEqualTo(Texts.page());
    }

    @Test
    void barcodesAreKeptWithTheWords() {
        PageText page = Texts.page()
                .with(List.of(new vn.sohoa.page.Barcode(
                        vn.sohoa.page.Barcode.Format.QR_CODE, "H23.24-231208-8076", new Box(1, 2, 30, 40))));
        assertThat(WordsJson.read(stream(WordsJson.write(page)))).isEqualTo(page);
        assertThat(new String(WordsJson.write(page), StandardCharsets.UTF_8))
                .endsWith(",\"c\":[[\"QR_CODE\",\"H23.24-231208-8076\",1,2,30,40]]}");
    }

    @Test
    void tablesAreKeptWithTheWords() {
        PageText plain = Texts.page();
        Table table = new Table(
                2,
                2,
                List.of(
                        new Table.Cell(0, 0, 1, 2, new Box(1, 2, 30, 4)),
                        new Table.Cell(1, 0, 1, 1, new Box(1, 6, 15, 4)),
                        new Table.Cell(1, 1, 1, 1, new Box(16, 6, 15, 4))));
        PageText page = new PageText(
                plain.width(),
                plain.height(),
                plain.dpi(),
                plain.source(),
                plain.blocks(),
                plain.barcodes(),
                plain.pose(),
                List.of(table, table));
        assertThat(WordsJson.read(stream(WordsJson.write(page)))).isEqualTo(page);
        assertThat(new String(WordsJson.write(page), StandardCharsets.UTF_8))
                .contains(",\"t\":[[2,2,[0,0,1,2,1,2,30,4],[1,0,1,1,1,6,15,4],[1,1,1,1,16,6,15,4]],[2,2,");
    }

    @Test
    void formIsAsDocumented() {
        PageText one = new PageText(
                10,
                20,
                300,
                PageText.Source.TEXT_LAYER,
                List.of(new vn.sohoa.page.Block(
                        List.of(new vn.sohoa.page.Line(List.of(Texts.word("Ấp", 1, 2, 0.9324f)))))));

        assertThat(new String(WordsJson.write(one), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"v\":1,\"w\":10,\"h\":20,\"d\":300,\"s\":\"TEXT_LAYER\",\"b\":[[[[\"Ấp\",1,2,70,40,932]]]]}");
    }

    @Test
    void keysOfALaterWriterArePassedOver() {
        String json = "{\"v\":1,\"w\":1,\"h\":2,\"d\":3,\"s\":\"OCR\",\"x\":{\"y\":[1,[2]]},\"b\":[]}";

        assertThat(WordsJson.read(stream(json.getBytes(StandardCharsets.UTF_8))).height())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"v\":2}",
                "{\"v\":1,\"w\":1,\"b\":[[[[\"a\",1,2,3,4]]]]}",
                "{\"v\":1,\"b\":[[[[\"a\",1,2,3,4,5]]]",
                "{\"v\":1,\"b\":[[]]}",
                "{\"v\":1,\"b\":7}",
                "{\"v\":1,\"s\":\"GUESS\",\"b\":[]}"
            })
    void anythingElseIsRefused(String json) {
        assertThatThrownBy(() -> WordsJson.read(stream(json.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IllegalStateException.class);
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
