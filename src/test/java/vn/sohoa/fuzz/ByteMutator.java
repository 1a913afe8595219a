package vn.sohoa.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Breaks bytes: blindly, and where it knows that a number, a word or a length stands. */
final class ByteMutator {
    static final long[] NUMBERS = {
        0,
        1,
        2,
        3,
        7,
        8,
        9,
        16,
        127,
        128,
        255,
        256,
        1000,
        32767,
        32768,
        65_535,
        65_536,
        100_000,
        1 << 20,
        1 << 24,
        Integer.MAX_VALUE - 1,
        Integer.MAX_VALUE,
        0x8000_0000L,
        0xFFFF_FFFFL,
        -1,
        Integer.MIN_VALUE,
        Long.MAX_VALUE
    };

    private final Random random;

    ByteMutator(Random random) {
        this.random = random;
    }

    long number() {
        return random.nextInt(4) == 0 ? random.nextInt(70_000) - 100 : NUMBERS[random.nextInt(NUMBERS.length)];
    }

    /** One to eight changes. */
    byte[] mutate(byte[] seed, List<byte[]> others) {
        byte[] bytes = seed.clone();
        int changes = 1 + random.nextInt(random.nextInt(8) + 1);
        for (int i = 0; i < changes && bytes.length > 8; i++) {
            bytes = once(bytes, others);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes, List<byte[]> others) {
        int at = place(bytes);
        switch (random.nextInt(12)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2 -> bytes[at] = (byte) (random.nextBoolean() ? 0 : 0xFF);
            case 3, 4 -> integer(bytes, at);
            case 5 -> {
                return cutOut(bytes, at, 1 + random.nextInt(Math.min(64, bytes.length - at)));
            }
            case 6 -> {
                return insert(bytes, at, Arrays.copyOfRange(bytes, place(bytes), bytes.length), 200);
            }
            case 7 -> {
                byte[] junk = new byte[1 + random.nextInt(32)];
                random.nextBytes(junk);
                return insert(bytes, at, junk, junk.length);
            }
            case 8 -> {
                byte[] other = others.get(random.nextInt(others.size()));
                return insert(bytes, at, Arrays.copyOfRange(other, random.nextInt(other.length), other.length), 4000);
            }
            case 9 -> {
                return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at + 1) : bytes;
            }
            case 10 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(64)), bytes[at]);
            default -> {
                return decimal(bytes, at);
            }
        }
        return bytes;
    }

    /** The beginning, where headers stand, as often as anywhere else. */
    private int place(byte[] bytes) {
        int within = random.nextInt(3) == 0 ? Math.min(bytes.length, 400) : bytes.length;
        return random.nextInt(within);
    }

    private void integer(byte[] bytes, int at) {
        ByteBuffer buffer =
                ByteBuffer.wrap(bytes).order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int even = random.nextBoolean() ? at & ~1 : at;
        if (random.nextBoolean() && even + 2 <= bytes.length) {
            buffer.putShort(even, (short) number());
        } else if (even + 4 <= bytes.length) {
            buffer.putInt(even, (int) number());
        }
    }

    /** The next decimal number, as text formats have them, becomes another one. */
    private byte[] decimal(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && (bytes[at] < '0' || bytes[at] > '9')) {
            at++;
        }
        int end = at;
        while (end < bytes.length && bytes[end] >= '0' && bytes[end] <= '9') {
            end++;
        }
        byte[] text = Long.toString(number()).getBytes(StandardCharsets.US_ASCII);
        return at == end ? bytes : insert(cutOut(bytes, at, end - at), at, text, text.length);
    }

    static byte[] cutOut(byte[] bytes, int at, int length) {
        byte[] result = new byte[bytes.length - length];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(bytes, at + length, result, at, bytes.length - at - length);
        return result;
    }

    static byte[] insert(byte[] bytes, int at, byte[] what, int most) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.write(what, 0, Math.min(most, what.length));
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }
}
