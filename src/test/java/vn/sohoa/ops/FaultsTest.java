package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.sohoa.common.Step;

/**
 * The short form of the proof that nothing is lost: what happens at a few steps. The whole, every step and every mode, is
 * {@code infra/reliability.sh}, and its last figures are in {@code docs/RELIABILITY.md}.
 */
@Timeout(900)
class FaultsTest {
    @Test
    void whateverHappensBetweenTwoEffectsEveryFileEndsOnceAndWhole() throws Exception {
        List<Trial> trials = new ArrayList<>();
        trials.add(new Trial(Step.RECOGNIZER_READ, Mode.HALT));
        trials.addAll(Trial.all(Set.of(Step.OBJECT_STAGED), Set.of(Mode.HALT, Mode.STORE_DOWN)));
        trials.addAll(Trial.all(Set.of(Step.INTAKE_STORED), Set.of(Mode.HALT, Mode.DATABASE_DOWN)));
        trials.addAll(Trial.all(Set.of(Step.INTAKE_MOVED), Set.of(Mode.HALT, Mode.BROKER_DOWN)));
        trials.addAll(Trial.all(Set.of(Step.READ_ANSWERED), Set.of(Mode.STORE_DOWN, Mode.UNAVAILABLE)));
        trials.addAll(Trial.all(Set.of(Step.RENDER_STORED), Set.of(Mode.DATABASE_DOWN, Mode.BUG)));
        try (FaultWalk walk = new FaultWalk()) {
            assertThat(walk.run(trials)).isEmpty();
            assertThat(walk.look().broken()).isEmpty();
        }
    }
}
