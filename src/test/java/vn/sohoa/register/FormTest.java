package vn.sohoa.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is keyed, and when two people read the same. */
class FormTest {
    private final Form form = new Forms().of("KS").orElseThrow();

    @Test
    void theBirthRegisterHasTheMinistrysColumnsInOrder() {
        assertThat(form.columns()).hasSize(60);
        assertThat(String.join(" ", form.columns()))
                .startsWith(
                        "so quyenSo trangSo ngayDangKy loaiDangKy noiDangKy nguoiKy chucVuNguoiKy nguoiThucHien ghiChu"
                                + " nksHoTen nksGioiTinh nksNgaySinh nksNgaySinhBangChu nksNoiSinh nksNoiSinhDVHC nksQueQuan")
                .contains(" meHoTen meNgaySinh meDanToc ", " chaHoTen chaNgaySinh chaDanToc ", " nycHoTen nycQuanHe ")
                .endsWith("soDangKyNuocNgoai ngayDangKyNuocNgoai cqNuocNgoaiDaDangKy qgNuocNgoaiDaDangKy");
        assertThat(form.keyed()).hasSize(15);
    }

    @ParameterizedTest
    @CsvSource({
        "Nguyễn  Văn A, Nguyễn Văn A, true",
        "Kinh, Kính, false",
        "NGUYỄN, NGUYÊN, false",
        "hòa, hoà, false",
        "Lý, Lí, false",
        "Nguyễn Văn A, NGUYỄN VĂN A, false",
        "Hà, Ha, false",
        "Đặng, Dặng, false"
    })
    void accentsAreNeverFolded(String one, String other, boolean same) {
        Field name = form.field("nksHoTen").orElseThrow();
        assertThat(name.same(Answer.of(one), Answer.of(other))).isEqualTo(same);
    }

    @Test
    void theSameLettersInAnotherEncodingAreTheSame() {
        Field name = form.field("nksHoTen").orElseThrow();
        String composed = "Nguyễn Thị Hường";
        String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(composed);
        assertThat(name.same(Answer.of(composed), Answer.of(decomposed + "\u00a0 ")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ngayDangKy, 5/3/2007, 05.03.2007, true",
        "ngayDangKy, 2007-03-05, 05/03/2007, true",
        "ngayDangKy, 2007, 01/01/2007, false",
        "ngayDangKy, 30/02/2007, 30/02/2007, true",
        "so, 012, 12, true",
        "so, 12, 120, false",
        "nksGioiTinh, 1, 2, false"
    })
    void datesAndNumbersAreComparedByWhatTheySay(String column, String one, String other, boolean same) {
        assertThat(form.field(column).orElseThrow().same(Answer.of(one), Answer.of(other)))
                .isEqualTo(same);
    }

    @Test
    void illegibleAbsentAndAValueAreThreeAnswers() {
        Field name = form.field("meHoTen").orElseThrow();
        assertThat(name.same(Answer.ILLEGIBLE, Answer.ILLEGIBLE)).isTrue();
        assertThat(name.same(Answer.ILLEGIBLE, Answer.ABSENT)).isFalse();
        assertThat(name.same(Answer.ILLEGIBLE, Answer.of("không đọc được"))).isFalse();
        assertThat(Answer.of("   ")).isEqualTo(Answer.ABSENT);
    }

    @Test
    void whatIsWrongIsSaidAndSomeOfItMayStand() {
        List<Problem> problems = form.problems(Map.of(
                "so", Answer.of("12 bis"),
                "ngayDangKy", Answer.of("30/02/2007"),
                "loaiDangKy", Answer.of("9"),
                "noiDangKy", Answer.of("xã Quang Thành"),
                "nksHoTen", Answer.ILLEGIBLE,
                "nksNgaySinh", Answer.ABSENT));
        assertThat(problems)
                .containsExactlyInAnyOrder(
                        new Problem("so", Problem.Rule.FORMAT),
                        new Problem("ngayDangKy", Problem.Rule.DATE),
                        new Problem("loaiDangKy", Problem.Rule.CODE),
                        new Problem("nksGioiTinh", Problem.Rule.MISSING));
        assertThat(problems.stream().filter(Problem::mayStand)).hasSize(2);
    }

    @Test
    void aCaseBecomesARowAndAFileName() {
        BookFacts book = new BookFacts("KS", "2007-2009", "01");
        Map<String, Answer> answers = Map.of(
                "so", Answer.of("12"),
                "ngayDangKy", Answer.of("15/3/2007"),
                "loaiDangKy", Answer.ABSENT,
                "nksHoTen", Answer.ILLEGIBLE,
                "nksGioiTinh", Answer.ILLEGIBLE);
        List<String> cells = form.cells(book, answers);
        assertThat(cells).hasSize(60).startsWith("12", "01", "", "15.03.2007", "0");
        assertThat(cells.get(form.columns().indexOf("nksHoTen"))).isEqualTo("không đọc được");
        assertThat(cells.get(form.columns().indexOf("nksGioiTinh"))).isEmpty();
        assertThat(cells.get(form.columns().indexOf("ghiChu"))).isEqualTo("không đọc được: Giới tính");
        assertThat(form.fileName(book, answers)).isEqualTo("KS.2007-2009.01.2007-03-15.012");
        assertThat(form.fileName(book, Map.of("so", Answer.of("1234"), "ngayDangKy", Answer.of("2007"))))
                .isEqualTo("KS.2007-2009.01.2007.1234");
        assertThat(form.fileName(book, Map.of("so", Answer.ILLEGIBLE))).isEqualTo("KS.2007-2009.01.0000-00-00.000");
    }

    @ParameterizedTest
    @CsvSource({
        "KS.2007.01, KS, 2007, 01",
        "KS.2007-2009.1, KS, 2007-2009, 01",
        "KS_1968_12, KS, 1968, 12",
        "sách cũ, '', '', ''"
    })
    void aFoldersNameTellsWhichRegisterItIs(String key, String kind, String years, String number) {
        assertThat(BookFacts.ofKey(key)).isEqualTo(new BookFacts(kind, years, number));
    }

    @ParameterizedTest
    @CsvSource({"trang_007.jpg, 0, 7", "so_012.pdf, 3, 15", "SCN20261123_0004.tif, 0, 4", "0012, 0, 12"})
    void aFilesNameTellsItsPage(String name, int position, int number) {
        assertThat(PageNumber.of(name, position)).isEqualTo(OptionalInt.of(number));
    }

    @ParameterizedTest
    @CsvSource({"bìa.jpg, 0", "trang_000.jpg, 0"})
    void aFileWithoutANumberHasNone(String name, int position) {
        assertThat(PageNumber.of(name, position)).isEmpty();
    }

    @Test
    void gapsAreCountedFromOneToWhatTheBookIsSaidToHave() {
        assertThat(Gaps.of(Set.of(1, 2, 5), OptionalInt.of(8))).hasToString("3–4, 6–8");
        assertThat(Gaps.of(Set.of(1, 2, 5), OptionalInt.empty())).hasToString("3–4");
        assertThat(Gaps.of(Set.of(), OptionalInt.of(3)).count()).isEqualTo(3);
        assertThat(Gaps.of(Set.of(1, 2, 3), OptionalInt.of(3)).count()).isZero();
    }
}
