package vn.sohoa.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTest {
    @Test
    void whereALineStandsDoesNotMatter() {
        Reading reading =
                Reading.page(List.of("Họ và tên", "Ngày sinh"), "Họ và tên Ngày sinh", "Ngày sinh # Họ và tên");
        assertThat(reading.errors()).isEqualTo(new Ratio(0, 18));
        assertThat(reading.hits()).isEqualTo(new Ratio(5, 5));
        assertThat(reading.precise()).isEqualTo(new Ratio(5, 6));
        assertThat(reading.inOrder().count()).isPositive();
    }

    @Test
    void aToneMarkIsAnErrorAndABaseLetterIsNot() {
        Reading reading = Reading.page(List.of("Nguyễn Hường"), "Nguyễn Hường", "Nguyên Hương");
        assertThat(reading.errors()).isEqualTo(new Ratio(2, 12));
        assertThat(reading.baseErrors()).isEqualTo(new Ratio(0, 12));
        assertThat(reading.hits()).isEqualTo(new Ratio(0, 2));
    }

    @Test
    void leadersQuotesAndComposedLettersAreNoErrors() {
        Reading reading =
                Reading.page(List.of("Số: “12” – “A”"), "Số: “12” – “A”", "So\u0302\u0301: ……\"12\"..... - \"A\" ____");
        assertThat(reading.errors().count()).isZero();
    }

    @Test
    void aPageThatWasNotReadIsAllWrong() {
        Reading reading = Reading.page(List.of("một", "hai"), "một hai", "");
        assertThat(reading.cer()).isEqualTo(1);
        assertThat(reading.wer()).isEqualTo(1);
    }

    @Test
    void aWordCountsAsOftenAsItIsThere() {
        Reading reading = Reading.page(List.of("xã xã xã"), "xã xã xã", "xã xã");
        assertThat(reading.hits()).isEqualTo(new Ratio(2, 3));
    }

    @Test
    void distancesCountLettersNotUnits() {
        assertThat(Distance.whole("a\uD83D\uDE00b", "ab")).isEqualTo(1);
        assertThat(Distance.within("abc", "xxabdxx")).isEqualTo(1);
        assertThat(Distance.within("abc", "")).isEqualTo(3);
        assertThat(Distance.within("", "abc")).isZero();
    }

    @Test
    void valuesThatPeopleCallTheSameAreTheSame() {
        assertThat(Folded.value("  Thôn Hoà , xã Uý; ")).isEqualTo(Folded.value("thôn hòa, xã úy"));
        assertThat(Folded.value("01 / 02 / 2003")).isEqualTo(Folded.value("01/02/2003"));
        assertThat(Folded.value("Hoàng")).isNotEqualTo(Folded.value("Hòang"));
        assertThat(Folded.value("Hường")).isNotEqualTo(Folded.value("Hương"));
    }
}
