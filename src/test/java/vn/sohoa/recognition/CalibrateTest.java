package vn.sohoa.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.catalog.Calibration;
import vn.sohoa.catalog.Calibration.Measured;
import vn.sohoa.catalog.CatalogFiles;
import vn.sohoa.extraction.Certainty;
import vn.sohoa.extraction.FieldKind;
import vn.sohoa.extraction.FieldRule.Where;

class CalibrateTest {
    private static final int SURE = 95;
    private static final int UNSURE = 60;

    @Test
    void limitsAreThoseOfTheTables() {
        assertThat(Odds.atMost(0, 600)).isCloseTo(0.00498, within(0.00005));
        assertThat(Odds.atMost(1, 100)).isCloseTo(0.0466, within(0.0005));
        assertThat(Odds.atMost(10, 1_000)).isCloseTo(0.0169, within(0.0005));
        assertThat(Odds.atMost(0, 0)).isEqualTo(1);
        assertThat(Odds.atMost(3, 3)).isEqualTo(1);
    }

    @Test
    void aSortIsSureFromWhereItsHalvesBothSaySo() {
        Tally tally = new Tally();
        fill(tally, FieldKind.SEX, 0, SURE, 900, 0);
        fill(tally, FieldKind.SEX, 1, SURE, 1_200, 1);
        fill(tally, FieldKind.SEX, 0, UNSURE, 100, 20);
        fill(tally, FieldKind.SEX, 1, UNSURE, 100, 20);
        Measured sex = Calibrate.measured(tally).get(0);
        assertThat(sex.sort()).isEqualTo(new Certainty.Sort(FieldKind.SEX, Where.LABEL));
        assertThat(sex.proof().least()).isGreaterThan(0.60).isLessThanOrEqualTo(0.95);
        assertThat(sex.proof().sure()).isEqualTo(1_201);
        assertThat(sex.proof().wrong()).isEqualTo(1);
    }

    @Test
    void aSortThatPassesAsAWholeIsJudgedByAllItsPapers() {
        Tally tally = new Tally();
        fill(tally, FieldKind.NATIONALITY, 0, SURE, 310, 0);
        fill(tally, FieldKind.NATIONALITY, 1, UNSURE, 310, 0);
        assertThat(Calibrate.measured(tally)).singleElement().satisfies(nation -> {
            assertThat(nation.proof().least()).isEqualTo(0.30);
            assertThat(nation.proof().sure()).isEqualTo(620);
        });
        Tally few = new Tally();
        fill(few, FieldKind.NATIONALITY, 0, SURE, 290, 0);
        fill(few, FieldKind.NATIONALITY, 1, UNSURE, 290, 0);
        assertThat(Calibrate.measured(few)).isEmpty();
    }

    @Test
    void whatIsLuckyInOneHalfOnlyIsNeverSure() {
        Tally tally = new Tally();
        fill(tally, FieldKind.ETHNICITY, 0, SURE, 900, 0);
        fill(tally, FieldKind.ETHNICITY, 1, SURE, 900, 20);
        assertThat(Calibrate.measured(tally)).isEmpty();
    }

    @Test
    void namesAreNeverSureHoweverWellTheyAreRead() {
        Tally tally = new Tally();
        fill(tally, FieldKind.PERSON_NAME, 0, SURE, 90_000, 0);
        fill(tally, FieldKind.PERSON_NAME, 1, SURE, 90_000, 0);
        assertThat(Calibrate.measured(tally)).isEmpty();
    }

    @Test
    void namesSaidTwiceAreJudgedByThemselvesAndApartFromThoseInTwoShapes() {
        Tally tally = new Tally();
        for (int half = 0; half < 2; half++) {
            Tally.Cell twice = new Tally.Cell(FieldKind.PERSON_NAME, Where.LABEL, true, half, 92);
            Tally.Cell shapes = new Tally.Cell(FieldKind.PERSON_NAME, Where.LABEL, true, half, 99);
            for (int i = 0; i < 800; i++) {
                tally.add(twice, true);
                tally.add(shapes, i > 100);
            }
        }
        assertThat(Calibrate.twice(tally)).hasValueSatisfying(proof -> {
            assertThat(proof.sure()).isEqualTo(1_600);
            assertThat(proof.wrong()).isZero();
        });
        assertThat(Calibrate.measured(tally)).isEmpty();
    }

    @Test
    void theFileThatIsWrittenIsTheFileThatIsRead() {
        Tally tally = new Tally();
        fill(tally, FieldKind.SEX, 0, SURE, 900, 0);
        fill(tally, FieldKind.SEX, 1, SURE, 900, 0);
        List<Measured> measured = Calibrate.measured(tally);
        CertaintyPage page = new CertaintyPage(
                LocalDate.of(2026, 11, 26), "engine 1", "seed 3", 1_800, tally, measured, Calibrate.twice(tally));
        Calibration read = Calibration.read(new CatalogFiles.File("certainty.yaml", page.yaml()));
        assertThat(read.sorts())
                .extracting(Measured::sort)
                .isEqualTo(List.of(measured.get(0).sort()));
        assertThat(read.certainty().least())
                .containsEntry(measured.get(0).sort(), measured.get(0).proof().least());
        assertThat(page.markdown()).contains("| SEX | 0.30 | 1800 | 1800 | 0 | 0.17 % |");
    }

    private static void fill(Tally tally, FieldKind kind, int half, int confidence, int right, int wrong) {
        Tally.Cell cell = new Tally.Cell(kind, Where.LABEL, false, half, confidence);
        for (int i = 0; i < right + wrong; i++) {
            tally.add(cell, i < right);
        }
    }
}
