package vn.sohoa.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.page.Barcode;

/** What a stranger writes into a code is text, whatever it says and however much it is. */
class HostileCodesTest {
    private static final int SIDE = 1400;
    private static final int DPI = 200;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script><img src=x onerror=alert(2)>",
                "'; drop table scan; --",
                "SOHOA:H23.39.09-231106-0345\u0000\u0007\u001b[2J\r\nSet-Cookie: a=b",
                "{{7*7}}${jndi:ldap://example.vn/a}../../etc/passwd"
            })
    void whateverACodeSaysIsReadAsTextAndMeansNothing(String text) {
        Page page = new Page();
        page.draw(text, 100, 100, 6);
        List<Barcode> found = page.read();
        assertThat(found).extracting(Barcode::value).containsExactly(text);
        assertThat(IdentityCard.parse(text)).isEmpty();
        assertThat(CoverSheet.parse(text)).isEmpty();
    }

    @Test
    void asMuchAsACodeHoldsIsRead() {
        String text = "0123456789 abcdefghijklmnopqrstuvwxyz ".repeat(70);
        Page page = new Page();
        page.draw(text, 60, 60, 7);
        assertThat(page.read()).extracting(Barcode::value).containsExactly(text);
    }

    @Test
    void thirtyCodesOnAPageAreThirty() {
        Page page = new Page();
        List<String> texts = IntStream.range(0, 30)
                .mapToObj(i -> "H23.39.09-231106-" + (1000 + i))
                .toList();
        for (int i = 0; i < texts.size(); i++) {
            page.draw(texts.get(i), 30 + i % 6 * 220, 30 + i / 6 * 220, 5);
        }
        assertThat(page.read()).extracting(Barcode::value).containsExactlyInAnyOrderElementsOf(texts);
    }

    /** A white page with codes. */
    private static final class Page {
        private final byte[] pixels = new byte[SIDE * SIDE];

        Page() {
            Arrays.fill(pixels, (byte) 255);
        }

        void draw(String text, int left, int top, int module) {
            ByteMatrix code;
            try {
                code = Encoder.encode(text, ErrorCorrectionLevel.L, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                        .getMatrix();
            } catch (WriterException e) {
                throw new IllegalArgumentException(e);
            }
            for (int y = 0; y < code.getHeight() * module; y++) {
                for (int x = 0; x < code.getWidth() * module; x++) {
                    if (code.get(x / module, y / module) == 1) {
                        pixels[(top + y) * SIDE + left + x] = 0;
                    }
                }
            }
        }

        List<Barcode> read() {
            return Barcodes.read(pixels, SIDE, SIDE, DPI);
        }
    }
}
