package vn.sohoa.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A finished scan that belongs to a book.
 *
 * @param unit its code
 * @param key the folder it lay in
 * @param name of the file, a label only
 * @param outcome the state it ended in
 * @param pages those with an image, in the order of the source
 */
public record TakenScan(
        UUID id,
        UUID unitId,
        String unit,
        String key,
        String name,
        String outcome,
        Optional<UUID> repeatOf,
        Instant endedAt,
        List<Page> pages) {

    /**
     * @param position from 0, in the source
     * @param blank nothing was found on it
     */
    public record Page(UUID id, int position, boolean blank) {}

    public TakenScan {
        pages = List.copyOf(pages);
    }
}
