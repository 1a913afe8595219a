package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days as they are written, and as they are read where a stroke or a gap went wrong. */
class DatesTest {
    @ParameterizedTest
    @CsvSource({
        "07/11/1985, 07/11/1985",
        "07-11-1985, 07/11/1985",
        "7.11.1985, 07/11/1985",
        "07 / 11 / 1985, 07/11/1985",
        "07/1 1/1985, 07/11/1985",
        "1 5/1 1/1985, 15/11/1985",
        "21!01/1962, 21/01/1962",
        "21/01|1962, 21/01/1962",
        "28/05 1986, 28/05/1986",
        "28 09-1968, 28/09/1968",
        "20: 11: 2046, 20/11/2046",
        "31/02/1962, ''",
        "ngày 7 tháng 11 năm 1985, 07/11/1985",
        "18 cháng 3 năm 2010, 18/03/2010",
        "9 năm 2007, ''",
        "11/1985, 11/1985",
        "1985, 1985"
    })
    void theFirstDayInAText(String text, String day) {
        assertThat(Dates.first(text).orElse("")).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "Ngày hai mươi ba tháng chín năm hai nghìn không trăm linh bảy, 23/09/2007",
        "ngày năm tháng bảy năm hai nghìn không trăm mười bảy, 05/07/2017",
        "Ngày bảy tháng ba năm một nghìn chín trăm chín mươi bảy., 07/03/1997",
        "Ngày ba mươi mốt tháng tư năm hai nghìn không trăm linh ba, ''",
        "ngày ba tháng ba hai nghìn, ''"
    })
    void theFirstDayInWords(String text, String day) {
        assertThat(DayInWords.in(text).orElse("")).isEqualTo(day);
    }
}
