package vn.sohoa.imaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import vn.sohoa.common.Failure;
import vn.sohoa.common.NoSpace;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/**
 * Where foreign exceptions become ours. Parsers of hostile files throw nearly anything; their messages may quote the
 * paper or a path, so only the kind of exception goes into the reason.
 */
final class Edge {
    /** Work in a library on bytes that somebody else wrote. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    private Edge() {}

    /** A failure of the whole file. */
    static <T> T file(Work<T> work) {
        return translated(ReasonCode.BROKEN_FILE, "", work);
    }

    /** A failure of one page. */
    static <T> T page(String what, Work<T> work) {
        return translated(ReasonCode.PAGE_UNREADABLE, what + ": ", work);
    }

    private static <T> T translated(ReasonCode code, String prefix, Work<T> work) {
        try {
            return work.run();
        } catch (Failure e) {
            throw e;
        } catch (FileSystemException e) {
            throw new UncheckedIOException(e);
        } catch (IOException | RuntimeException e) {
            refuseWhenDiskIsFull(e);
            throw new Failure.BadInput(Reason.of(code, prefix + e.getClass().getSimpleName()), e);
        } catch (StackOverflowError e) {
            throw new Failure.BadInput(Reason.of(code, prefix + "nested too deep"), e);
        } catch (OutOfMemoryError e) {
            throw new Failure.BadInput(Reason.of(code, prefix + "needs more memory than there is"), e);
        } catch (LinkageError e) {
            throw new Failure.BadInput(Reason.of(ReasonCode.DECODER_MISSING, prefix + "cannot be loaded"), e);
        }
    }

    /** PDFBox keeps what it has decrypted in a temporary file: when there is no room for it, the paper is not to blame. */
    private static void refuseWhenDiskIsFull(Throwable e) {
        NoSpace.of(e).ifPresent(full -> {
            throw full;
        });
    }

    /** Work that writes our own files: a failure says nothing about the paper. */
    static <T> T writing(Path target, Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            long free = target.toAbsolutePath().getParent().toFile().getUsableSpace();
            throw new Failure.Unavailable(Reason.of(ReasonCode.DISK_FULL, (free >> 20) + " MiB free"), e);
        }
    }
}
