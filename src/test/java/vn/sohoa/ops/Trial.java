package vn.sohoa.ops;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.sohoa.common.Step;

/** One thing that happens at one step. */
record Trial(Step step, Mode mode) {
    private static final Set<Step> IN_RECOGNIZER = EnumSet.of(Step.RECOGNIZER_ASKED, Step.RECOGNIZER_READ);

    /** Every one of these modes at every one of these steps, one mode after the other. */
    static List<Trial> all(Collection<Step> steps, Collection<Mode> modes) {
        List<Trial> trials = new ArrayList<>();
        modes.forEach(mode -> steps.forEach(step -> trials.add(new Trial(step, mode))));
        return trials;
    }

    /** Whether the node is gone afterwards; a recognizer is a process of its own. */
    boolean endsTheNode() {
        return mode == Mode.HALT && !IN_RECOGNIZER.contains(step);
    }

    /** How many lives it may cost: what is hit is not innocent. */
    int lives() {
        boolean recognizerDies = mode == Mode.HALT && IN_RECOGNIZER.contains(step);
        return mode == Mode.BUG || recognizerDies ? 1 : 0;
    }

    @Override
    public String toString() {
        return step + " × " + mode;
    }
}
