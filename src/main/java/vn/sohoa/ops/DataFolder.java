package vn.sohoa.ops;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which the embedded engines live, claimed by this process: a second service on it would stop the first
 * one's database. The claim is an operating-system lock, so it ends with the process however that ends.
 */
final class DataFolder implements AutoCloseable {
    /** Closing any channel on a file drops the process's lock on it, so a second claim must not even open the file. */
    private static final Set<Path> CLAIMED = new HashSet<>();

    private final Path root;
    private final FileChannel channel;

    private DataFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /** Makes the folder where it is missing and claims it; throws {@link StartRefused} when someone else has. */
    static DataFolder claim(Path folder) {
        try {
            Files.createDirectories(folder);
            Path root = folder.toRealPath();
            synchronized (CLAIMED) {
                if (CLAIMED.contains(root)) {
                    throw taken(root, null);
                }
                DataFolder claimed = new DataFolder(root, lock(root));
                CLAIMED.add(root);
                return claimed;
            }
        } catch (IOException e) {
            throw new StartRefused(
                    "Không dùng được thư mục dữ liệu " + folder + " (" + e + "). Hãy kiểm tra quyền ghi và SOHOA_DATA.",
                    "The data folder " + folder + " cannot be used (" + e
                            + "). Check the permission to write and SOHOA_DATA.",
                    e);
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        Path file = root.resolve("lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw taken(root, Files.readString(file));
            }
            channel.truncate(0);
            byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
            channel.write(ByteBuffer.wrap(pid));
            locked = true;
            return channel;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    private static StartRefused taken(Path root, @Nullable String pid) {
        String who = pid == null || pid.isBlank() ? "" : ", pid " + pid.strip();
        return new StartRefused(
                "Thư mục dữ liệu " + root + " đang được một tiến trình sohoa khác dùng" + who
                        + ". Hãy dừng tiến trình đó, hoặc đặt SOHOA_DATA sang thư mục khác.",
                "The data folder " + root + " is in use by another sohoa process" + who
                        + ". Stop that process, or set SOHOA_DATA to another folder.");
    }

    Path resolve(String name) {
        return root.resolve(name);
    }

    @Override
    public void close() throws IOException {
        synchronized (CLAIMED) {
            channel.close();
            CLAIMED.remove(root);
        }
    }
}
