package vn.sohoa.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.common.Step;

/** The whole proof, for {@code infra/reliability.sh}: its name keeps it out of the usual run. */
class ReliabilityRun {
    private static final long SEED = 20_261_126;
    private static final int FILES = 200;
    private static final int LIVES = 20;

    private final ReliabilityPage page = new ReliabilityPage();

    @Test
    void nothingIsLostWhateverHappens() throws Exception {
        long begin = System.nanoTime();
        page.fact("commit", System.getProperty("sohoa.reliability.commit", "unknown"));
        page.fact("steps", Step.values().length);
        steps();
        kills();
        page.fact("took", Duration.ofNanos(System.nanoTime() - begin).toMinutes() + " minutes");
        page.write(Path.of(System.getProperty("sohoa.reliability.page", "target/RELIABILITY.md")));
        assertThat(page.wrong()).isEmpty();
    }

    private void steps() throws Exception {
        List<Mode> modes = chosen(Mode.values(), "sohoa.reliability.modes");
        List<Step> steps = chosen(Step.values(), "sohoa.reliability.steps");
        if (modes.isEmpty() || steps.isEmpty()) {
            return;
        }
        try (FaultWalk walk = new FaultWalk()) {
            page.wrong(walk.run(Trial.all(steps, modes)));
            Conservation.Found found = walk.look();
            page.wrong(found.broken());
            page.fact(
                    "trials", walk.done().values().stream().mapToInt(List::size).sum());
            page.fact("starts of the node", walk.starts());
            page.fact("files dropped, step by step", walk.files());
            page.trials(walk.done(), found);
            FaultWalk.say("%s %s", found.outcomes(), found.broken());
        }
    }

    private void kills() throws Exception {
        int minutes = Integer.getInteger("sohoa.reliability.minutes", 0);
        int files = Integer.getInteger("sohoa.reliability.files", FILES);
        if (files == 0) {
            return;
        }
        try (KillWalk walk = new KillWalk(files, SEED)) {
            Conservation.Found found = walk.run(Math.max(1, files * LIVES / FILES), Duration.ofMinutes(minutes));
            page.wrong(found.broken());
            page.fact("files dropped while it was killed", files);
            page.kills(walk.nodeKills(), walk.recognizerKills(), found);
            FaultWalk.say("%s %s", found.outcomes(), found.broken());
        }
    }

    private static <E extends Enum<E>> List<E> chosen(E[] all, String property) {
        String pattern = System.getProperty(property, ".*");
        return Arrays.stream(all).filter(one -> one.name().matches(pattern)).toList();
    }
}
