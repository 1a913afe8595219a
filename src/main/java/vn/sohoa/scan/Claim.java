package vn.sohoa.scan;

import java.time.Instant;
import java.util.UUID;

/**
 * The right to work on one row until its lease ends. Whoever comes back later than that, or after someone else has
 * claimed the row again, can commit nothing: every outcome is fenced by {@code attempt}.
 *
 * @param id of the scan, page or document
 * @param attempt the fence: how often the row had been claimed when this claim was made
 */
public record Claim(Stage stage, UUID id, UUID unitId, String actor, int attempt, Instant since) {}
