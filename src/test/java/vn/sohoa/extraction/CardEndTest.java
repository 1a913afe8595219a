package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sohoa.Sheet;

/** A card ends on a birthday of its holder. */
class CardEndTest {
    private static final Form CARD = new Form(List.of(
            rule("ngay_sinh", CardPart.BIRTH, "Ngày sinh / Date of birth"),
            rule("gia_tri_den", CardPart.EXPIRY, "Có giá trị đến")));

    private static FieldRule rule(String code, CardPart part, String label) {
        return FieldRule.labelled(code, FieldKind.DATE, label).card(part);
    }

    private static Optional<Found> end(String text) {
        return Extraction.of(List.of(Sheet.of(text)), CARD, List.of(), Certainty.NONE, LocalDate.of(2026, 1, 1))
                .stream()
                .filter(found -> found.code().equals("gia_tri_den"))
                .findFirst();
    }

    @ParameterizedTest
    @CsvSource({"20/11/2046", "20:11:2046", "20-11-2011"})
    void aDayThatStandsAloneAndIsABirthdayIsTheEndWhoseLabelWasLost(String day) {
        Found found = end("Ngày sinh / Date of birth: 20/11/1986\ntị đến    Xã Mẫu, Hải Dương\n" + day)
                .orElseThrow();
        assertThat(found.value()).isEqualTo("20/11/20" + day.substring(day.length() - 2));
        assertThat(found.needsReview()).isTrue();
        assertThat(found.rule()).as("it is told").isPresent();
    }

    @ParameterizedTest
    @CsvSource({"21/11/2046", "20/11/1986", "20/11/1996", "20/11/2056", "cấp 20/11/2046"})
    void anotherDayIsNone(String day) {
        assertThat(end("Ngày sinh / Date of birth: 20/11/1986\nXã Mẫu, Hải Dương\n" + day))
                .isEmpty();
    }

    @Test
    void itsOwnLabelComesFirst() {
        assertThat(end("Ngày sinh / Date of birth: 20/11/1986\nCó giá trị đến: 20/11/2026\n20/11/2046"))
                .get()
                .extracting(Found::value)
                .isEqualTo("20/11/2026");
    }
}
