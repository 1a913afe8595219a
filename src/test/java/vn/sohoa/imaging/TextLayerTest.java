package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

class TextLayerTest extends PaperTest {
    private static void write(PDPageContentStream canvas, RenderingMode mode) throws IOException {
        canvas.beginText();
        canvas.setRenderingMode(mode);
        canvas.setFont(OddPdfs.helvetica(), 12);
        canvas.newLineAtOffset(36, 360);
        canvas.showText("The quick brown fox jumps over");
        canvas.newLineAtOffset(0, -16);
        canvas.showText("the lazy dog, twice a day");
        canvas.endText();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void aPageOfTextKeepsItsWordsWhereTheyStand(int rotate) throws IOException {
        try (OddPdfs pdf = new OddPdfs()) {
            PDPage page = new PDPage(OddPdfs.SHEET);
            page.setRotation(rotate);
            PageCut cut =
                    first(pdf.page(page, c -> write(c, RenderingMode.FILL)).bytes());

            PageText text = cut.textLayer().orElseThrow();
            assertThat(text.source()).isEqualTo(PageText.Source.TEXT_LAYER);
            assertThat(text.width()).isEqualTo(cut.image().width());
            assertThat(cut.image().dpi()).isEqualTo(300);
            assertThat(text.confidence()).isEqualTo(1);
            if (rotate == 0) {
                assertThat(text.text()).isEqualTo("The quick brown fox jumps over\nthe lazy dog, twice a day");
                assertThat(text.words().findFirst().orElseThrow().box().x()).isBetween(148, 152);
            }
            assertThat(text.words().toList())
                    .allSatisfy(w -> assertThat(ink(cut, w.box())).isGreaterThan(0.02));
            assertThat(inkOutside(cut, text)).isLessThan(0.02);
        }
    }

    /** The share of dark pixels inside a box. */
    private static double ink(PageCut cut, Box box) {
        var raster = gray(cut).getRaster();
        long dark = 0;
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                dark += raster.getSample(x, y, 0) < 128 ? 1 : 0;
            }
        }
        return dark / (double) box.width() / box.height();
    }

    /** The share of all dark pixels that no box holds. */
    private static double inkOutside(PageCut cut, PageText text) {
        var raster = gray(cut).getRaster();
        List<Box> boxes = text.words().map(Word::box).toList();
        long dark = 0;
        long outside = 0;
        for (int y = 0; y < text.height(); y++) {
            for (int x = 0; x < text.width(); x++) {
                if (raster.getSample(x, y, 0) < 128) {
                    int px = x;
                    int py = y;
                    dark++;
                    outside += boxes.stream()
                                    .noneMatch(b -> px >= b.x() && px < b.right() && py >= b.y() && py < b.bottom())
                            ? 1
                            : 0;
                }
            }
        }
        return outside / (double) dark;
    }

    @ParameterizedTest
    @CsvSource({
        ".VnTime, 'Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc',"
                + " 'Cộng hoà xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc'",
        "ABCDEF+.VnTimeH, 'céng hoµ x· héi chñ nghÜa viÖt nam ®éc lËp', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM ĐỘC LẬP'",
        "VNI-Times, 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc',"
                + " 'Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc'",
        "VNI-Times, 'Ngöôøi yeâu caàu ñaêng kyù: UÛY BAN NHAÂN DAÂN QUAÄN',"
                + " 'Người yêu cầu đăng ký: ỦY BAN NHÂN DÂN QUẬN'"
    })
    void textInAnOldEncodingIsConvertedAndNeverSure(String font, String written, String said) throws IOException {
        try (OddPdfs pdf = new OddPdfs()) {
            PDType1Font old = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            pdf.page(canvas -> {
                canvas.beginText();
                canvas.setFont(old, 6);
                canvas.newLineAtOffset(36, 360);
                canvas.showText(written);
                canvas.endText();
            });
            old.getCOSObject().setName(COSName.BASE_FONT, font);
            byte[] file = pdf.bytes();
            PageText text = first(file).textLayer().orElseThrow();
            assertThat(text.text()).isEqualTo(said);
            assertThat(text.words())
                    .allSatisfy(word -> assertThat(word.confidence()).isLessThan(0.3f));
            assertThat(notes(file)).containsExactly(SourceNote.OLD_LETTERS);
        }
    }

    private Set<SourceNote> notes(byte[] file) throws IOException {
        try (SourceFile source = open(file)) {
            return source.notes();
        }
    }

    @Test
    void unicodeInAFontOfAnOldNameStaysAsItIs() {
        assertThat(OldLetters.TCVN3.unicode("tr-êng", ".VnTime")).isEqualTo("trường");
        assertThat(OldLetters.TCVN3.unicode("15/Q§-UB", ".VnTime")).isEqualTo("15/QĐ-UB");
        assertThat(OldLetters.TCVN3.unicode("Việt", ".VnTime")).isEqualTo("Việt");
        assertThat(OldLetters.of("Times-Roman")).isEmpty();
        assertThat(OldLetters.of("ABCDEF+Vnet")).isEmpty();
    }

    @Test
    void unseenTextIsNotALayer() throws IOException {
        try (OddPdfs pdf = new OddPdfs()) {
            assertThat(first(pdf.page(c -> write(c, RenderingMode.NEITHER)).bytes())
                            .textLayer())
                    .isEmpty();
        }
    }

    @Test
    void goodVietnameseIsSound() {
        assertThat(sound("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: 15/QĐ-UBND .........."))
                .isTrue();
        assertThat(
                        sound(
                                "Họ và tên: ......................... Ngày sinh: ..../..../........ Nơi cư trú: ............ Quốc tịch: ........"))
                .isTrue();
        assertThat(sound("This is an English letter with § 5 and 100 % of its words in order."))
                .isTrue();
    }

    @Test
    void oldEncodingsAndRubbishAreNotSound() {
        assertThat(sound("Céng hoµ x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc"))
                .isFalse();
        assertThat(sound("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam Ñoäc laäp - Töï do - Haïnh phuùc"))
                .isFalse();
        assertThat(
                        sound(
                                "\uF043\uF056\uF04E \uF048\uF04F\uF041 Hello \uF041\uF041\uF042 more words of text to read here"))
                .isFalse();
        assertThat(sound("\uFFFD\uFFFD\uFFFD words \uFFFD\uFFFD with holes in them, so many that nobody can read it"))
                .isFalse();
        assertThat(sound("Frqj krd ab krl fkx qjkld ylhw qdp grf ods wx gr kdqk skxf jlds fkxqj qkdq"))
                .isFalse();
        assertThat(sound("C o n g h o a x a h o i c h u n g h i a v i e t n a m d o c l a p t u d o"))
                .isFalse();
        assertThat(sound("12")).isFalse();
    }

    private static boolean sound(String text) {
        List<Word> words = java.util.Arrays.stream(text.split(" "))
                .map(w -> new Word(w, new Box(0, 0, 1, 1), 1))
                .toList();
        return Soundness.of(
                new PageText(10, 10, 300, PageText.Source.TEXT_LAYER, List.of(new Block(List.of(new Line(words))))));
    }
}
