package vn.sohoa.ocr;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;

/**
 * Frames between a recognizer child and its parent: a magic number, the kind of message, the length, the message.
 * Everything is checked, because a stray line of a native library in the stream must end as a dead child, never as
 * words on a page.
 */
final class Wire {
    private static final int MAGIC = 0x53_6f_48_6f;
    /** A page of 100,000 words stays under a tenth of this. */
    private static final int LENGTH_LIMIT = 64 << 20;

    private Wire() {}

    static DataInputStream in(InputStream in) {
        return new DataInputStream(new BufferedInputStream(in));
    }

    /** Writes the message in one go and flushes. */
    static void write(OutputStream out, Message message) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 12);
        message.write(new DataOutputStream(body));
        ByteArrayOutputStream frame = new ByteArrayOutputStream(body.size() + 9);
        DataOutputStream head = new DataOutputStream(frame);
        head.writeInt(MAGIC);
        head.writeByte(kind(message));
        head.writeInt(body.size());
        body.writeTo(frame);
        frame.writeTo(out);
        out.flush();
    }

    /**
     * The next message.
     *
     * @throws java.io.EOFException where the other side has closed
     * @throws StreamCorruptedException where the bytes are not ours
     */
    static Message read(DataInputStream in) throws IOException {
        int magic = in.readInt();
        if (magic != MAGIC) {
            throw new StreamCorruptedException("no frame begins with " + Integer.toHexString(magic));
        }
        int kind = in.readUnsignedByte();
        int length = in.readInt();
        if (length < 0 || length > LENGTH_LIMIT) {
            throw new StreamCorruptedException("no frame is " + length + " bytes long");
        }
        byte[] body = in.readNBytes(length);
        ByteArrayInputStream rest = new ByteArrayInputStream(body);
        Message message;
        try {
            message = message(kind, new DataInputStream(rest));
        } catch (IOException | IllegalArgumentException e) {
            throw corrupted(kind, length, e);
        }
        if (rest.available() > 0) {
            throw corrupted(kind, length, null);
        }
        return message;
    }

    private static int kind(Message message) {
        if (message instanceof Message.Ready) {
            return 1;
        } else if (message instanceof Message.NotReady) {
            return 2;
        } else if (message instanceof Message.Read) {
            return 3;
        } else if (message instanceof Message.Done) {
            return 4;
        }
        return 5;
    }

    private static Message message(int kind, DataInputStream body) throws IOException {
        return switch (kind) {
            case 1 -> Message.Ready.read(body);
            case 2 -> Message.NotReady.read(body);
            case 3 -> Message.Read.read(body);
            case 4 -> Message.Done.read(body);
            case 5 -> Message.Refused.read(body);
            default -> throw new StreamCorruptedException("no such kind");
        };
    }

    private static StreamCorruptedException corrupted(
            int kind, int length, @org.jspecify.annotations.Nullable Exception cause) {
        StreamCorruptedException corrupted =
                new StreamCorruptedException("a frame of kind " + kind + " and length " + length + " is broken");
        if (cause != null) {
            corrupted.initCause(cause);
        }
        return corrupted;
    }
}
