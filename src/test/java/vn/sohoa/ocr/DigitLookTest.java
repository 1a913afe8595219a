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
        assertThat(DigitLook.chosen(word(first, sure), List.of(word(second, other)))
                        .text())
                .as(why)
                .isEqualTo(chosen);
    }

    @Test
    void twoReadingsThatAgreeAreAsSureAsTheSurer() {
        assertThat(DigitLook.chosen(word("0123456789", 0.5f), List.of(word("0123456789", 0.9f)))
                        .confidence())
                .isEqualTo(0.9f);
    }

    @Test
    void twoReadingsThatDifferMakeBothUnsure() {
        assertThat(DigitLook.chosen(word("08", 0.95f), List.of(word("06", 0.9f)))
                        .confidence())
                .isEqualTo(0.55f);
        assertThat(DigitLook.chosen(word("033205031154", 0.7f), List.of(word("033205037154", 0.9f)))
                        .confidence())
                .isEqualTo(0.55f);
        assertThat(DigitLook.chosen(word("08", 0.95f), List.of(word("06", 0.3f)))
                        .confidence())
                .as("what was hardly read disputes nothing")
                .isEqualTo(0.95f);
    }

    @ParameterizedTest
    @CsvSource({
        "'Mẫu, ngày 08 tháng 4 năm 2022', '08 4 2022'",
        "'Mẫu, ngàu 08, tháng 4 nãm 2022.', '08, 4 2022.'",
        "'Số 12 đường Mẫu', ''",
        "'Năm sinh: 7969', 7969"
    })
    void numbersOfADayWrittenOutAreReadTwiceHoweverSure(String text, String twice) {
        List<Word> words =
                Arrays.stream(text.split(" ")).map(part -> word(part, 0.97f)).toList();
        assertThat(DigitLook.weak(new Line(words)).stream().map(Word::text).collect(Collectors.joining(" ")))
                .isEqualTo(twice);
    }

    @Test
    void whatWasNotReadAgainStays() {
        assertThat(DigitLook.chosen(word("0123456789", 0.5f), List.of()).text()).isEqualTo("0123456789");
    }

    private static Word word(String text, float confidence) {
        return new Word(text, new Box(0, 0, 100, 30), confidence);
    }
}
