package vn.sohoa.organization;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sohoa.common.Code;

/**
 * One counter of a unit; its watched folder is {@code <inbox>/<unit>/<counter>}.
 *
 * @param quiet how long a file must have stayed unchanged; empty: the default of the installation
 * @param ignorePatterns globs of file names that are left alone
 */
public record Counter(
        UUID id, UUID unitId, Code unit, Code code, Optional<Duration> quiet, List<String> ignorePatterns) {}
