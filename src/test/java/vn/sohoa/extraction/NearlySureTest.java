package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sohoa.extraction.BirthPaper.TODAY;
import static vn.sohoa.extraction.BirthPaper.rule;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.Sheet;
import vn.sohoa.extraction.FieldRule.Where;

/** What looks as if it needed nobody, and does: the words of a neighbour, one reading counted twice, half of an answer. */
class NearlySureTest {
    /** As if everything that may be sure by print alone had been measured. */
    private static final Certainty ALL = new Certainty(
            Stream.of(FieldKind.values())
                    .collect(Collectors.toMap(kind -> new Certainty.Sort(kind, Where.LABEL), k -> 0.1)),
            Certainty.NEVER);

    private static final Form FORM = new Form(List.of(
            rule("ho_ten", FieldKind.PERSON_NAME, "Họ và tên"),
            rule("ngay_sinh", FieldKind.DATE, "Sinh ngày"),
            rule("gioi_tinh", FieldKind.SEX, "Giới tính"),
            rule("dan_toc", FieldKind.ETHNICITY, "Dân tộc"),
            rule("quoc_tich", FieldKind.NATIONALITY, "Quốc tịch"),
            rule("so_dinh_danh", FieldKind.PERSONAL_NUMBER, "Số định danh"),
            rule("ho_ten_cha", FieldKind.PERSON_NAME, "Họ và tên cha"),
            rule("ngay_dang_ky", FieldKind.PAPER_DATE, "Ngày đăng ký"),
            rule("so_tien", FieldKind.AMOUNT, "Số tiền")));

    private static Map<String, Found> found(String paper) {
        return Extraction.of(List.of(Sheet.of(paper)), FORM, List.of(), ALL, TODAY).stream()
                .collect(Collectors.toMap(Found::code, value -> value));
    }

    private static List<String> sure(String paper) {
        return found(paper).values().stream()
                .filter(value -> !value.needsReview())
                .map(Found::code)
                .sorted()
                .toList();
    }

    @Test
    void theEndOfAnotherAnswerBelowAnEmptyLabelIsNoAnswer() {
        assertThat(found("Sinh ngày: ngày 05/04/1950.    Giới tính:\nDân tộc: Kinh    Quốc tịch: Việt Nam"))
                .doesNotContainKey("gioi_tinh");
        assertThat(found("Sinh ngày: 05/04/1950    Giới tính:\nquê ở xã Mỹ Lộc, tỉnh Nam Định"))
                .doesNotContainKey("gioi_tinh");
        assertThat(found("""
                        Họ và tên: TRẦN THỊ LAN        Họ và tên cha:
                        Người đi khai sinh:            Trần Thị Lan""")).doesNotContainKey("ho_ten_cha");
    }

    @Test
    void whatStandsUnderItsLabelByItselfIsItsAnswer() {
        assertThat(found("Sinh ngày:             Giới tính:\n05/04/1950             Nam")
                        .get("gioi_tinh")
                        .value())
                .isEqualTo("Nam");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Giới tính: Nam ☐ Nữ ☒",
                "Giới tính: Nam O Nữ X",
                "Giới tính: Nam/Nữ",
                "Giới tính: Nam x",
                "Giới tính:\nNam Định, ngày 05 tháng 6 năm 2020",
                "Dân tộc: Kinh / Tày",
                "Dân tộc: Co lao"
            })
    void aWordOfAnAnswerIsNotSureWhereTheAnswerGoesOn(String line) {
        assertThat(sure(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Giới tính: Nam.", "Giới tính: Nữ i", "Dân tộc: Kinh Ị", "Quốc tịch: Việt Nam"})
    void aSpeckBehindAnAnswerChangesNothing(String line) {
        assertThat(sure(line)).hasSize(1);
    }

    @Test
    void aSexThatThePersonalNumberContradictsIsLookedAtAsTheNumberIs() {
        String paper = "Giới tính: Nam\nSố định danh: %s";
        assertThat(sure(paper.formatted("001050012345"))).containsExactly("gioi_tinh");
        Map<String, Found> other = found(paper.formatted("001150012345"));
        assertThat(other.get("gioi_tinh").needsReview()).isTrue();
        assertThat(other.get("gioi_tinh").rule()).get().asString().contains("Nữ");
        assertThat(other.get("so_dinh_danh").rule()).isPresent();
    }

    /** A small letter misread in a name in capitals, or words behind it, make no second shape of it. */
    @ParameterizedTest
    @CsvSource({"TRẦN THị LAN, TRẦN THỊ LAN", "TRẦN THỊ LAN sinh năm 1980, TRẦN THỊ LAN", "TRẦN THỊ LAN, TRẦN THị LAN"})
    void theSameShapeTwiceIsOneSource(String first, String second) {
        String paper = "Họ và tên: " + first + "\nTôi là " + second + " đứng tên";
        assertThat(sure(paper)).isEmpty();
        assertThat(found(paper).get("ho_ten").value()).isEqualTo("Trần Thị Lan");
        assertThat(sure("Họ và tên: TRẦN THỊ LAN\nTôi là Trần Thị Lan đứng tên"))
                .containsExactly("ho_ten");
    }

    @ParameterizedTest
    @CsvSource({
        "05/06/2000, ngày năm tháng sáu năm hai nghìn không trăm linh tárn, false",
        "05/06/2010, ngày năm tháng sáu năm hai nghìn không trăm mười chln, false",
        "03/08/2020, ngày hai mươl ba tháng tám năm hai nghìn không trăm hai mươi, false",
        "03/08/2020, ngày ba tháng tám năm hai nghìn không trăm hai mươi tại xã Mẫu, true",
        "03/08/2020, ba tháng tám năm hai nghìn không trăm hai mươi, true"
    })
    void aDayInWordsOfWhichAWordWasNotReadIsNoSecondSource(String day, String words, boolean second) {
        assertThat(sure("Sinh ngày: " + day + "\nBằng chữ: " + words).contains("ngay_sinh"))
                .isEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource({
        "'125,0', một nghìn hai trăm năm mươi, false",
        "'150.000,00', một trăm năm mươi nghìn, true",
        "'150.000', một trăm năm mươi nghìn, true"
    })
    void wordsTellOfAnAmountWhatStandsBeforeItsComma(String amount, String words, boolean agree) {
        assertThat(sure("Số tiền: " + amount + " đồng\n(Bằng chữ: " + words + " đồng)")
                        .contains("so_tien"))
                .isEqualTo(agree);
    }

    @ParameterizedTest
    @CsvSource({"05/06/2020, true", "05/06/2076, false", "tháng 6/2020, false", "l5 tháng 6/2020, false"})
    void aDayOfThePaperIsSureWhereItIsWholeAndHasCome(String day, boolean sure) {
        assertThat(sure("Ngày đăng ký: " + day).contains("ngay_dang_ky")).isEqualTo(sure);
    }
}
