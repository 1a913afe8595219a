package vn.sohoa.ops;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;
import vn.sohoa.common.Sha256;

/** PostgreSQL's programs, unpacked once for each version from the archive on the class path. */
final class PostgresSoftware {
    private static final int NAME_LENGTH = 12;
    private static final int ANY_EXECUTE = 0111;

    private PostgresSoftware() {}

    /** The folder with {@code bin}, {@code lib} and {@code share}, under {@code parent}. */
    static Path unpack(Path parent) throws IOException {
        Path folder = parent.resolve("postgres-" + hash().hex().substring(0, NAME_LENGTH));
        if (Files.exists(folder)) {
            return folder;
        }
        Files.createDirectories(parent);
        // Unpacked beside and renamed, so that a kill half way leaves nothing that looks whole.
        Path fresh = Files.createTempDirectory(parent, "new-");
        try {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            unpackInto(fresh);
            new Commands(List.of(), parent).run(Duration.ofMinutes(2), List.of("sync", "-f", fresh.toString()));
            if (!Files.exists(folder)) {
                Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            FileSystemUtils.deleteRecursively(fresh);
        }
        return folder;
    }

    private static InputStream archive() throws IOException {
        return new BufferedInputStream(
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary("Linux", System.getProperty("os.arch")));
    }

    private static Sha256 hash() throws IOException {
        try (InputStream in = archive()) {
            return Sha256.of(in);
        }
    }

    private static void unpackInto(Path folder) throws IOException {
        try (InputStream packed = archive();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException("the archive leads outside of its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    unpackOne(tar, entry, path);
                }
            }
        }
    }

    private static void unpackOne(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        Files.setPosixFilePermissions(
                path,
                PosixFilePermissions.fromString((entry.getMode() & ANY_EXECUTE) == 0 ? "rw-r--r--" : "rwxr-xr-x"));
    }
}
