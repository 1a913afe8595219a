package vn.sohoa.scan;

import java.time.Duration;

/**
 * How long work may be held without a sign of life, and how failures are spaced.
 *
 * @param work how long a claim lasts; a worker that needs longer extends it meanwhile
 * @param backoff how long a row waits after something it needs was unavailable
 * @param maxInterruptions after so many lost leases a row goes to a person instead of into a loop
 */
public record Leases(Duration work, Duration backoff, int maxInterruptions) {
    public static final Leases DEFAULT = new Leases(Duration.ofMinutes(2), Duration.ofSeconds(15), 20);
}
