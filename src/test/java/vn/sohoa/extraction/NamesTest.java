package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sohoa.extraction.BirthPaper.BIRTH;
import static vn.sohoa.extraction.BirthPaper.PAPER;
import static vn.sohoa.extraction.BirthPaper.doubts;
import static vn.sohoa.extraction.BirthPaper.found;
import static vn.sohoa.extraction.BirthPaper.values;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of persons and of peoples, as read and as meant. */
class NamesTest {
    @Test
    void specksAfterAValueAreNoPartOfIt() {
        assertThat(values(PAPER.replace("Dân tộc: Kinh ", "Dân tộc: Kinh Ị "))).containsEntry("dan_toc", "Kinh");
        assertThat(values(PAPER.replace("Trần Thị Mẹ", "Trần Thị, Mẹ"))).containsEntry("ho_ten_me", "Trần Thị Mẹ");
        assertThat(values(PAPER.replace("Trần Thị Mẹ", "Trần Thị Mẹ, Công an xã")))
                .containsEntry("ho_ten_me", "Trần Thị Mẹ");
    }

    @Test
    void aPeopleWhoseMarkMayBeLostIsDoubted() {
        assertThat(doubts(PAPER.replace("Dân tộc: Kinh    Quốc", "Dân tộc: HMông    Quốc"), BIRTH))
                .containsEntry("dan_toc", "Có thể thiếu dấu: «H'Mông»?");
        assertThat(doubts(PAPER.replace("Dân tộc: Kinh    Quốc", "Dân tộc: Mông    Quốc"), BIRTH))
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
    void aSpeckBetweenTheWordsOfANameIsAGap() {
        assertThat(values(PAPER.replace("Trần Thị Mẹ", "Trần Thị.Mẹ"))).containsEntry("ho_ten_me", "Trần Thị Mẹ");
        assertThat(values(PAPER.replace("Trần Thị Mẹ", "Trần THị Mẹ"))).containsEntry("ho_ten_me", "Trần Thị Mẹ");
        assertThat(values(PAPER.replace("06/01/2005", "ˆ06/01/2005"))).containsEntry("ngay_sinh", "06/01/2005");
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
}
