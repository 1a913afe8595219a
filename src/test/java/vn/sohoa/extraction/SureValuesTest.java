package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sohoa.extraction.BirthPaper.PAPER;
import static vn.sohoa.extraction.BirthPaper.TODAY;
import static vn.sohoa.extraction.BirthPaper.found;
import static vn.sohoa.extraction.BirthPaper.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sohoa.Sheet;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/** Which values need nobody: two sources that agree, or a sort that was measured. */
class SureValuesTest {
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

    /** The day of an entry or a paper names nobody; a day of birth does. */
    @Test
    void aDayOfThePaperMayNeedNobodyWhereItWasMeasuredADayOfBirthNever() {
        Certainty.Sort paper = new Certainty.Sort(FieldKind.PAPER_DATE, FieldRule.Where.LABEL);
        Certainty.Sort birth = new Certainty.Sort(FieldKind.DATE, FieldRule.Where.LABEL);
        Form form = new Form(List.of(
                FieldRule.labelled("ngay_sinh", FieldKind.DATE, "Ngày sinh"),
                FieldRule.labelled("ngay_dang_ky", FieldKind.PAPER_DATE, "Ngày đăng ký")));
        PageText text = Sheet.of("Ngày sinh: 03/04/1985\nNgày đăng ký: ngày 5 tháng 4 năm 1985");
        assertThat(sure(text, form, Map.of(paper, 0.1, birth, 0.1))).containsExactly("ngay_dang_ky");
        assertThat(sure(text, form, Map.of(birth, 0.1))).isEmpty();
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

    private static FieldRule card(String code, FieldKind kind, CardPart part, String label) {
        return FieldRule.labelled(code, kind, label).card(part);
    }
}
