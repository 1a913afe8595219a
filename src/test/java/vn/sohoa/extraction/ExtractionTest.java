package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sohoa.extraction.BirthPaper.PAPER;
import static vn.sohoa.extraction.BirthPaper.TODAY;
import static vn.sohoa.extraction.BirthPaper.rule;
import static vn.sohoa.extraction.BirthPaper.values;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sohoa.Sheet;

/** Labels and what stands beside, under and between them. */
class ExtractionTest {
    @Test
    void aPhraseMayBeBrokenOverTwoLines() {
        List<FieldRule> decision = List.of(
                FieldRule.labelled("so_dinh_danh", FieldKind.PERSONAL_NUMBER).phrases("số CCCD"));
        assertThat(Extraction.of(
                        List.of(Sheet.of("Điều 1. Áp dụng đối với ông/bà Trần Văn Mẫu, sinh ngày 18/05/1975, số\n"
                                + "CCCD 033075712053, hiện cư trú tại thôn Mẫu, xã Mẫu.")),
                        new Form(decision),
                        List.of(),
                        Certainty.NONE,
                        TODAY))
                .extracting(Found::value)
                .containsExactly("033075712053");
    }

    @ParameterizedTest
    @CsvSource({"Quê quán / Piace of", "Quê quán Pluce of", "Quê quán/ Pa of orgix"})
    void theRestOfALabelIsNoValueThoughItWasMisread(String label) {
        List<FieldRule> card = List.of(
                rule("que_quan", FieldKind.PLACE, "Quê quán", "Quê quán / Place of origin"),
                rule("ho_ten", FieldKind.PERSON_NAME, "Họ và tên"));
        assertThat(Extraction.of(
                        List.of(Sheet.of(label + "\nAn Thủy, Vĩnh Hòa, Hải Dương")),
                        new Form(card),
                        List.of(),
                        Certainty.NONE,
                        TODAY))
                .extracting(Found::value)
                .containsExactly("An Thủy, Vĩnh Hòa, Hải Dương");
    }

    @Test
    void theBeginningOfALongerLabelIsNoValue() {
        List<FieldRule> card = List.of(
                rule("que_quan", FieldKind.PLACE, "Quê quán", "Quê quán / Place of origin"),
                rule("ho_ten", FieldKind.PERSON_NAME, "Họ và tên"));
        assertThat(Extraction.of(
                        List.of(Sheet.of("Quê quán / Place of\nAn Thủy, Vĩnh Hòa, Hải Dương")),
                        new Form(card),
                        List.of(),
                        Certainty.NONE,
                        TODAY))
                .extracting(Found::value)
                .containsExactly("An Thủy, Vĩnh Hòa, Hải Dương");
    }

    @Test
    void valuesStandRightOfTheirLabelsUpToTheNextLabel() {
        assertThat(values(PAPER))
                .containsEntry("so", "03")
                .containsEntry("ho_ten", "Nguyễn Văn Mẫu")
                .containsEntry("ngay_sinh", "06/01/2005")
                .containsEntry("gioi_tinh", "Nam")
                .containsEntry("dan_toc", "Kinh")
                .containsEntry("so_dinh_danh", "033205031154");
    }

    @Test
    void theSameLabelBelongsToThePersonItFollows() {
        assertThat(values(PAPER)).containsEntry("nam_sinh_me", "1981").containsEntry("nam_sinh_cha", "1979");
        assertThat(values(PAPER.replace("Năm sinh: 1981    ", "")))
                .as("the mother's year is missing: the father's is not hers")
                .doesNotContainKey("nam_sinh_me")
                .containsEntry("nam_sinh_cha", "1979");
    }

    @Test
    void whatTheChildLacksIsNotTakenFromTheMother() {
        assertThat(values(PAPER.replace("Dân tộc: Kinh    Quốc tịch: Việt Nam\n", "")))
                .doesNotContainKey("dan_toc");
    }

    @Test
    void aValueMayStandUnderItsLabel() {
        assertThat(values("Họ và tên:\nNGUYỄN VĂN MẪU\nGiới tính: Nữ")).containsEntry("ho_ten", "Nguyễn Văn Mẫu");
    }

    @Test
    void anEmptyOrUnreadableFieldHasNoValue() {
        assertThat(values("Họ và tên: ..............\nNgày, tháng, năm sinh: ___\nGiới tính:    Dân tộc:"))
                .isEmpty();
        assertThat(values("Họ và tên: 1ê.Hˆw HH nự\nNgày, tháng, năm sinh: 31/02/2005\nGiới tính: Nom\n"
                        + "Số định danh cá nhân: 03320503115"))
                .isEmpty();
    }

    @Test
    void labelsThatImitateEachOtherGiveTheirOneValue() {
        assertThat(values("Họ và tên: ………… Họ và tên: ……………")).isEmpty();
        assertThat(values("Họ và tên: ………… Họ và tên: TRẦN VĂN MẪU")).containsEntry("ho_ten", "Trần Văn Mẫu");
    }
}
