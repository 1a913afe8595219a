package vn.sohoa.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secrets of the embedded engines: generated once, one a file, readable by the owner alone. */
final class Secrets {
    private static final int BYTES = 24;

    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
    }

    /** A secret by name, generated when it is not there: 48 hexadecimal digits, so that it needs quoting nowhere. */
    String get(String name) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                generate(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartRefused(
                    "Không đọc hoặc ghi được khóa trong " + folder + " (" + e + "). Hãy kiểm tra quyền của thư mục.",
                    "A secret in " + folder + " cannot be read or written (" + e
                            + "). Check the permissions of the folder.",
                    e);
        }
    }

    /** Written beside and renamed, so that a kill half way leaves no empty secret. */
    private static void generate(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, HexFormat.of().formatHex(random));
        OnDisk.force(fresh);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        OnDisk.force(file.getParent());
    }
}
