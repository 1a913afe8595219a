package vn.sohoa.intake;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.organization.Counter;

/**
 * A watched folder that is being listed, as a stream, never into memory.
 *
 * @param depth 0 for the inbox, 1 for a unit, 2 for a counter
 * @param root the counter's folder it is or lies in
 */
record OpenFolder(Path path, int depth, Optional<Root> root, DirectoryStream<Path> stream, Iterator<Path> entries) {
    private static final Logger log = LoggerFactory.getLogger(OpenFolder.class);

    /** How a folder is listed. */
    @FunctionalInterface
    interface Lister {
        DirectoryStream<Path> list(Path folder) throws IOException;
    }

    /** A counter's folder. */
    record Root(Path folder, Counter counter) {}

    static OpenFolder of(Path path, int depth, Optional<Root> root, Lister lister) throws IOException {
        DirectoryStream<Path> stream = lister.list(path);
        return new OpenFolder(path, depth, root, stream, stream.iterator());
    }

    /** @throws IOException when the folder cannot be listed to its end */
    Optional<Path> next() throws IOException {
        try {
            return entries.hasNext() ? Optional.of(entries.next()) : Optional.empty();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    void close() {
        try {
            stream.close();
        } catch (IOException e) {
            log.debug("Closing a folder failed: {}", e.toString());
        }
    }
}
