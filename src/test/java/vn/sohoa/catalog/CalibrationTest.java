package vn.sohoa.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.sohoa.extraction.Certainty;
import vn.sohoa.extraction.FieldKind;
import vn.sohoa.extraction.FieldRule.Where;

class CalibrationTest {
    private static final String MEASURED = """
            made: 2026-11-26
            engine: "engine 1"
            data: "seed 3"
            papers: 3000
            limit: 0.005
            sorts:
              - {kind: SEX, where: LABEL, confidence: 0.71, values: 2400, sure: 1100, wrong: 1, atMost: 0.0043}
            """;

    @Test
    void saysFromWhichConfidenceASortIsSureAndWhatWasMeasured() {
        Calibration calibration = read(MEASURED);
        assertThat(calibration.certainty().least())
                .containsOnlyKeys(new Certainty.Sort(FieldKind.SEX, Where.LABEL))
                .containsValue(0.71);
        assertThat(calibration.papers()).isEqualTo(3_000);
        assertThat(calibration.sorts().get(0).proof().wrong()).isEqualTo(1);
    }

    @Test
    void whatIsSaidTwiceHasAConfidenceOfItsOwn() {
        assertThat(read(MEASURED).certainty().twice()).isEqualTo(Certainty.NEVER);
        String twice = "twice:\n  - {confidence: 0.9, values: 2000, sure: 900, wrong: 0, atMost: 0.0033}\n";
        assertThat(read(MEASURED + twice).certainty().twice()).isEqualTo(0.9);
        assertThatThrownBy(() -> read(MEASURED + twice.replace("0.0033", "0.033")))
                .isInstanceOf(CatalogFault.class)
                .hasMessageContaining("certainty.yaml:9");
    }

    @Test
    void whatAlwaysNeedsTwoSourcesCannotBeDeclaredSure() {
        for (String kind :
                new String[] {"PERSON_NAME", "PERSONAL_NUMBER", "IDENTITY_NUMBER", "NUMBER", "YEAR", "DATE"}) {
            assertThatThrownBy(() -> read(MEASURED.replace("SEX", kind)))
                    .as(kind)
                    .isInstanceOf(CatalogFault.class)
                    .hasMessageContaining("certainty.yaml:7");
        }
    }

    @Test
    void moreWrongOnesThanTheLimitAreRefused() {
        assertThatThrownBy(() -> read(MEASURED.replace("0.0043", "0.0051")))
                .isInstanceOf(CatalogFault.class)
                .hasMessageContaining("certainty.yaml:7");
    }

    @Test
    void whatIsNoNumberOrTooManyKeysIsToldWithItsLine() {
        assertThatThrownBy(() -> read(MEASURED.replace("3000", "many")))
                .isInstanceOf(CatalogFault.class)
                .hasMessageContaining("certainty.yaml:4");
        assertThatThrownBy(() -> read(MEASURED + "more: yes\n"))
                .isInstanceOf(CatalogFault.class)
                .hasMessageContaining("certainty.yaml:8");
    }

    @Test
    void thePackedOneCanBeRead() throws IOException {
        Calibration packed = read(Files.readString(Path.of("src/main/resources/catalog/certainty.yaml")));
        assertThat(packed.limit()).isEqualTo(0.005);
    }

    private static Calibration read(String yaml) {
        return Calibration.read(new CatalogFiles.File("certainty.yaml", yaml));
    }
}
