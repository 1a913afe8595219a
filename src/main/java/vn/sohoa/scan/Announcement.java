package vn.sohoa.scan;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Ids to be announced on the queues of the stages. Lost announcements do no harm: the sweeper rings again.
 *
 * @param split scans due for splitting
 * @param read pages due for reading
 * @param understand scans due for understanding
 * @param extract documents due for extraction
 * @param render documents due for rendering
 * @param publish documents due for publication
 */
public record Announcement(
        List<String> split,
        List<String> read,
        List<String> understand,
        List<String> extract,
        List<String> render,
        List<String> publish) {
    public static final Announcement NOTHING =
            new Announcement(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    static Announcement of(Stage stage, List<UUID> ids) {
        List<String> texts = ids.stream().map(UUID::toString).toList();
        return new Announcement(
                stage == Stage.SPLIT ? texts : List.of(),
                stage == Stage.READ ? texts : List.of(),
                stage == Stage.UNDERSTAND ? texts : List.of(),
                stage == Stage.EXTRACT ? texts : List.of(),
                stage == Stage.RENDER ? texts : List.of(),
                stage == Stage.PUBLISH ? texts : List.of());
    }

    static Announcement of(Stage stage, UUID id) {
        return of(stage, List.of(id));
    }

    /** Both. */
    public Announcement and(Announcement other) {
        return new Announcement(
                joined(split, other.split),
                joined(read, other.read),
                joined(understand, other.understand),
                joined(extract, other.extract),
                joined(render, other.render),
                joined(publish, other.publish));
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
