package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.sohoa.Sheet;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/** Values that go on in the next row. */
class WrappedValuesTest {
    private static final Form FORM = new Form(List.of(
            FieldRule.labelled("ho_ten", FieldKind.PERSON_NAME, "Họ và tên"),
            FieldRule.labelled("noi_cu_tru", FieldKind.PLACE, "Nơi cư trú"),
            FieldRule.labelled("que_quan", FieldKind.PLACE, "Quê quán")));

    private static final String PAPER = """
            TỜ KHAI CỦA MẪU
            Kính gửi: Ủy ban nhân dân xã Mẫu, huyện Mẫu, tỉnh Hà Tĩnh
            Họ và tên: Trần Văn Mẫu
            Nơi cư trú: thôn Mẫu, xã Mẫu, huyện Mẫu, thành phố Mẫu, tỉnh Hà
            Tĩnh
            Quê quán: xã Mẫu, huyện Mẫu, tỉnh Bình Định
            Tôi xin cam đoan những lời khai trên đây là đúng sự thật, nếu sai
            tôi xin chịu trách nhiệm trước pháp luật về lời khai của mình
            """;

    @Test
    void theRowsOfAWidelySetPageAreNeighboursToo() {
        assertThat(values(apart(Sheet.of(PAPER), 1.4)))
                .containsEntry("noi_cu_tru", "thôn Mẫu, xã Mẫu, huyện Mẫu, thành phố Mẫu, tỉnh Hà Tĩnh")
                .containsEntry("que_quan", "xã Mẫu, huyện Mẫu, tỉnh Bình Định");
    }

    @Test
    void aRowThatStandsFartherOffThanTheOthersOfItsPageIsNone() {
        PageText page = Sheet.of(PAPER.replace("tỉnh Hà\nTĩnh", "tỉnh Hà\n\nTĩnh"));
        assertThat(values(page).get("noi_cu_tru")).endsWith("tỉnh Hà");
    }

    @Test
    void aSpeckAtTheEndOfARowIsNoEndOfAnAddress() {
        assertThat(values(Sheet.of(PAPER.replace("tỉnh Hà\nTĩnh", "tỉnh Bình.\nĐịnh")))
                        .get("noi_cu_tru"))
                .endsWith("tỉnh Bình Định");
        assertThat(values(Sheet.of(PAPER.replace("tỉnh Hà\nTĩnh", "tỉnh.\nThái Bình")))
                        .get("noi_cu_tru"))
                .endsWith("tỉnh Thái Bình");
        assertThat(values(Sheet.of(PAPER.replace("tỉnh Hà\nTĩnh", "thành\nphố Cần Thơ")))
                        .get("noi_cu_tru"))
                .endsWith("thành phố Cần Thơ");
    }

    @Test
    void anAddressThatFillsItsRowGoesOnUntilItsProvince() {
        String full = PAPER.replace("tỉnh Hà\nTĩnh", "quận Quảng.\nPhúc, tỉnh Bình Định");
        assertThat(values(Sheet.of(full)).get("noi_cu_tru")).endsWith("tỉnh Bình Định");
        String ended = PAPER.replace("thành phố Mẫu, tỉnh Hà\nTĩnh", "thành phố Mẫu, tỉnh Bình Định.\nTĩnh");
        assertThat(values(Sheet.of(ended)).get("noi_cu_tru")).endsWith("tỉnh Bình Định");
    }

    @Test
    void aProvinceInTheNextRowIsNoMisreadLabel() {
        Form birth = new Form(List.of(
                FieldRule.labelled("noi_cu_tru", FieldKind.PLACE, "Nơi cư trú"),
                FieldRule.labelled("nam_sinh", FieldKind.YEAR, "Sinh năm", "Năm sinh")));
        for (String rest : List.of("tỉnh Nam Định", "An, tỉnh Nam Định")) {
            assertThat(values(Sheet.of("Nơi cư trú: thôn Mẫu, xã Mẫu, huyện Trường,\n" + rest), birth)
                            .get("noi_cu_tru"))
                    .endsWith("tỉnh Nam Định");
        }
    }

    @Test
    void whatALabelCutOffGoesOnNowhere() {
        String cut = PAPER.replace("thành phố Mẫu, tỉnh Hà\nTĩnh", "Ghi:chú, tỉnh\nThái Bình");
        assertThat(values(Sheet.of(cut)).get("noi_cu_tru")).doesNotContain("Thái Bình");
    }

    @Test
    void aDayStandsBehindAGapWhereWordsWereNotRead() {
        Form birth = new Form(List.of(FieldRule.labelled("ngay_sinh", FieldKind.DATE, "Đã sinh con vào lúc")));
        assertThat(values(Sheet.of("Đã sinh con vào lúc: 18 giờ              ngày 14 tháng 12 năm 2009"), birth))
                .containsEntry("ngay_sinh", "14/12/2009");
        assertThat(values(Sheet.of("Đã sinh con vào lúc: nsày 1] tháng ð năm 2009"), birth))
                .as("signs that digits look like, where a number has to be")
                .containsEntry("ngay_sinh", "11/05/2009");
        assertThat(values(Sheet.of("Đã sinh con vào lúc: ngày 1l tháng 5Š năm 2009"), birth))
                .containsEntry("ngay_sinh", "11/05/2009");
        assertThat(values(Sheet.of("Đã sinh con vào lúc: ngày 1] tháng 10 năm 2009"), birth))
                .containsEntry("ngay_sinh", "11/10/2009");
        assertThat(values(Sheet.of("Đã sinh con vào lúc: 21!01/2009"), birth)).containsEntry("ngay_sinh", "21/01/2009");
    }

    @Test
    void aSignBesideADayThatWasReadDoesNotMakeItAGuess() {
        Form birth = new Form(List.of(FieldRule.labelled("ngay_sinh", FieldKind.DATE, "Ngày sinh")));
        assertThat(Extraction.of(
                        List.of(Sheet.of("Ngày sinh: 13/01/1987 số 12l")),
                        birth,
                        List.of(),
                        Certainty.NONE,
                        LocalDate.of(2026, 11, 27)))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.value()).isEqualTo("13/01/1987");
                    assertThat(found.rule()).isEmpty();
                });
    }

    @Test
    void theWordsOfADayMayEndInTheRowAfterTheirOwn() {
        Form birth = new Form(List.of(
                FieldRule.labelled("ngay_sinh", FieldKind.DATE, "Ngày, tháng, năm sinh"),
                FieldRule.labelled("gioi_tinh", FieldKind.SEX, "Giới tính")));
        String paper = """
                Ngày, tháng, năm sinh: 13/01/1987
                Giới tính: Nam
                Ghi bằng chữ: Ngày mười ba tháng một năm một nghìn chín trăm tám mươi
                bảy
                """;
        assertThat(Extraction.of(
                        List.of(Sheet.of(paper)), birth, List.of(), Certainty.NONE, LocalDate.of(2026, 11, 27)))
                .filteredOn(found -> !found.needsReview())
                .extracting(Found::code)
                .containsExactly("ngay_sinh");
    }

    @Test
    void aPhraseReadWithSeveralLettersWrongComesAfterOneReadRight() {
        Form application = new Form(List.of(
                FieldRule.labelled("noi_dung", FieldKind.TEXT).phrases("xem xét giải quyết cho tôi", "xem xét")));
        assertThat(values(Sheet.of("Kính đề nghị xem xét, giải quyết chế độ mai táng phí."), application))
                .containsEntry("noi_dung", "giải quyết chế độ mai táng phí");
        assertThat(values(Sheet.of("Kính đề nghị xem xét giải quyết cho tồi hưởng trợ cấp."), application))
                .containsEntry("noi_dung", "hưởng trợ cấp");
    }

    private static Map<String, String> values(PageText page) {
        return values(page, FORM);
    }

    private static Map<String, String> values(PageText page, Form form) {
        return Extraction.of(List.of(page), form, List.of(), Certainty.NONE, LocalDate.of(2026, 11, 27)).stream()
                .collect(Collectors.toMap(Found::code, Found::value));
    }

    /** The same rows so many times as far below one another. */
    private static PageText apart(PageText page, double times) {
        List<Line> lines = page.lines()
                .map(line -> new Line(line.words().stream()
                        .map(word -> new Word(word.text(), lower(word.box(), times), word.confidence()))
                        .toList()))
                .toList();
        return new PageText(
                page.width(), (int) (page.height() * times), page.dpi(), page.source(), List.of(new Block(lines)));
    }

    private static Box lower(Box box, double times) {
        return new Box(box.x(), (int) (box.y() * times), box.width(), box.height());
    }
}
