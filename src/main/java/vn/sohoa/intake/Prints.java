package vn.sohoa.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import vn.sohoa.scan.Arrival.Print;

/** What files look like from outside. */
final class Prints {
    private Prints() {}

    static Print of(BasicFileAttributes attributes) {
        Object key = attributes.fileKey();
        return new Print(
                attributes.size(), attributes.lastModifiedTime().toInstant(), key == null ? "" : key.toString());
    }

    /** The print of a file, or nothing when it is gone. Links are not followed. */
    static Optional<Print> of(Path file) {
        try {
            return Optional.of(of(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The path below a root as percent-encoded bytes: distinct for every two names the file system can tell apart. */
    static String path(Path root, Path file) {
        String rootText = root.toUri().getRawPath();
        String text = file.toUri().getRawPath();
        String below = text.substring(rootText.length());
        return below.startsWith("/") ? below.substring(1) : below;
    }
}
