package vn.sohoa.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {
    @ParameterizedTest
    @CsvSource({
        "2007, 2007, 2007",
        "03.2007, 2007-03, 03/2007",
        "3/2007, 2007-03, 03/2007",
        "15/03/2007, 2007-03-15, 15/03/2007",
        "15.3.2007, 2007-03-15, 15/03/2007",
        "15 - 3 - 2007, 2007-03-15, 15/03/2007",
        "2007-03-15, 2007-03-15, 15/03/2007",
        "29/02/2004, 2004-02-29, 29/02/2004"
    })
    void isReadAsFarAsThePaperTells(String printed, String yearFirst, String dayFirst) {
        PartialDate date = PartialDate.parse(printed).orElseThrow();
        assertThat(date.yearFirst()).isEqualTo(yearFirst);
        assertThat(date.dayFirst("/")).isEqualTo(dayFirst);
        assertThat(date.printed()).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "30/02/2007", "29/02/2007", "13/2007", "00/2007", "0/0/2007", "15/03/07", "hôm qua", "1492"})
    void whatIsNoDateOfTheCalendarIsNone(String printed) {
        assertThat(PartialDate.parse(printed)).isEmpty();
    }

    @Test
    void aYearIsNotItsFirstDay() {
        PartialDate year = PartialDate.parse("2007").orElseThrow();
        assertThat(year.sameAs(PartialDate.parse("01/01/2007").orElseThrow())).isFalse();
        assertThat(year.month()).isEmpty();
    }
}
