package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sohoa.extraction.BirthPaper.BIRTH;
import static vn.sohoa.extraction.BirthPaper.PAPER;
import static vn.sohoa.extraction.BirthPaper.TODAY;
import static vn.sohoa.extraction.BirthPaper.after;
import static vn.sohoa.extraction.BirthPaper.doubts;
import static vn.sohoa.extraction.BirthPaper.found;
import static vn.sohoa.extraction.BirthPaper.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sohoa.Sheet;

/** Numbers, amounts and days, also where letters were read for digits. */
class NumbersTest {
    @Test
    void aPersonalNumberIsHeldAgainstTheDataOfItsOwnPerson() {
        List<FieldRule> two = new ArrayList<>(BIRTH);
        two.add(after("so_dinh_danh_me", FieldKind.PERSONAL_NUMBER, "ho_ten_me", "Số CCCD"));
        String right = PAPER.replace("Năm sinh: 1981 ", "Năm sinh: 1981    Số CCCD: 033181004567");
        assertThat(doubts(right, two)).doesNotContainKeys("so_dinh_danh", "so_dinh_danh_me");
        String wrong = PAPER.replace("Năm sinh: 1981 ", "Năm sinh: 1981    Số CCCD: 033179004567");
        assertThat(doubts(wrong, two)).doesNotContainKey("so_dinh_danh");
        assertThat(doubts(wrong, two).get("so_dinh_danh_me")).contains("1979");
    }

    @Test
    void anAgeBesideAYearOfBirthIsHeldAgainstTheDayOfThePaper() {
        assertThat(doubts(PAPER.replace("Năm sinh: 1981 ", "Năm sinh: 1981 (24 tuổi) "), BIRTH))
                .doesNotContainKey("nam_sinh_me");
        assertThat(doubts(PAPER.replace("Năm sinh: 1981 ", "Năm sinh: 1981 (42 tuổi) "), BIRTH))
                .containsEntry("nam_sinh_me", "Giấy làm năm 2005 ghi 42 tuổi.");
        assertThat(doubts(PAPER.replace("Năm sinh: 1979 ", "Năm sinh: 1979    Tuổi: 61 "), BIRTH))
                .containsKey("nam_sinh_cha")
                .doesNotContainKey("nam_sinh_me");
    }

    @Test
    void aDayOrAYearThatHasNotComeYetIsDoubted() {
        assertThat(doubts(PAPER, BIRTH)).doesNotContainKeys("ngay_lam", "nam_sinh_me");
        assertThat(doubts(PAPER.replace("tháng 2 năm 2005", "tháng 2 năm 2095"), BIRTH))
                .containsEntry("ngay_lam", "Ngày hoặc năm này chưa tới: xem lại từng chữ số.");
        assertThat(doubts(PAPER.replace("Năm sinh: 1981", "Năm sinh: 2081"), BIRTH))
                .containsKey("nam_sinh_me");
    }

    @Test
    void anAmountMayHaveDecimalsAndAGap() {
        List<FieldRule> land = List.of(rule("dien_tich", FieldKind.AMOUNT, "Diện tích"));
        for (String read : List.of("427, 8 m2", "427,8 m2", "427,8m²", "427.8 m2")) {
            assertThat(Extraction.of(
                            List.of(Sheet.of("Diện tích: " + read)), new Form(land), List.of(), Certainty.NONE, TODAY))
                    .extracting(Found::value)
                    .containsExactly("427,8");
        }
    }

    @Test
    void aPersonalNumberBeginsWithAProvinceOrACountry() {
        assertThat(found(PAPER.replace("033205031154", "003205031154"))
                        .get("so_dinh_danh")
                        .rule())
                .get()
                .asString()
                .contains("003");
        assertThat(PersonalNumbers.doubt("104205031154", java.util.Optional.empty(), java.util.Optional.empty()))
                .isEmpty();
    }

    @Test
    void aPersonalNumberThatContradictsThePaperIsDoubtedNotRefused() {
        assertThat(found(PAPER).get("so_dinh_danh").rule()).isEmpty();
        Found number = found(PAPER.replace("06/01/2005", "06/01/1995")).get("so_dinh_danh");
        assertThat(number.value()).isEqualTo("033205031154");
        assertThat(number.rule()).get().asString().contains("2005");
    }

    @ParameterizedTest
    @CsvSource({
        "mot tram hai muoi, 120",
        "mot nghin khong tram linh nam, 1005",
        "hai tram linh ba nghin, 203000",
        "ba muoi lam trieu, 35000000",
        "mot ty hai tram trieu, 1200000000",
        "muoi ty, 10000000000",
        "chin muoi chin trieu chin tram chin muoi chin nghin, 99999000",
        "hai muoi mot, 21",
        "nghin chin tram, 1900"
    })
    void numbersInWords(String words, long number) {
        assertThat(NumberWords.number(words)).isEqualTo(number);
    }

    @Test
    void partOfAMisreadNumberIsNoNumber() {
        Map<String, Found> found =
                found(PAPER.replace("033205031154", "03x205031154").replace("06/01/2005", "0ó/01/2005"));
        assertThat(found).doesNotContainKeys("so_dinh_danh", "ngay_sinh");
        Found guessed = found(PAPER.replace("033205031154", "O33205O31154")).get("so_dinh_danh");
        assertThat(guessed.value()).isEqualTo("033205031154");
        assertThat(guessed.rule()).get().asString().contains("O33205O31154");
    }

    @Test
    void aDayOfWhichOnlyTheWordsCanBeReadIsThatDayAndSaysSo() {
        String words = "\nGhi bằng chữ: ngày sáu tháng một năm hai nghìn không trăm linh năm";
        String paper = PAPER.replace("Giới tính: Nam.....", "Giới tính: Nam....." + words);
        Found birth = found(paper.replace("06/01/2005", "J6/0x/2005")).get("ngay_sinh");
        assertThat(birth.value()).isEqualTo("06/01/2005");
        assertThat(birth.rule()).get().asString().contains("bằng chữ");
        assertThat(birth.needsReview()).isTrue();
        assertThat(found(paper.replace("06/01/2005", "………").replace("sáu tháng một", "sáu thóng mộc")))
                .doesNotContainKey("ngay_sinh");
    }

    @ParameterizedTest
    @CsvSource({
        "'Mẫu, ngày 09 tháng I] năm 2010', 'Mẫu, ngày 09 tháng 11 năm 2010'",
        "ngày O5 tháng 8 năm 2011, ngày 05 tháng 8 năm 2011",
        "ngày 05 tháng Sáu năm 2011, ''",
        "năm Ngọ, ''"
    })
    void letterLikeDigitsAreDigitsWhereANumberOfADayHasToBe(String read, String mended) {
        assertThat(Misread.digits(read).orElse("")).isEqualTo(mended);
    }

    @ParameterizedTest
    @CsvSource({
        "687175426463, 087175426463",
        "ô68189813712, 068189813712",
        "087175426463, ''",
        "A12345678901, 012345678901"
    })
    void thePersonalNumberBeginsWithANought(String read, String mended) {
        assertThat(Misread.nought(read).orElse("")).isEqualTo(mended);
    }

    @Test
    void aYearTornByAGapIsOne() {
        assertThat(Values.of(FieldKind.YEAR, "1 962")).contains("1962");
        assertThat(Values.of(FieldKind.YEAR, "1 96")).isEmpty();
        assertThat(Values.of(FieldKind.YEAR, "12 1962")).contains("1962");
        assertThat(Values.of(FieldKind.YEAR, "17991")).isEmpty();
    }
}
