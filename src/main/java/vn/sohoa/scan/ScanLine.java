package vn.sohoa.scan;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.sohoa.common.Reason;

/**
 * A scan as one line of a list.
 *
 * @param name of the file, a label only
 * @param folder between the counter and the file, or empty
 */
public record ScanLine(
        UUID id,
        UUID unitId,
        String unit,
        UUID counterId,
        String counter,
        String name,
        String folder,
        int pages,
        int pagesPending,
        State state,
        Optional<Reason> reason,
        Instant createdAt,
        Instant updatedAt) {}
