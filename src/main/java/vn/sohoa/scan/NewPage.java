package vn.sohoa.scan;

import java.util.Optional;
import java.util.UUID;
import vn.sohoa.common.Reason;

/**
 * A page as splitting leaves it: to be read, already read (it brought a sound text layer), or stuck (it could not be
 * cut).
 */
public sealed interface NewPage {
    UUID id();

    /** Where an image lies and what it measures; the key is in {@code sohoa-pages}. */
    record Image(String key, String encoding, int width, int height, int dpi) {}

    /** A page for a recognizer. */
    record ToRead(UUID id, Image image) implements NewPage {}

    /** A page whose words are known already. */
    record AlreadyRead(UUID id, Image image, PageResult result) implements NewPage {}

    /** A page that could not be cut out of its source. */
    record Uncut(UUID id, Reason reason) implements NewPage {}

    /** The image, where the page has one. */
    default Optional<Image> anyImage() {
        if (this instanceof ToRead page) {
            return Optional.of(page.image());
        }
        return this instanceof AlreadyRead page ? Optional.of(page.image()) : Optional.empty();
    }
}
