package vn.sohoa.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DossierCodeTest {
    @ParameterizedTest
    @CsvSource({
        "000.00.18.H23-230215-0012, H23.18-230215-0012",
        "000.00.00.H26-260930-0012, H26-260930-0012",
        "002.10.24.H23-231208-8076, H23.24.10.002-231208-8076",
        "000.a0.01.h26-210212-9090, H26.01.A0-210212-9090",
    })
    void oldAndNewFormAreTheSame(String old, String young) {
        assertThat(DossierCode.parse(old)).isEqualTo(DossierCode.parse(young)).isPresent();
        assertThat(DossierCode.parse(old).orElseThrow().canonical()).isEqualTo(young);
    }

    @Test
    void spacesAroundAreNoPartOfIt() {
        assertThat(DossierCode.parse(" H23.18-230215-0012\n")).isEqualTo(DossierCode.parse("H23.18-230215-0012"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"G22.99.08-260101-0001", "G01.899.108.000-251120-5001", "TTHC-2026-000123"})
    void codesOfOtherSystemsAreTaken(String code) {
        assertThat(DossierCode.parse(code)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "../etc/passwd", "030170066192|146413955", "hồ sơ 12", "https://x.example/12345"})
    void otherTextIsNoCode(String text) {
        assertThat(DossierCode.parse(text)).isEmpty();
    }
}
