package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.Sheet;
import vn.sohoa.extraction.FieldRule.Where;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

class ExtractionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    private static final List<FieldRule> BIRTH = List.of(
            rule("so", FieldKind.NUMBER, "Số"),
            rule("ho_ten", FieldKind.PERSON_NAME, "Họ và tên", "Họ, chữ đệm, tên"),
            rule("ngay_sinh", FieldKind.DATE, "Ngày, tháng, năm sinh"),
            rule("gioi_tinh", FieldKind.SEX, "Giới tính"),
            rule("dan_toc", FieldKind.ETHNICITY, "Dân tộc"),
            rule("noi_sinh", FieldKind.PLACE, "Nơi sinh"),
            rule("so_dinh_danh", FieldKind.PERSONAL_NUMBER, "Số định danh cá nhân"),
            rule("ho_ten_me", FieldKind.PERSON_NAME, "Họ và tên mẹ"),
            after("nam_sinh_me", FieldKind.YEAR, "ho_ten_me", "Năm sinh"),
            rule("ho_ten_cha", FieldKind.PERSON_NAME, "Họ và tên cha"),
            after("nam_sinh_cha", FieldKind.YEAR, "ho_ten_cha", "Năm sinh"),
            FieldRule.placed("nguoi_ky", FieldKind.PERSON_NAME, Where.SIGNATURE),
            FieldRule.placed("ngay_lam", FieldKind.DATE, Where.DATE_LINE, "Làm tại"));

    private static final String PAPER = """
            GIẤY KHAI SINH
            Số: 03
            Họ và tên: NGUYỄN VĂN MẪU................
            Ngày, tháng, năm sinh: 06/01/2005.......    Giới tính: Nam.....
            Dân tộc: Kinh    Quốc tịch: Việt Nam
            Nơi sinh: Trạm Y tế thị trấn Mẫu, huyện Mẫu, thành phố lớn, tỉnh
            Mẫu Dương
            Số định danh cá nhân: 033205031154
            Họ và tên mẹ: Trần Thị Mẹ
            Năm sinh: 1981    Dân tộc: Tày
            Họ và tên cha: Nguyễn Văn Cha
            Năm sinh: 1979    Dân tộc: Kinh
            Mẫu Dương, ngày 7 tháng 2 năm 2005
                                                        TM. ỦY BAN NHÂN DÂN
                                                            CHỦ TỊCH
                                                        Phạm Thị Ký
            """;

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
    void aPersonalNumberIsHeldAgainstTheDataOfItsOwnPerson() {
        List<FieldRule> two = new ArrayList<>(BIRTH);
        two.add(after("so_dinh_danh_me", FieldKind.PERSONAL_NUMBER, "ho_ten_me", "Số CCCD"));
        String right = PAPER.replace("Năm sinh: 1981 ", "Năm sinh: 1981    Số CCCD: 033181004567");
        assertThat(doubts(right, two)).doesNotContainKeys("so_dinh_danh", "so_dinh_danh_me");
        String wrong = PAPER.replace("Năm sinh: 1981 ", "Năm sinh: 1981    Số CCCD: 033179004567");
        assertThat(doubts(wrong, two)).doesNotContainKey("so_dinh_danh");
        assertThat(doubts(wrong, two).get("so_dinh_danh_me")).contains("1979");
    }

    private static Map<String, String> doubts(String paper, List<FieldRule> rules) {
        return Extraction.of(List.of(Sheet.of(paper)), new Form(rules), List.of(), Certainty.NONE, TODAY).stream()
                .filter(found -> found.rule().isPresent())
                .collect(Collectors.toMap(Found::code, found -> found.rule().get()));
    }

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
    void specksAfterAValueAreNoPartOfIt() {
        assertThat(values(PAPER.replace("Dân tộc: Kinh ", "Dân tộc: Kinh Ị "))).containsEntry("dan_toc", "Kinh");
        assertThat(values(PAPER.replace("Trần Thị Mẹ", "Trần Thị, Mẹ"))).containsEntry("ho_ten_me", "Trần Thị Mẹ");
        assertThat(values(PAPER.replace("Trần Thị Mẹ", "Trần Thị Mẹ, Công an xã")))
                .containsEntry("ho_ten_me", "Trần Thị Mẹ");
    }

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
    void aProvinceIsNoMisreadLabel() {
        assertThat(values(PAPER.replace("Mẫu Dương\n", "Nam Định\n")).get("noi_sinh"))
                .endsWith("tỉnh Nam Định");
    }

    @Test
    void aDayOrAYearThatHasNotComeYetIsDoubted() {
        assertThat(doubts(PAPER, BIRTH)).doesNotContainKeys("ngay_lam", "nam_sinh_me");
        assertThat(doubts(PAPER.replace("tháng 2 năm 2005", "tháng 2 năm 2095"), BIRTH))
                .containsEntry("ngay_lam", "Ngày hoặc năm này chưa tới: xem lại từng chữ số.");
        assertThat(doubts(PAPER.replace("Năm sinh: 1981", "Năm sinh: 2081"), BIRTH))
                .containsKey("nam_sinh_me");
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
    void aPeopleWhoseMarkMayBeLostIsDoubted() {
        assertThat(doubts(PAPER.replace("Dân tộc: Kinh    Quốc", "Dân tộc: HMông    Quốc"), BIRTH))
                .containsEntry("dan_toc", "Có thể thiếu dấu: «H'Mông»?");
        assertThat(doubts(PAPER.replace("Dân tộc: Kinh    Quốc", "Dân tộc: H'Mông    Quốc"), BIRTH))
                .doesNotContainKey("dan_toc");
        String gap = PAPER.replace("Dân tộc: Kinh    Quốc", "Dân tộc: H Mông    Quốc");
        assertThat(values(gap)).containsEntry("dan_toc", "H'Mông");
        assertThat(doubts(gap, BIRTH).get("dan_toc")).contains("«H Mông»");
    }

    @Test
    void aNameGoesOnOverAWordThatWasReadWithASmallLetterLikeItsCapital() {
        assertThat(values(PAPER.replace("Nguyễn Văn Cha", "Nguyễn công Cường")))
                .containsEntry("ho_ten_cha", "Nguyễn Công Cường");
        assertThat(values(PAPER.replace("Trần Thị Mẹ", "chu Thu Ngân"))).containsEntry("ho_ten_me", "Chu Thu Ngân");
        assertThat(values(PAPER.replace("Nguyễn Văn Cha", "Nguyễn Văn Cường sinh năm 1979")))
                .containsEntry("ho_ten_cha", "Nguyễn Văn Cường");
    }

    @Test
    void aColonBeforeASmallLetterBelongsToNoLabel() {
        assertThat(values(PAPER.replace("thị trấn Mẫu,", "thị trấn M:u,")).get("noi_sinh"))
                .endsWith("Mẫu Dương");
    }

    @Test
    void aSpeckBetweenTheWordsOfANameIsAGap() {
        assertThat(values(PAPER.replace("Trần Thị Mẹ", "Trần Thị.Mẹ"))).containsEntry("ho_ten_me", "Trần Thị Mẹ");
        assertThat(values(PAPER.replace("Trần Thị Mẹ", "Trần THị Mẹ"))).containsEntry("ho_ten_me", "Trần Thị Mẹ");
        assertThat(values(PAPER.replace("06/01/2005", "ˆ06/01/2005"))).containsEntry("ngay_sinh", "06/01/2005");
    }

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
        "Nguyên Văn Mẫu, Nguyễn Văn Mẫu",
        "Đạng Văn Mẫu, Đặng Văn Mẫu",
        "Bài Văn Mẫu, Bùi Văn Mẫu",
        "Đaàn Thị Mẫu, Đoàn Thị Mẫu",
        "Trần Thinh An, Trần Thịnh An",
        "Triêu Khác Trung, Triệu Khắc Trung",
        "Lê Thùy Ty, Lê Thùy Tỵ"
    })
    void aWordOfANameThatIsNearToJustOneOfTheListsIsThatOneAndSaysWhatWasRead(String read, String meant) {
        Found name = found(PAPER.replace("NGUYỄN VĂN MẪU", read)).get("ho_ten");
        assertThat(name.value()).isEqualTo(meant);
        assertThat(name.raw()).isEqualTo(read);
        assertThat(name.rule()).get().asString().contains("«" + read + "»");
        assertThat(name.needsReview()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lường Văn Mẫu",
                "Ngô Đinh Định",
                "Xyz Anna",
                "Giàng Xếnh",
                "Siu Hmrik",
                "Tran Van Thinh",
                "Nguyễn Kpuih"
            })
    void aNameOnTheListsOrUnlikeAllOfThemOrWithoutAnyMarkStaysAsItWasRead(String read) {
        Found name = found(PAPER.replace("NGUYỄN VĂN MẪU", read)).get("ho_ten");
        assertThat(name.value()).isEqualTo(read);
        assertThat(name.rule()).isEmpty();
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
    void placesWithoutLabelsAreFound() {
        assertThat(values(PAPER)).containsEntry("nguoi_ky", "Phạm Thị Ký").containsEntry("ngay_lam", "07/02/2005");
        assertThat(values("Làm tại: Xã Mẫu, ngày 19 tháng 04 năm\n2021")).containsEntry("ngay_lam", "19/04/2021");
        assertThat(values(PAPER.replace("CHỦ TỊCH", "").replace("TM. ỦY BAN NHÂN DÂN", "")))
                .as("a name under nobody's office is no signature")
                .doesNotContainKey("nguoi_ky");
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
    void whatOnlyPrintSaysIsForAPersonAndKnowsItsPlace() {
        Found name = found(PAPER).get("ho_ten");
        assertThat(name.needsReview()).isTrue();
        assertThat(name.source()).isEqualTo(Found.Source.OCR);
        assertThat(name.raw()).isEqualTo("NGUYỄN VĂN MẪU");
        assertThat(name.box().x()).isGreaterThan(300);
        assertThat(name.box().y()).isEqualTo(290);
    }

    @Test
    void aPersonalNumberThatContradictsThePaperIsDoubtedNotRefused() {
        assertThat(found(PAPER).get("so_dinh_danh").rule()).isEmpty();
        Found number = found(PAPER.replace("06/01/2005", "06/01/1995")).get("so_dinh_danh");
        assertThat(number.value()).isEqualTo("033205031154");
        assertThat(number.rule()).get().asString().contains("2005");
    }

    @Test
    void aCardsCodeIsSureWhereThePrintSaysExactlyTheSame() {
        List<FieldRule> card = new ArrayList<>();
        card.add(card("so_dinh_danh", FieldKind.PERSONAL_NUMBER, CardPart.NUMBER, "Số / No."));
        card.add(card("ho_ten", FieldKind.PERSON_NAME, CardPart.NAME, "Họ và tên / Full name"));
        card.add(card("noi_thuong_tru", FieldKind.PLACE, CardPart.RESIDENCE, "Nơi thường trú / Place of residence"));
        CardCode code = new CardCode(
                Found.Source.QR,
                Map.of(
                        CardPart.NUMBER, "030170066192",
                        CardPart.NAME, "Vũ Thị Hiền",
                        CardPart.RESIDENCE, "Thôn Mẫu, Hải Dương"),
                0,
                new Box(9, 9, 99, 99));
        Map<String, Found> found = Extraction.of(
                        List.of(Sheet.of("Số / No.: 030170066192\nHọ và tên / Full name:\nVŨ THỊ HIẾN")),
                        new Form(card),
                        List.of(code),
                        Certainty.NONE,
                        TODAY)
                .stream()
                .collect(Collectors.toMap(Found::code, value -> value));
        assertThat(found.get("so_dinh_danh").needsReview()).isFalse();
        assertThat(found.get("so_dinh_danh").source()).isEqualTo(Found.Source.QR);
        assertThat(found.get("ho_ten").value()).isEqualTo("Vũ Thị Hiền");
        assertThat(found.get("ho_ten").needsReview())
                .as("print reads another tone")
                .isTrue();
        assertThat(found.get("ho_ten").rule()).isPresent();
        assertThat(found.get("noi_thuong_tru").needsReview())
                .as("one source only")
                .isTrue();
        assertThat(found.get("noi_thuong_tru").box()).isEqualTo(new Box(9, 9, 99, 99));
    }

    @Test
    void aDayInDigitsAndInWordsIsSureWhereBothAgree() {
        String words = PAPER.replace(
                "Dân tộc: Kinh    Quốc",
                "Ghi bằng chữ: Ngày sáu tháng một năm hai nghìn không trăm linh năm\nDân tộc: Kinh    Quốc");
        assertThat(found(PAPER).get("ngay_sinh").needsReview()).isTrue();
        assertThat(found(words).get("ngay_sinh").needsReview()).isFalse();
        Found doubted = found(words.replace("06/01/2005", "08/01/2005")).get("ngay_sinh");
        assertThat(doubted.value()).isEqualTo("08/01/2005");
        assertThat(doubted.needsReview()).isTrue();
        assertThat(doubted.rule()).get().asString().contains("06/01/2005");
    }

    @Test
    void anAmountInDigitsAndInWordsIsSureWhereBothAgree() {
        Form form = new Form(List.of(FieldRule.labelled("so_tien", FieldKind.AMOUNT, "Số tiền")));
        String paper = "Số tiền: 12.500.000 đồng\n(Bằng chữ: Mười hai triệu năm trăm nghìn đồng chẵn)";
        Found amount = Extraction.of(List.of(Sheet.of(paper)), form, List.of(), Certainty.NONE, TODAY)
                .get(0);
        assertThat(amount.value()).isEqualTo("12.500.000");
        assertThat(amount.needsReview()).isFalse();
        Found other = Extraction.of(
                        List.of(Sheet.of(paper.replace("12.500", "12.600"))), form, List.of(), Certainty.NONE, TODAY)
                .get(0);
        assertThat(other.needsReview()).isTrue();
        assertThat(other.rule()).get().asString().contains("12500000");
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

    @ParameterizedTest
    @CsvSource({"Kính, Kinh", "kinh, Kinh", "rày, Tày", "Ê-đệ, Ê-đê", "H' Mông, H'Mông"})
    void aMisreadPeopleIsTheOneThatIsNearAndSaysWhatWasRead(String read, String meant) {
        Found people = found(PAPER.replace("Dân tộc: Kinh    Quốc", "Dân tộc: " + read + "    Quốc"))
                .get("dan_toc");
        assertThat(people.value()).isEqualTo(meant);
        assertThat(people.raw()).isEqualTo(read);
    }

    @Test
    void aPeopleUnlikeAllOnTheListIsDoubtedAndStays() {
        Found people = found(PAPER.replace("Dân tộc: Kinh    Quốc", "Dân tộc: Xyzwv    Quốc"))
                .get("dan_toc");
        assertThat(people.value()).isEqualTo("Xyzwv");
        assertThat(people.rule()).get().asString().contains("danh mục dân tộc");
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
    void aYearTornByAGapIsOne() {
        assertThat(Values.of(FieldKind.YEAR, "1 962")).contains("1962");
        assertThat(Values.of(FieldKind.YEAR, "1 96")).isEmpty();
        assertThat(Values.of(FieldKind.YEAR, "12 1962")).contains("1962");
        assertThat(Values.of(FieldKind.YEAR, "17991")).isEmpty();
    }

    @Test
    void labelsThatImitateEachOtherGiveTheirOneValue() {
        assertThat(values("Họ và tên: ………… Họ và tên: ……………")).isEmpty();
        assertThat(values("Họ và tên: ………… Họ và tên: TRẦN VĂN MẪU")).containsEntry("ho_ten", "Trần Văn Mẫu");
    }

    private static Map<String, String> values(String paper) {
        return found(paper).values().stream().collect(Collectors.toMap(Found::code, Found::value));
    }

    private static Map<String, Found> found(String paper) {
        return Extraction.of(List.of(Sheet.of(paper)), new Form(BIRTH), List.of(), Certainty.NONE, TODAY).stream()
                .collect(Collectors.toMap(Found::code, value -> value));
    }

    private static FieldRule rule(String code, FieldKind kind, String... labels) {
        return FieldRule.labelled(code, kind, labels);
    }

    private static FieldRule after(String code, FieldKind kind, String after, String... labels) {
        return FieldRule.labelled(code, kind, labels).after(after);
    }

    private static FieldRule card(String code, FieldKind kind, CardPart part, String label) {
        return FieldRule.labelled(code, kind, label).card(part);
    }

    @Test
    void aSortThatWasMeasuredNeedsNobodyFromItsConfidenceOnAndNamesAndBirthDaysAlwaysDo() {
        Certainty.Sort sex = new Certainty.Sort(FieldKind.SEX, FieldRule.Where.LABEL);
        Certainty.Sort name = new Certainty.Sort(FieldKind.PERSON_NAME, FieldRule.Where.LABEL);
        Certainty.Sort day = new Certainty.Sort(FieldKind.DATE, FieldRule.Where.LABEL);
        Form form = new Form(List.of(
                FieldRule.labelled("ho_ten", FieldKind.PERSON_NAME, "Họ và tên"),
                FieldRule.labelled("ngay_sinh", FieldKind.DATE, "Ngày sinh"),
                FieldRule.labelled("gioi_tinh", FieldKind.SEX, "Giới tính")));
        PageText paper = Sheet.of("Họ và tên: Trần Văn Mẫu\nNgày sinh: 03/04/1985\nGiới tính: Nam");
        double read = Extraction.of(List.of(paper), form, List.of(), Certainty.NONE, TODAY)
                .get(2)
                .confidence();

        assertThat(sure(paper, form, Map.of(sex, read, name, 0.1, day, 0.1))).containsExactly("gioi_tinh");
        assertThat(sure(paper, form, Map.of(sex, read + 0.001))).isEmpty();
        assertThat(sure(paper, form, Map.of())).isEmpty();
    }

    @Test
    void aNameSaidTwiceIsSureFromTheMeasuredConfidenceOnAndANumberToo() {
        Form form = new Form(List.of(
                FieldRule.labelled("ho_ten", FieldKind.PERSON_NAME, "Họ và tên"),
                FieldRule.labelled("so", FieldKind.PERSONAL_NUMBER, "Số định danh")));
        String once = "Họ và tên: Trần Văn Mẫu\nSố định danh: 033085004567\n";
        String twice = once + "Tôi là Trần Văn Mẫu, mang số 033085004567 đã nói trên.\n";
        Certainty measured = new Certainty(Map.of(), 0.5);
        assertThat(sure(Sheet.of(once), form, measured)).isEmpty();
        assertThat(sure(Sheet.of(twice), form, measured)).containsExactly("ho_ten", "so");
        assertThat(sure(Sheet.of(twice), form, Certainty.NONE)).isEmpty();
        assertThat(sure(Sheet.of(twice.replace("là Trần Văn Mẫu", "là Trần Văn Mấu")), form, measured))
                .containsExactly("so");
    }

    @Test
    void aPartOfALongerNameIsNoSecondMention() {
        Form form = new Form(List.of(rule("ho_ten", FieldKind.PERSON_NAME, "Họ và tên")));
        String paper = "Họ và tên: Trọng Phong\nNgười ký: KIỀU TRỌNG PHONG\n";
        assertThat(sure(Sheet.of(paper), form, Certainty.NONE)).isEmpty();
        assertThat(sure(Sheet.of(paper.replace("Trọng Phong", "Phong")), form, Certainty.NONE))
                .isEmpty();
        assertThat(sure(Sheet.of(paper.replace("Trọng Phong", "Kiều Trọng")), form, Certainty.NONE))
                .isEmpty();
        assertThat(sure(Sheet.of(paper.replace("Trọng Phong", "Kiều Trọng Phong")), form, Certainty.NONE))
                .containsExactly("ho_ten");
        assertThat(sure(
                        Sheet.of("Họ và tên: Kiều Trọng Phong\nÔng KIỀU TRỌNG PHONG, sinh năm 1970\n"),
                        form,
                        Certainty.NONE))
                .containsExactly("ho_ten");
    }

    /** «Mỵ» is read as «My» in capitals and in small letters: two readings that agree are no proof there. */
    @ParameterizedTest
    @CsvSource({
        "Trần Thị Mỹ, true",
        "Lê Văn Tuấn, true",
        "Ksor Nhi, true",
        "Trần Thị My, false",
        "Trần Thị Mỵ, false",
        "Lê Thị Ứng, false",
        "Lê Văn Tuần, false",
        "Đỗ Thị Ty, false"
    })
    void aNameThatALostMarkWouldMakeAnotherIsNotSureThoughItIsSaidInTwoShapes(String name, boolean sure) {
        Form form = new Form(List.of(rule("ho_ten", FieldKind.PERSON_NAME, "Họ và tên")));
        String paper = "Họ và tên: " + name.toUpperCase(Locale.ROOT) + "\nTôi là " + name + " đã nói trên.\n";
        assertThat(sure(Sheet.of(paper), form, Certainty.NONE)).hasSize(sure ? 1 : 0);
    }

    @Test
    void whatWasHardlyReadIsNoSourceThoughThePaperSaysItTwice() {
        Form form = new Form(List.of(FieldRule.labelled("ho_ten", FieldKind.PERSON_NAME, "Họ và tên")));
        PageText paper = Sheet.of("Họ và tên: TRẦN VĂN PHONG\nTôi là Trần Văn Phong đã nói trên.");
        assertThat(sure(paper, form, Certainty.NONE)).containsExactly("ho_ten");
        PageText faint = new PageText(
                paper.width(),
                paper.height(),
                paper.dpi(),
                paper.source(),
                paper.blocks().stream()
                        .map(block -> new Block(block.lines().stream()
                                .map(line -> new Line(line.words().stream()
                                        .map(word -> new Word(word.text(), word.box(), 0.25f))
                                        .toList()))
                                .toList()))
                        .toList());
        assertThat(sure(faint, form, Certainty.NONE)).isEmpty();
    }

    @Test
    void whatIsDoubtedNeedsAPersonHoweverSureItsSortIs() {
        Form form = new Form(List.of(FieldRule.labelled("dan_toc", FieldKind.ETHNICITY, "Dân tộc")));
        Map<Certainty.Sort, Double> measured =
                Map.of(new Certainty.Sort(FieldKind.ETHNICITY, FieldRule.Where.LABEL), 0.1);
        assertThat(sure(Sheet.of("Dân tộc: Kinh"), form, measured)).containsExactly("dan_toc");
        assertThat(sure(Sheet.of("Dân tộc: Kính"), form, measured)).isEmpty();
    }

    private static List<String> sure(PageText paper, Form form, Map<Certainty.Sort, Double> measured) {
        return sure(paper, form, new Certainty(measured, Certainty.NEVER));
    }

    private static List<String> sure(PageText paper, Form form, Certainty certainty) {
        return Extraction.of(List.of(paper), form, List.of(), certainty, TODAY).stream()
                .filter(found -> !found.needsReview())
                .map(Found::code)
                .toList();
    }
}
