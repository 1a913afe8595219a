package vn.sohoa.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineZoneTest {
    private static final List<String> ZONE = List.of(
            "IDVNM0850001235030085000123<<4", "8504124M4504126VNM<<<<<<<<<<<0", "NGUYEN<<VAN<MAU<<<<<<<<<<<<<<<");

    @Test
    void aZoneWhoseFiveCheckDigitsAgreeIsTaken() {
        MachineZone zone = MachineZone.parse(ZONE).orElseThrow();
        assertThat(zone.number()).isEqualTo("030085000123");
        assertThat(zone.birth()).isEqualTo("850412");
        assertThat(zone.sex()).isEqualTo("M");
        assertThat(zone.expiry()).isEqualTo("450412");
        assertThat(zone.name()).isEqualTo("NGUYEN VAN MAU");
        assertThat(zone.lines()).isEqualTo(ZONE);
        assertThat(MachineZone.parse(zone.text())).contains(zone);
    }

    /** One digit wrong in the document's number, the person's, the birth, the end, and in each check digit. */
    @ParameterizedTest
    @CsvSource({"0, 6", "0, 14", "0, 18", "0, 29", "1, 2", "1, 6", "1, 10", "1, 14", "1, 29"})
    void noneIsTakenWhereOneDigitIsWrong(int line, int place) {
        char[] wrong = ZONE.get(line).toCharArray();
        wrong[place] = wrong[place] == '9' ? '3' : (char) (wrong[place] + 1);
        List<String> read = new java.util.ArrayList<>(ZONE);
        read.set(line, new String(wrong));
        assertThat(MachineZone.parse(read)).isEmpty();
    }

    /** U, K and A weigh as nought, Y as four: check digits agree all the same. */
    @ParameterizedTest
    @CsvSource({"0, 5", "1, 2", "1, 8"})
    void noneIsTakenWhereALetterWithTheWeightOfItsDigitWasRead(int line, int place) {
        char[] wrong = ZONE.get(line).toCharArray();
        wrong[place] = wrong[place] == '0' ? 'U' : 'Y';
        List<String> read = new java.util.ArrayList<>(ZONE);
        read.set(line, new String(wrong));
        assertThat(MachineZone.parse(read)).isEmpty();
    }

    @Test
    void lettersReadForDigitsAndLostBracketsAreForgiven() {
        assertThat(MachineZone.parse(List.of(
                        "TDVNMO85OOO1235 030085000123<<<4", "85O4124M45O4126VNM<<<<<<<<0", "NGUYEN<<VAN<MAU<<<")))
                .hasValueSatisfying(zone -> assertThat(zone.lines()).isEqualTo(ZONE));
    }

    @Test
    void otherPrintIsNone() {
        assertThat(MachineZone.looksLike("Nơi thường trú / Place of residence:"))
                .isFalse();
        assertThat(MachineZone.looksLike(ZONE.get(2))).isTrue();
        assertThat(MachineZone.parse(List.of("một", "hai", "ba"))).isEmpty();
        assertThat(MachineZone.parse("")).isEmpty();
    }
}
