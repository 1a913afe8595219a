package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sohoa.extraction.BirthPaper.BIRTH;
import static vn.sohoa.extraction.BirthPaper.PAPER;
import static vn.sohoa.extraction.BirthPaper.doubts;
import static vn.sohoa.extraction.BirthPaper.values;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses: the words for units, offices and provinces, and where they go on. */
class AddressesTest {
    @Test
    void theWordForAUnitIsKnownBesideAName() {
        assertThat(Addresses.mended("thôn Bượi, xa Ngũ Hùng, huiện Thanh Miện, tình Hải Dương"))
                .isEqualTo("thôn Bượi, xã Ngũ Hùng, huyện Thanh Miện, tỉnh Hải Dương");
        assertThat(Addresses.mended("xã Hồng Phong. huyện Ninh Giang, thị trân Gia Lộc"))
                .isEqualTo("xã Hồng Phong, huyện Ninh Giang, thị trấn Gia Lộc");
        assertThat(Addresses.mended("Trạm Y tế, thị xã Kinh Môn, khu dân cu số 3"))
                .isEqualTo("Trạm Y tế, thị xã Kinh Môn, khu dân cư số 3");
        assertThat(Addresses.mended("phuờng Hải Tân, thành phô Hải Phòng"))
                .as("without a district, since there is none")
                .isEqualTo("phường Hải Tân, thành phố Hải Phòng");
        assertThat(Addresses.mended("khu phố 5, đăc khu Phú Quốc, tỉnh An Giang"))
                .isEqualTo("khu phố 5, đặc khu Phú Quốc, tỉnh An Giang");
        assertThat(Addresses.mended("hôn Mẫu, xã Mẫu")).isEqualTo("thôn Mẫu, xã Mẫu");
        assertThat(Addresses.mended("xớm 6, xã Mẫu")).isEqualTo("xóm 6, xã Mẫu");
        assertThat(Addresses.mended("xã Mẫu, quận Quảng. Phúc, tỉnh Bình Định"))
                .isEqualTo("xã Mẫu, quận Quảng Phúc, tỉnh Bình Định");
        String name = "công an Tình Cương, bến Xá Bung, tinh thần Hải";
        assertThat(Addresses.mended(name)).isEqualTo(name);
    }

    @Test
    void aProvinceIsNoMisreadLabel() {
        assertThat(values(PAPER.replace("Mẫu Dương\n", "Nam Định\n")).get("noi_sinh"))
                .endsWith("tỉnh Nam Định");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bênh uiện Phụ sản Hà Tĩnh | Bệnh viện Phụ sản Hà Tĩnh",
                "[rung tâm Y tế quân Thanh Tiến | Trung tâm Y tế quận Thanh Tiến",
                "Tram Y tế xã Mẫu; huyện Mẫu. tỉnh Long An 1 | Trạm Y tế xã Mẫu, huyện Mẫu, tỉnh Long An",
                "Ủy ban nhân dân thị trần Mẫu, tỉnh Long An | Ủy ban nhân dân thị trấn Mẫu, tỉnh Long An",
                "tổ dân phố số 10. xã Mẫu, tỉnh Long An | tổ dân phố số 10, xã Mẫu, tỉnh Long An",
                "thôn Mẫu,. xã Mẫu., tỉnh Long An | thôn Mẫu, xã Mẫu, tỉnh Long An",
                "thôn Mẫu. thi trấn Mẫu, tỉnh Long An | thôn Mẫu, thị trấn Mẫu, tỉnh Long An"
            })
    void officesAndUnitsAreWrittenAsTheyAreAndWhatWasReadIsTold(String read, String value) {
        String paper = PAPER.replace("Trạm Y tế thị trấn Mẫu, huyện Mẫu, thành phố lớn, tỉnh\nMẫu Dương", read);
        assertThat(values(paper)).containsEntry("noi_sinh", value);
        assertThat(doubts(paper, BIRTH).get("noi_sinh")).startsWith("Đọc được «" + read);
    }

    @Test
    void halfAProvinceGoesOnInTheNextLine() {
        String paper = PAPER.replace("thành phố lớn, tỉnh\nMẫu Dương", "tỉnh Đồng\nNai");
        assertThat(values(paper).get("noi_sinh")).endsWith("tỉnh Đồng Nai");
    }

    @Test
    void aPlaceRunsOnToTheNextLine() {
        assertThat(values(PAPER))
                .containsEntry("noi_sinh", "Trạm Y tế thị trấn Mẫu, huyện Mẫu, thành phố lớn, tỉnh Mẫu Dương");
    }

    @Test
    void anAddressThatCannotEndSoRunsOnThoughItsLineIsNotFull() {
        String place = "Nơi sinh: Trạm Y tế thị trấn Mẫu, huyện Mẫu, thành phố lớn, tỉnh\nMẫu Dương";
        String rest = ", thôn Xa Lắm Lắm Lắm Lắm Lắm Lắm Lắm Lắm Lắm Lắm Lắm Lắm Lắm Lắm Lắm Lắm Lắm";
        String wide = PAPER.replace("GIẤY KHAI SINH", "GIẤY KHAI SINH" + rest);
        assertThat(values(wide))
                .containsEntry("noi_sinh", "Trạm Y tế thị trấn Mẫu, huyện Mẫu, thành phố lớn, tỉnh Mẫu Dương");
        assertThat(values(wide.replace(place, "Nơi sinh: xã Mẫu, huyện Mẫu,\ntỉnh Mẫu Dương")))
                .containsEntry("noi_sinh", "xã Mẫu, huyện Mẫu, tỉnh Mẫu Dương");
        assertThat(values(wide.replace(place, "Nơi sinh: xã Mẫu, huyện Mẫu\nLời ghi không thuộc về nơi sinh")))
                .containsEntry("noi_sinh", "xã Mẫu, huyện Mẫu");
    }

    @Test
    void theProvinceAtTheEndOfAnAddressIsOfAListAndWhatWasReadIsTold() {
        assertThat(Addresses.mended("xã Sơn Hà, huyện Yên Lộc, tỉnh Nghê An"))
                .isEqualTo("xã Sơn Hà, huyện Yên Lộc, tỉnh Nghệ An");
        assertThat(Addresses.mended("Sơn Hà, Yên Lôc, Bình Đinh")).isEqualTo("Sơn Hà, Yên Lôc, Bình Định");
        assertThat(Addresses.mended("xã Sơn Hà, tỉnh Đang Nai")).isEqualTo("xã Sơn Hà, tỉnh Đồng Nai");
        assertThat(Addresses.mended("xã Sơn Hà, Đang Nai")).isEqualTo("xã Sơn Hà, Đang Nai");
        assertThat(Addresses.mended("xã Nghê An, huyện Bình Đinh")).isEqualTo("xã Nghê An, huyện Bình Đinh");
        assertThat(Addresses.doubt("tỉnh Nghệ An", "tỉnh Nghê An"))
                .get()
                .asString()
                .contains("Nghê An");
    }

    @ParameterizedTest
    @CsvSource({
        "ỦY BAN NHÂN DÂN THÀNH PHỒ TÂN AN, ỦY BAN NHÂN DÂN THÀNH PHỐ TÂN AN",
        "CÔNG AN HUYÊN MẪU, CÔNG AN HUYỆN MẪU",
        "ỦY BAN NHÂN DÂN QUẬN BÌNH, ỦY BAN NHÂN DÂN QUẬN BÌNH",
        "ỦY BAN NHÂN DÂN, ỦY BAN NHÂN DÂN"
    })
    void theUnitOfAnOfficeInCapitalsIsKnown(String read, String office) {
        assertThat(Addresses.inCapitals(read)).isEqualTo(office);
    }

    @Test
    void aColonBeforeASmallLetterBelongsToNoLabel() {
        assertThat(values(PAPER.replace("thị trấn Mẫu,", "thị trấn M:u,")).get("noi_sinh"))
                .endsWith("Mẫu Dương");
    }
}
