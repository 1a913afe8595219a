package vn.sohoa.imaging;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Bytes of a file (or an array) at any place, through one small window; reading past the end is an {@link EOFException}. */
final class Bytes implements Closeable {
    private static final int WINDOW = 1 << 16;

    private final @Nullable FileChannel channel;
    private final long size;
    private ByteBuffer window;
    private long windowStart;

    private Bytes(@Nullable FileChannel channel, long size, ByteBuffer window) {
        this.channel = channel;
        this.size = size;
        this.window = window;
    }

    static Bytes of(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new Bytes(channel, channel.size(), ByteBuffer.allocate(0));
    }

    static Bytes of(byte[] array) {
        return new Bytes(null, array.length, ByteBuffer.wrap(array));
    }

    long size() {
        return size;
    }

    int u8(long at) throws IOException {
        if (at < windowStart || at >= windowStart + window.limit()) {
            fill(at);
        }
        return window.get((int) (at - windowStart)) & 0xFF;
    }

    int u16(long at, boolean little) throws IOException {
        int a = u8(at);
        int b = u8(at + 1);
        return little ? b << 8 | a : a << 8 | b;
    }

    long u32(long at, boolean little) throws IOException {
        long a = u16(at, little);
        long b = u16(at + 2, little);
        return little ? b << 16 | a : a << 16 | b;
    }

    byte[] array(long at, int length) throws IOException {
        if (at < 0 || length < 0 || at + length > size) {
            throw new EOFException();
        }
        byte[] result = new byte[length];
        for (int i = 0; i < length; i++) {
            result[i] = (byte) u8(at + i);
        }
        return result;
    }

    byte[] head(int atMost) throws IOException {
        return array(0, (int) Math.min(atMost, size));
    }

    boolean startsWith(long at, String ascii) throws IOException {
        if (at < 0 || at + ascii.length() > size) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (u8(at + i) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void fill(long at) throws IOException {
        if (channel == null || at < 0 || at >= size) {
            throw new EOFException();
        }
        ByteBuffer fresh = ByteBuffer.allocate((int) Math.min(WINDOW, size - at));
        while (fresh.hasRemaining()) {
            if (read(channel, fresh, at + fresh.position()) < 0) {
                throw new EOFException();
            }
        }
        fresh.flip();
        window = fresh;
        windowStart = at;
    }

    /** A share that hiccups makes no broken file of a good one. */
    private static int read(FileChannel channel, ByteBuffer into, long at) throws FileSystemException {
        try {
            return channel.read(into, at);
        } catch (IOException e) {
            throw (FileSystemException) new FileSystemException("", null, "cannot be read").initCause(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    static boolean startsWith(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    static int indexOf(byte[] bytes, String ascii, int from) {
        byte[] wanted = ascii.getBytes(StandardCharsets.US_ASCII);
        for (int i = from; i + wanted.length <= bytes.length; i++) {
            if (java.util.Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    static int lastIndexOf(byte[] bytes, String ascii) {
        int last = -1;
        for (int i = indexOf(bytes, ascii, 0); i >= 0; i = indexOf(bytes, ascii, i + 1)) {
            last = i;
        }
        return last;
    }
}
