package vn.sohoa.ops;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Forces files and folder entries to disk. */
final class OnDisk {
    private OnDisk() {}

    /** A file's bytes and attributes, or a folder's entries: a rename survives a power cut only with the latter. */
    static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
