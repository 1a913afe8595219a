package vn.sohoa.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

class StandingsTest {
    private static final int WIDTH = 2480;
    private static final int HEIGHT = 3508;
    private static final int USUAL = 40;
    private static final Standings STANDINGS = new Standings(List.of(
            new TypeRule("don", Layout.PAGES, List.of("Đơn đề nghị"), List.of()),
            new TypeRule("hop_dong", Layout.PAGES, List.of("Hợp đồng mua bán"), List.of())));

    private final List<Line> lines = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "CONG HÒA XÃ HOI CHU NGHIA VlỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "Đôc lâp — Tư d0 — Hanh phúc"
            })
    void theCountrysNameOrMottoAtTheHeadOpensAPaper(String line) {
        at(300, USUAL, line);
        body();
        assertThat(standing().opens()).isTrue();
    }

    @Test
    void theCountryInASentenceOrFarDownOpensNone() {
        at(300, USUAL, "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;");
        body();
        at(2000, USUAL, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        assertThat(standing().opens()).isFalse();
    }

    @Test
    void aLargeLineThatBeginsAsTitlesDoOpensAPaperThoughNobodyKnowsIt() {
        at(400, 60, "HỢP ĐỒNG THUÊ KIỐT CHỢ");
        body();
        assertThat(standing().opens()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PHẦN II. QUYỀN VÀ NGHĨA VỤ", "Hợp đồng này có hiệu lực từ ngày ký", "ĐƠN"})
    void aHeadingASentenceAndALoneWordOpenNone(String line) {
        at(400, 60, line);
        body();
        assertThat(standing().opens()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2, 0",
        "- 2 -, 2, 0",
        "Trang 3, 3, 0",
        "Trang 2/3, 2, 3",
        "trang 2 trên 3, 2, 3",
        "1/4, 1, 4",
        "1, 0, 0",
        "5/3, 0, 0",
        "12345, 0, 0",
        "Số 2, 0, 0"
    })
    void theNumberOfAPageStandsAtItsEdge(String line, int number, int of) {
        at(150, USUAL, line);
        body();
        assertThat(standing()).extracting(Standing::number, Standing::of).containsExactly(number, of);
    }

    @Test
    void aNumberAmongTheLinesIsNoPageNumber() {
        at(1500, USUAL, "2");
        body();
        assertThat(standing().number()).isZero();
    }

    @Test
    void aSentenceMayRunOverTheEndOfAPage() {
        at(140, USUAL, "3");
        at(300, USUAL, "và cam đoan lời khai trên là đúng sự thật.");
        at(400, USUAL, "Tôi đề nghị cơ quan xem xét, giải");
        assertThat(standing()).isEqualTo(new Standing(false, 3, 0, true, true));
    }

    @Test
    void aWholeSentenceDoesNot() {
        at(300, USUAL, "Tôi cam đoan lời khai trên là đúng sự thật.");
        assertThat(standing()).isEqualTo(Standing.NONE);
    }

    @Test
    void anEmptyPageSaysNothing() {
        assertThat(standing()).isEqualTo(Standing.NONE);
    }

    private void body() {
        for (int i = 0; i < 12; i++) {
            at(900 + i * 60, USUAL, "Dòng chữ thường của trang này.");
        }
    }

    private void at(int y, int height, String text) {
        lines.add(new Line(List.of(new Word(text, new Box(300, y, 1800, height), 0.9f))));
    }

    private Standing standing() {
        return STANDINGS.of(new PageText(
                WIDTH, HEIGHT, 300, PageText.Source.OCR, lines.isEmpty() ? List.of() : List.of(new Block(lines))));
    }
}
