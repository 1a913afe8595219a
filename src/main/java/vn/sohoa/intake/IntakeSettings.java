package vn.sohoa.intake;

import java.time.Duration;

/**
 * How files are taken.
 *
 * @param quiet how long a file must have stayed unchanged by our clock, where its counter does not say
 * @param ceiling how long a file may stay incomplete after its last change before it is quarantined
 * @param keepDone how long taken files stay in {@code .done}
 * @param freeFloor bytes that stay free on the data disk; intake pauses below it
 * @param depth folders below a counter that are looked into
 * @param most files of one counter handed on in one look, so that a full folder does not hold the others up
 * @param retry how long a file rests after something it needed was unavailable
 */
public record IntakeSettings(
        Duration quiet, Duration ceiling, Duration keepDone, long freeFloor, int depth, int most, Duration retry) {}
