package vn.sohoa.scan;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.sohoa.common.Reason;
import vn.sohoa.common.Sha256;
import vn.sohoa.imaging.SourceNote;

/**
 * A scan as others see it.
 *
 * @param name of the file, a label only
 * @param folder between the counter and the file, or empty
 * @param format as told by its content, or empty
 * @param objectKey in {@code sohoa-originals}, or empty
 * @param notes what the file holds besides pages, once it has been cut
 */
public record ScanView(
        UUID id,
        UUID unitId,
        String unit,
        String counter,
        String name,
        String folder,
        Sha256 sha256,
        long bytes,
        String format,
        String objectKey,
        Optional<UUID> repeatOf,
        Set<SourceNote> notes,
        int pages,
        int pagesPending,
        State state,
        Optional<Reason> reason,
        Instant createdAt,
        Instant updatedAt) {}
