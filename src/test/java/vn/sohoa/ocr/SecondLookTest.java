package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.Word;

class SecondLookTest {
    @Test
    void aSurerReadingOfTheSamePlaceIsTaken() {
        assertThat(text(SecondLook.chosen(words(0.6f, "Trân"), words(0.9f, "Trần"))))
                .isEqualTo("Trần");
        assertThat(text(SecondLook.chosen(words(0.9f, "Trần"), words(0.6f, "Trân"))))
                .isEqualTo("Trần");
        assertThat(text(SecondLook.chosen(words(0.7f, "q11ê"), words(0.7f, "quê"))))
                .isEqualTo("quê");
    }

    @Test
    void whatTheSecondReadingLeavesOutIsNotLost() {
        assertThat(text(SecondLook.chosen(words(0.5f, "Năm", "sinh"), words(0.95f, "Năm"))))
                .isEqualTo("Năm sinh");
        assertThat(text(SecondLook.chosen(words(0.5f, "KHAISINH"), words(0.95f, "SINH"))))
                .isEqualTo("KHAISINH");
    }

    @Test
    void aPlaceThatOnlyOneReadingKnowsStaysAsItWas() {
        assertThat(text(SecondLook.chosen(words(0.2f, "xã"), List.of()))).isEqualTo("xã");
        assertThat(SecondLook.chosen(List.of(), words(0.9f, "xã"))).isEmpty();
    }

    @Test
    void aLineIsReadAgainForOneWordThatIsNotSure() {
        assertThat(SecondLook.isWeak(new Line(words(0.9f, "Họ", "và", "tên")))).isFalse();
        assertThat(SecondLook.isWeak(new Line(words(0.84f, "Họ", "và", "tên")))).isTrue();
    }

    @Test
    void whatDoesNotLookLikeAWordIsLeftAloneOnlyWhereItIsReadMoreSurely() {
        assertThat(SecondLook.isWeak(new Line(words(0.88f, "bqx")))).isTrue();
        assertThat(SecondLook.isWeak(new Line(words(0.92f, "bqx")))).isFalse();
    }

    private static List<Word> words(float confidence, String... texts) {
        List<Word> words = new ArrayList<>();
        for (String text : texts) {
            words.add(new Word(text, new Box(100 * words.size(), 0, 90, 30), confidence));
        }
        return words;
    }

    private static String text(List<Word> words) {
        return String.join(" ", words.stream().map(Word::text).toList());
    }
}
