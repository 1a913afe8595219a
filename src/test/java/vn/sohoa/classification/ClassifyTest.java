package vn.sohoa.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sohoa.Sheet;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

class ClassifyTest {
    private static final Classify CLASSIFY = new Classify(List.of(
            new TypeRule("giay_khai_sinh", Layout.SINGLE, List.of("Giấy khai sinh"), List.of()),
            new TypeRule("trich_luc_khai_sinh", Layout.SINGLE, List.of("Trích lục khai sinh"), List.of()),
            new TypeRule("to_khai", Layout.PAGES, List.of("Tờ khai đăng ký khai sinh"), List.of()),
            new TypeRule("don_de_nghi", Layout.PAGES, List.of("Đơn đề nghị", "Đơn xin đề nghị"), List.of()),
            new TypeRule("can_cuoc", Layout.CARD, List.of("Căn cước công dân"), List.of("Citizen Identity Card"))));

    @ParameterizedTest
    @CsvSource({
        "GIẤY KHAI SINH, giay_khai_sinh",
        "GIAY KHAI SINH, giay_khai_sinh",
        "_ GIẤY KHAI SlNH ., giay_khai_sinh",
        "GIẤY KHAI SINH (BẢN SAO), giay_khai_sinh",
        "TRÍCH LỤC KHAI SINH, trich_luc_khai_sinh",
        "TƠ KHAI ĐĂNG KÝ KHAI SINH, to_khai",
        "ĐƠN XIN ĐE NGHỊ, don_de_nghi",
        "CAN CƯỚC CÔNG DÂN Ell 4S, can_cuoc"
    })
    void aTitleIsKnownThoughReadWithErrors(String title, String type) {
        Verdict verdict = CLASSIFY.page(Sheet.of(head() + title + "\nHọ và tên: Trần Thị Mẫu"));
        assertThat(verdict.type()).isEqualTo(type);
        assertThat(verdict.titled()).isTrue();
        assertThat(verdict.reason()).contains("Tiêu đề");
    }

    @Test
    void twoLinesCanBeOneTitle() {
        assertThat(CLASSIFY.page(Sheet.of(head() + "TỜ KHAI\nĐĂNG KÝ KHAI SINH\nKính gửi: UBND xã Mẫu"))
                        .type())
                .isEqualTo("to_khai");
    }

    @Test
    void aTitleTornAtTheFoldIsOneThoughItsRightPieceLiesHigher() {
        PageText page = new PageText(
                3508,
                2480,
                300,
                PageText.Source.OCR,
                List.of(new Block(List.of(
                        piece("KHAI SINH NĂM 2009", 1800, 195),
                        piece("TỜ KHAI ĐĂNG KÝ", 900, 200),
                        piece("Số", 200, 400)))));
        assertThat(CLASSIFY.page(page).type()).isEqualTo("to_khai");
    }

    private static Line piece(String text, int x, int y) {
        return new Line(List.of(new Word(text, new Box(x, y, 850, 60), 0.9f)));
    }

    @Test
    void ofTwoTitlesThatAreAsNearNoneIsTaken() {
        Classify near = new Classify(List.of(
                new TypeRule("to_khai", Layout.PAGES, List.of("Tờ khai đăng ký khai sinh"), List.of()),
                new TypeRule("so", Layout.PAGES, List.of("Sổ đăng ký khai sinh"), List.of())));
        assertThat(near.page(Sheet.of(head() + "TỜ I ĐĂNG KÝ KHAI SINH")).type())
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(near.page(Sheet.of(head() + "SÔ ĐANG KÝ KHAl SINH")).type()).isEqualTo("so");
    }

    @Test
    void aCleanTitleIsSurerThanADamagedOne() {
        assertThat(CLASSIFY.page(Sheet.of("GIẤY KHAI SINH")).confidence())
                .isGreaterThan(CLASSIFY.page(Sheet.of("GIAY KHAl SINH HH")).confidence());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kèm theo bản sao giấy khai sinh của con tôi và tờ khai",
                "Giấy khai sinh",
                "GIẤY MỜI HỌP",
                "QUYẾT ĐỊNH VỀ VIỆC CẤP LẠI GIẤY KHAI SINH CHO CÔNG DÂN",
                "nước"
            })
    void aSentenceOrAnotherTitleIsNoTitleOfOurs(String line) {
        assertThat(CLASSIFY.page(Sheet.of(head() + line + "\nHọ và tên: Trần Thị Mẫu"))
                        .isKnown())
                .isFalse();
    }

    @Test
    void aTitleStandsHighOnThePage() {
        String low = "Dòng chữ thường của một trang nào đó\n".repeat(20) + "GIẤY KHAI SINH";
        assertThat(CLASSIFY.page(Sheet.of(low)).isKnown()).isFalse();
    }

    @Test
    void otherPrintOfATypeTellsItToo() {
        Verdict verdict = CLASSIFY.page(Sheet.of("Citizen Identity Card\nSố / No.: 030085000123"));
        assertThat(verdict.type()).isEqualTo("can_cuoc");
        assertThat(verdict.titled()).isFalse();
    }

    @Test
    void anEmptyPageIsUnknownForAReason() {
        assertThat(CLASSIFY.page(Sheet.of("")).reason()).isNotBlank();
    }

    private static String head() {
        return "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n";
    }

    @Test
    void aFormIsNotTakenForAnotherWhoseLabelsAreAPartOfIts() {
        List<List<String>> person = List.of(
                List.of("Họ và tên"),
                List.of("Ngày, tháng, năm sinh"),
                List.of("Dân tộc"),
                List.of("Quốc tịch"),
                List.of("Nơi cư trú"));
        List<List<String>> birth = new java.util.ArrayList<>(person);
        for (String more :
                List.of("Nơi sinh", "Quê quán", "Người đi khai sinh", "Giới tính", "Ghi bằng chữ", "Bản chính số")) {
            birth.add(List.of(more));
        }
        Classify classify = new Classify(List.of(
                new TypeRule("nguoi", Layout.SINGLE, List.of("Phiếu cá nhân"), List.of(), person),
                new TypeRule("sinh", Layout.SINGLE, List.of("Giấy khai sinh"), List.of(), birth),
                new TypeRule(
                        "khac", Layout.SINGLE, List.of("Quyết định"), List.of(), List.of(List.of("Căn cứ luật")))));
        String part =
                "Họ và tên: Trần Mẫu\nNgày, tháng, năm sinh: 1990\nDân tộc: Kinh\nQuốc tịch: Việt Nam\nNơi cư trú: xã Mẫu";
        assertThat(classify.page(Sheet.of(part)).type()).isEqualTo("nguoi");
        assertThat(classify.page(Sheet.of(part + "\nNơi sinh: xã Mẫu\nQuê quán: xã Mẫu"))
                        .type())
                .isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({"GIẦY SINH, giay_khai_sinh", "GIẤY CHỨNG SINH, unknown", "GIẤY SINH HOẠT, unknown", "SINH, unknown"})
    void whatIsLeftOfATitleIsTakenWithTheLabelsOfItsFormAndWithoutAnotherWord(String title, String type) {
        List<List<String>> labels = List.of(
                List.of("Họ, chữ đệm, tên"),
                List.of("Ngày, tháng, năm sinh"),
                List.of("Dân tộc"),
                List.of("Quốc tịch"),
                List.of("Nơi sinh"));
        Classify classify = new Classify(List.of(
                new TypeRule("giay_khai_sinh", Layout.SINGLE, List.of("Giấy khai sinh"), List.of(), labels),
                new TypeRule("trich_luc_khai_sinh", Layout.SINGLE, List.of("Trích lục khai sinh"), List.of(), labels)));
        String form =
                "\nHọ, chữ đệm, tên: Trần Thị Mẫu\nNgày, tháng, năm sinh: 02/01/2020\nDân tộc: Kinh\nQuốc tịch: Việt Nam";
        assertThat(classify.page(Sheet.of(head() + title + form)).type()).isEqualTo(type);
        assertThat(classify.page(Sheet.of(head() + title)).type()).isEqualTo("unknown");
    }

    @Test
    void aFormWithoutATitleIsTheOneThatExplainsThePageAlsoWhereASmallerOneIsAllThere() {
        Classify classify = new Classify(List.of(diploma(), certificate()));
        assertThat(classify.page(Sheet.of(head() + DIPLOMA)).type()).isEqualTo("bang");
    }

    @ParameterizedTest
    @CsvSource({
        "BẢNG ĐIỂM HỌC SINH, unknown",
        "BẰNG KHEN, unknown",
        "BẰNG TỐT NGHIEP, bang",
        "BẰNG TÔT NGHỆP, bang",
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO, bang"
    })
    void aTitleThatWasReadPlainlyAndIsNotItsOwnKeepsLabelsFromNamingAType(String title, String type) {
        TypeRule table = new TypeRule("bang_ke", Layout.SINGLE, List.of("Bảng kê tài sản"), List.of(), List.of());
        Classify classify = new Classify(List.of(diploma(), certificate(), table));
        assertThat(classify.page(Sheet.of(head() + title + "\n" + DIPLOMA)).type())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "CĂN CƯỚC, can_cuoc",
        "CĂN CƯỚC CÔNG DÂN, can_cuoc_cong_dan",
        "CĂN CƯỚC CÔNG ĐÂN, can_cuoc_cong_dan",
        "CĂN CƯỚC CTNG BAX, unknown"
    })
    void aTitleThatALongerOneBeginsWithIsItOnlyWithoutMoreWords(String title, String type) {
        Classify classify = new Classify(List.of(
                new TypeRule("can_cuoc", Layout.CARD, List.of("Căn cước", "Thẻ căn cước"), List.of(), List.of()),
                new TypeRule("can_cuoc_cong_dan", Layout.CARD, List.of("Căn cước công dân"), List.of(), List.of())));
        assertThat(classify.page(Sheet.of(head() + title)).type()).isEqualTo(type);
    }

    @Test
    void aTitleWhoseLastWordIsAnotherIsAnother() {
        Classify classify = new Classify(List.of(
                new TypeRule("trich_luc_khai_tu", Layout.SINGLE, List.of("Trích lục khai tử"), List.of(), List.of())));
        assertThat(classify.page(Sheet.of(head() + "TRÍCH LỤC KHAI SINH")).type())
                .isEqualTo("unknown");
        assertThat(classify.page(Sheet.of(head() + "TRÍCH LỤC KHAI TƯ ĐÃ")).type())
                .isEqualTo("trich_luc_khai_tu");
        Classify register = new Classify(List.of(
                new TypeRule("so", Layout.PAGES, List.of("Sổ hộ tịch - Đăng ký khai sinh"), List.of(), List.of())));
        assertThat(register.page(Sheet.of("SỔ HỘ TỊCH - ĐĂNG KHAI SINH NĂM 1994"))
                        .type())
                .isEqualTo("so");
    }

    private static final String DIPLOMA =
            "Ngày sinh: 02/01/1990\nGiới tính: Nam\nHọc sinh trường: Trường Mẫu\nKỳ thi năm: 2008\n"
                    + "Xếp loại tốt nghiệp: Khá\nSố hiệu: A 1234567\nSố vào sổ cấp bằng: 12/2008";

    private static TypeRule diploma() {
        return new TypeRule(
                "bang",
                Layout.SINGLE,
                List.of("Bằng tốt nghiệp"),
                List.of(),
                List.of(
                        List.of("Ngày sinh"),
                        List.of("Giới tính"),
                        List.of("Học sinh trường"),
                        List.of("Kỳ thi năm"),
                        List.of("Xếp loại tốt nghiệp"),
                        List.of("Số hiệu"),
                        List.of("Số vào sổ cấp bằng")));
    }

    private static TypeRule certificate() {
        return new TypeRule(
                "chung_chi",
                Layout.SINGLE,
                List.of("Chứng chỉ"),
                List.of(),
                List.of(List.of("Ngày sinh"), List.of("Giới tính"), List.of("Xếp loại"), List.of("Số hiệu")));
    }
}
