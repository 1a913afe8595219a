package vn.sohoa.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sohoa.common.Sha256;

/**
 * A file on its way into the store: hashed while it passes, and its last bytes are held back unless all of it is what it
 * should be. So one pass both proves and stores, and an upload of other bytes never becomes an object.
 */
final class ProvenFile extends InputStream {
    private final Path file;
    private final Optional<Sha256> expected;
    private final InputStream in;
    private final long size;
    private final MessageDigest digest = Sha256.digest();
    private long passed;
    private @Nullable Sha256 found;
    private @Nullable String difference;
    private @Nullable IOException unreadable;

    private ProvenFile(Path file, Optional<Sha256> expected, InputStream in, long size) {
        this.file = file;
        this.expected = expected;
        this.in = in;
        this.size = size;
    }

    /** @throws UncheckedIOException where the file cannot be read */
    static ProvenFile open(Path file, Sha256 expected) {
        return open(file, Optional.of(expected));
    }

    /** Whose hash nobody knows yet: it is told by {@link #found()} once all of it has passed. */
    static ProvenFile open(Path file) {
        return open(file, Optional.empty());
    }

    private static ProvenFile open(Path file, Optional<Sha256> expected) {
        try {
            return new ProvenFile(
                    file, expected, Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** When it was opened; what is added later is not read. */
    long size() {
        return size;
    }

    /** The hash of what passed; only after the last byte. */
    Sha256 found() {
        return Objects.requireNonNull(found, "not all of it has passed");
    }

    /** What the file holds instead, once that is known. */
    Optional<String> difference() {
        return Optional.ofNullable(difference);
    }

    /** Says of a failed upload that it was our file and not the store. */
    void rethrowUnreadable() {
        if (unreadable != null) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (passed == size) {
            prove();
            return -1;
        }
        int most = (int) Math.min(length, size - passed);
        int count;
        try {
            count = in.read(target, offset, most);
        } catch (IOException e) {
            unreadable = e;
            throw e;
        }
        if (count < 0) {
            difference = "local file of " + passed + " of " + size + " bytes";
            throw new IOException(difference);
        }
        digest.update(target, offset, count);
        passed += count;
        if (passed == size) {
            prove();
        }
        return count;
    }

    private void prove() throws IOException {
        if (found != null) {
            return;
        }
        Sha256 hash = Sha256.of(digest);
        if (expected.isPresent() && !hash.equals(expected.get())) {
            difference = "local file " + hash;
            throw new IOException(difference);
        }
        found = hash;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
