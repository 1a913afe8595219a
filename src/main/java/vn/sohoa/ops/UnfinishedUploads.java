package vn.sohoa.ops;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import vn.sohoa.storage.ObjectStore;

/**
 * What uploads that were cut by a kill leave in the folder of the embedded store: half files beside their key and parts
 * at the top of a bucket. No listing shows them; they only take room. Looked for after an unclean end, because walking
 * a large store takes a while, and in the background, because nothing waits for the room.
 */
final class UnfinishedUploads {
    private static final Logger log = LoggerFactory.getLogger(UnfinishedUploads.class);
    /** How the embedded store begins the name of a part. */
    private static final String PART = ".mpus-";

    private final Path objects;
    private final Path inUse;

    /**
     * @param objects the store's folder
     * @param inUse a file that is there while the store is running
     */
    UnfinishedUploads(Path objects, Path inUse) {
        this.objects = objects;
        this.inUse = inUse;
    }

    /** To be called before the store takes requests: what is there by then is nobody's any more. */
    void begin() throws IOException {
        if (Files.exists(inUse)) {
            FileTime before = FileTime.fromMillis(System.currentTimeMillis());
            Thread thread = new Thread(() -> remove(before), "unfinished-uploads");
            thread.setDaemon(true);
            thread.start();
        } else {
            Files.createFile(inUse);
        }
    }

    void end() throws IOException {
        Files.deleteIfExists(inUse);
    }

    void remove(FileTime before) {
        int[] removed = {0};
        try {
            Files.walkFileTree(objects, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                    if (dir.getFileName().toString().startsWith(PART) && isOld(attributes)) {
                        FileSystemUtils.deleteRecursively(dir);
                        removed[0]++;
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String name = file.getFileName().toString();
                    if ((name.startsWith(PART) || ObjectStore.isUnfinished(name)) && isOld(attributes)) {
                        Files.deleteIfExists(file);
                        removed[0]++;
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE; // gone while we came: it was not ours
                }

                private boolean isOld(BasicFileAttributes attributes) {
                    return attributes.lastModifiedTime().compareTo(before) < 0;
                }
            });
        } catch (IOException e) {
            log.warn("Unfinished uploads are still in {}: {}", objects, e.toString());
        }
        if (removed[0] > 0) {
            log.info("Removed {} unfinished uploads from {}", removed[0], objects);
        }
    }
}
