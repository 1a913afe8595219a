package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.Word;

/** What a second reading of digits alone may change. */
class DigitLookTest {
    @ParameterizedTest
    @CsvSource({
        "62/62/2995, 0.9, 02/02/2005, 0.6, 02/02/2005, an impossible day gives way",
        "02/02/2005, 0.5, 62/62/2995, 0.9, 02/02/2005, and never comes in",
        "033205031154, 0.7, 033205037154, 0.9, 033205037154, the surer reading stays",
        "033205031154, 0.9, 033205037154, 0.9, 033205031154, the first one where neither is surer",
        "7969, 0.95, 1969, 0.7, 1969, a year that never was gives way",
        "08, 0.9, 06, 0.9, 08, of a day too",
        "033205031154, 0.2, 03320503115, 0.9, 033205031154, no digit is lost",
        "'(02/13/2005),', 0.9, 02/10/2005, 0.6, '(02/10/2005),', signs around it stay"
    })
    void readings(String first, float sure, String second, float other, String chosen, String why) {
        assertThat(chosen(word(first, sure), second, other).text()).as(why).isEqualTo(chosen);
    }

    @Test
    void twoReadingsThatAgreeAreAsSureAsTheSurer() {
        assertThat(chosen(word("0123456789", 0.5f), "0123456789", 0.9f).confidence())
                .isEqualTo(0.9f);
    }

    @Test
    void twoReadingsThatDifferMakeBothUnsure() {
        assertThat(chosen(word("08", 0.95f), "06", 0.9f).confidence()).isEqualTo(0.55f);
        assertThat(chosen(word("033205031154", 0.7f), "033205037154", 0.9f).confidence())
                .isEqualTo(0.55f);
        assertThat(chosen(word("08", 0.95f), "06", 0.3f).confidence())
                .as("what was hardly read disputes nothing")
                .isEqualTo(0.95f);
    }

    @ParameterizedTest
    @CsvSource({
        "'Mẫu, ngày 08 tháng 4 năm 2022', '08 4 2022'",
        "'Mẫu, ngàu 08, tháng 4 nãm 2022.', '08, 4 2022.'",
        "'Số 12 đường Mẫu', ''",
        "'Điện thoại: 0912345678, số 12', '0912345678,'",
        "'Năm sinh: 7969', 7969"
    })
    void longNumbersAndThoseOfADayWrittenOutAreReadTwiceHoweverSure(String text, String twice) {
        List<Word> words =
                Arrays.stream(text.split(" ")).map(part -> word(part, 0.97f)).toList();
        assertThat(DigitLook.numbers(new Line(words), word -> false).stream()
                        .map(Word::text)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(twice);
    }

    @Test
    void whatWasNotReadAgainStays() {
        assertThat(chosen(word("0123456789", 0.5f), "", 0).text()).isEqualTo("0123456789");
    }

    @ParameterizedTest
    @CsvSource({
        "0974253052, 0914253052, 0.9, 0914253052, what is read the same upright counts",
        "0974253052, 0914253052, 0.4, 0914253052, and it is enough that one of both is sure",
        "28//0/1985, 28/10/1985, 0.95, 28/10/1985, of what was no day one comes alone",
        "0974253052, 0914253062, 0.9, 0974253052, nor where the two differ",
        "1512/2013, 15/12/2013, 0.9, 15/12/2013, a sign that was lost comes back",
        "21/03/1976, 21103/1976, 0.9, 21/03/1976, a day stays a day",
        "033205031154, 03320503115, 0.9, 033205031154, a person's number one of a person"
    })
    void whatIsReadTheSameWithItsStrokesUprightCounts(
            String first, String upright, float sure, String chosen, String why) {
        Word read = DigitLook.chosen(
                word(first, 0.96f),
                new DigitLook.Heard(
                        upright.replace("0914253062", "0914253052").replace("28/10/1985", "28/0/1985"), 0.9f),
                () -> new DigitLook.Heard(upright, sure));
        assertThat(read.text()).as(why).isEqualTo(chosen);
    }

    @Test
    void whereNeitherReadingOfTheDigitsNetworkIsSureTheFirstStays() {
        Word read = DigitLook.chosen(
                word("0974253052", 0.9f),
                new DigitLook.Heard("0914253052", 0.5f),
                () -> new DigitLook.Heard("0914253052", 0.7f));
        assertThat(read.text()).isEqualTo("0974253052");
    }

    @Test
    void whatIsReadAsAtFirstWithItsStrokesUprightStaysAsSure() {
        Word read = DigitLook.chosen(
                word("0974253052", 0.9f),
                new DigitLook.Heard("0914253052", 0.95f),
                () -> new DigitLook.Heard("0974253052", 0.9f));
        assertThat(read).isEqualTo(word("0974253052", 0.9f));
    }

    @Test
    void shortNumbersAreReadTwiceWhereTheyLean() {
        Line line = new Line(List.of(word("số", 0.9f), word("118", 0.9f), word("tờ", 0.9f), word("7", 0.9f)));
        assertThat(DigitLook.numbers(line, word -> true)).extracting(Word::text).containsExactly("118");
        assertThat(DigitLook.numbers(line, word -> false)).isEmpty();
    }

    /** Where the third reading is of no help. */
    private static Word chosen(Word first, String second, float sure) {
        return DigitLook.chosen(first, new DigitLook.Heard(second, sure), () -> new DigitLook.Heard("", 0));
    }

    private static Word word(String text, float confidence) {
        return new Word(text, new Box(0, 0, 100, 30), confidence);
    }
}
