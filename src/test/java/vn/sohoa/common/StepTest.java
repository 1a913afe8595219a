package vn.sohoa.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StepTest {
    @Test
    void everyStepStandsInTheWalkOnce() {
        var named = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("vn.sohoa").stream()
                        .flatMap(type -> type.getFieldAccessesFromSelf().stream())
                        .filter(access -> access.getTargetOwner().isEquivalentTo(Step.class)
                                && !access.getOriginOwner().isEquivalentTo(Step.class))
                        .map(JavaFieldAccess::getName)
                        .toList();
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Step.values()).map(Step::name).toList());
    }

    @Test
    void withoutTheSwitchNothingHappensAtAStep() {
        assertThat(Faults.armed()).isFalse();
        assertThat(Faults.handOn()).isEmpty();
        for (Step step : Step.values()) {
            assertThatCode(step::reached).doesNotThrowAnyException();
        }
    }
}
