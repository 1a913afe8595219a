package vn.sohoa.ops;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;

/**
 * As whom PostgreSQL runs, which refuses to run as root. A plain user runs it as itself. Root runs it in a user
 * namespace of its own, where it is nobody while its files stay root's; where namespaces are forbidden (some
 * containers), as the user nobody, who then owns the files.
 *
 * @param prefix what to put before a command
 * @param uid the owner of the files
 */
record RunAs(List<String> prefix, int uid) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final RunAs SELF_IN_NAMESPACE = new RunAs(List.of("unshare", "-U"), ROOT);
    private static final RunAs AS_NOBODY =
            new RunAs(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"), NOBODY);

    /** Tries what this machine allows. */
    static RunAs choose(Path folder) throws IOException {
        int self = uidOf(Path.of("/proc/self"));
        if (self != ROOT) {
            return new RunAs(List.of(), self);
        }
        // In a namespace PostgreSQL still looks up its own name.
        if (works(folder, SELF_IN_NAMESPACE, "id", "-un")) {
            return SELF_IN_NAMESPACE;
        }
        return asNobody(folder);
    }

    static RunAs asNobody(Path folder) throws IOException {
        if (works(folder, AS_NOBODY, "ls", folder.toString())) {
            return AS_NOBODY;
        }
        throw new StartRefused(
                "PostgreSQL đi kèm không chạy được bằng root: máy cấm 'unshare -U', và người dùng nobody không vào được "
                        + folder + ". Hãy chạy sohoa bằng người dùng thường, hoặc đặt SOHOA_DB_URL.",
                "The embedded PostgreSQL cannot run as root: 'unshare -U' is forbidden here, and the user nobody cannot "
                        + "enter " + folder + ". Run sohoa as a plain user, or set SOHOA_DB_URL.");
    }

    private static boolean works(Path folder, RunAs as, String... command) {
        try {
            return new Commands(as.prefix, folder).run(LIMIT, List.of(command)).fine();
        } catch (IOException e) {
            return false; // the tool is not there
        }
    }

    /** Gives a folder and all in it to the user who will run, if it is another's (the machine's rules have changed). */
    void own(Path folder) throws IOException {
        if (!Files.exists(folder) || uidOf(folder) == uid || uidOf(Path.of("/proc/self")) != ROOT) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                return give(file);
            }

            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                return give(dir);
            }

            private FileVisitResult give(Path path) throws IOException {
                Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static int uidOf(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }
}
