package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sohoa.extraction.BirthPaper.PAPER;
import static vn.sohoa.extraction.BirthPaper.values;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who signs, and the place and day: what no label leads to. */
class SignatureTest {
    @Test
    void theOfficeOfASignatureIsKnownThoughASealLiesOverIt() {
        assertThat(values(PAPER.replace("TM. ỦY BAN NHÂN DÂN", "Lan NHÂN DÂN").replace("CHỦ TỊCH", "CHU TỊCII")))
                .containsEntry("nguoi_ky", "Phạm Thị Ký");
    }

    @ParameterizedTest
    @CsvSource({"£:TỦ TỊCH", "TỊCH", "TTRL CÔNG AN", "BƯONS PHÒNG", "CƯỤC TRƯƠNG"})
    void anOfficeOfWhichASealLeftOnlyThePartIsOne(String left) {
        assertThat(values(PAPER.replace("TM. ỦY BAN NHÂN DÂN", "").replace("CHỦ TỊCH", left)))
                .containsEntry("nguoi_ky", "Phạm Thị Ký");
    }

    @ParameterizedTest
    @CsvSource({"NGƯỜI LÀM ĐƠN", "NGƯỜI YÊU CẦU", "VỢ", "BÊN B"})
    void whoAsksIsNoOfficeThatSigns(String other) {
        assertThat(values(PAPER.replace("TM. ỦY BAN NHÂN DÂN", "").replace("CHỦ TỊCH", other)))
                .doesNotContainKey("nguoi_ky");
    }

    @Test
    void theWordForDayInThePlaceAndDayMayBeReadWrong() {
        assertThat(values(PAPER.replace("Dương, ngày", "Dương. ngàu"))).containsEntry("ngay_lam", "07/02/2005");
    }

    @Test
    void numbersOfTheFormLeftOfTheNameDoNotHideASignature() {
        String diploma = PAPER.replace(
                "                                            Phạm Thị Ký",
                "Số: 3                                       Phạm Thị Ký");
        assertThat(values(diploma)).containsEntry("nguoi_ky", "Phạm Thị Ký");
    }

    @Test
    void placesWithoutLabelsAreFound() {
        assertThat(values(PAPER)).containsEntry("nguoi_ky", "Phạm Thị Ký").containsEntry("ngay_lam", "07/02/2005");
        assertThat(values("Làm tại: Xã Mẫu, ngày 19 tháng 04 năm\n2021")).containsEntry("ngay_lam", "19/04/2021");
        assertThat(values(PAPER.replace("CHỦ TỊCH", "").replace("TM. ỦY BAN NHÂN DÂN", "")))
                .as("a name under nobody's office is no signature")
                .doesNotContainKey("nguoi_ky");
    }
}
