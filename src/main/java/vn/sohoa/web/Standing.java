package vn.sohoa.web;

import java.util.EnumSet;
import java.util.Set;
import vn.sohoa.scan.State;

/** Where a scan stands, as an office sees it: what a machine does with it meanwhile is one thing. */
enum Standing {
    WORKING(State.RECEIVED, State.SPLITTING, State.READING, State.READ, State.UNDERSTANDING, State.RENDERING),
    REVIEW(State.IN_REVIEW),
    FILED(State.FILED),
    REPEAT(State.REPEAT),
    STUCK(State.STUCK),
    QUARANTINED(State.QUARANTINED);

    private final Set<State> states;

    Standing(State first, State... more) {
        this.states = EnumSet.of(first, more);
    }

    Set<State> states() {
        return EnumSet.copyOf(states);
    }

    static Standing of(State state) {
        for (Standing standing : values()) {
            if (standing.states.contains(state)) {
                return standing;
            }
        }
        throw new IllegalArgumentException(state + " is no state of a scan");
    }

    /** What the style sheet calls it. */
    public String style() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
