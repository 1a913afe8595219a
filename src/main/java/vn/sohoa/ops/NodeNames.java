package vn.sohoa.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.sohoa.common.Ids;
import vn.sohoa.common.NodeName;

/**
 * The name of this node, kept in its data folder: after a restart it is the same, and because the folder is locked no
 * two processes share it at one time.
 */
final class NodeNames {
    private NodeNames() {}

    static NodeName of(Path file) {
        try {
            if (!Files.exists(file)) {

                Files.writeString(file, "node-" + Ids.tail(Ids.next()));
            }
            return new NodeName(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
