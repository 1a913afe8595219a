package vn.sohoa.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Breaks TIFF, PNG and JPEG files where their structure is: entries, chunks, segments. */
final class PictureMutator {
    private final Random random;
    private final ByteMutator bytes;

    PictureMutator(Random random) {
        this.random = random;
        this.bytes = new ByteMutator(random);
    }

    byte[] mutate(byte[] seed, List<byte[]> others) {
        byte[] result = seed.clone();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            result = once(result, others);
        }
        return result;
    }

    private byte[] once(byte[] file, List<byte[]> others) {
        boolean blind = random.nextInt(3) == 0 || file.length < 64;
        if (!blind && (file[0] == 'I' || file[0] == 'M')) {
            return tiff(file);
        }
        if (!blind && (file[0] & 0xFF) == 0x89) {
            return png(file);
        }
        if (!blind && (file[0] & 0xFF) == 0xFF) {
            return jpeg(file);
        }
        return bytes.mutate(file, others);
    }

    /** A tag's number, type, count or value, or where the next directory stands. */
    private byte[] tiff(byte[] file) {
        ByteBuffer tiff = ByteBuffer.wrap(file).order(file[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int at = tiff.getInt(4);
        for (int hops = random.nextInt(3); hops >= 0; hops--) {
            if (at < 8 || at > file.length - 2) {
                return file;
            }
            int count = tiff.getShort(at) & 0xFFFF;
            int next = at + 2 + 12 * count;
            if (count == 0 || next > file.length - 4) {
                return file;
            }
            if (hops == 0 || tiff.getInt(next) == 0) {
                entry(tiff, at + 2 + 12 * random.nextInt(count), next, at);
                return file;
            }
            at = tiff.getInt(next);
        }
        return file;
    }

    private void entry(ByteBuffer tiff, int entry, int next, int directory) {
        switch (random.nextInt(10)) {
            case 0 -> tiff.putShort(entry, (short) (254 + random.nextInt(100)));
            case 1 -> tiff.putShort(entry + 2, (short) random.nextInt(16));
            case 2 -> tiff.putInt(entry + 4, (int) bytes.number());
            case 3 -> tiff.putInt(next, random.nextBoolean() ? directory : (int) bytes.number());
            case 4, 5, 6 -> tiff.putInt(entry + 8, (int) bytes.number());
            case 7 -> tiff.putShort(entry + 8, (short) random.nextInt(20));
            default -> tiff.putShort(entry + 8, (short) bytes.number());
        }
    }

    /** A chunk's content with a right checksum, a chunk twice or not at all, a bomb instead of the data. */
    private byte[] png(byte[] file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, 8);
        ByteBuffer png = ByteBuffer.wrap(file);
        int chosen = random.nextInt(6);
        int index = 0;
        for (int at = 8; at + 12 <= file.length; index++) {
            int length = png.getInt(at);
            if (length < 0 || at + 12L + length > file.length) {
                break;
            }
            byte[] content = java.util.Arrays.copyOfRange(file, at + 4, at + 8 + length);
            if (index == chosen) {
                content = chunk(content);
            }
            int times = index == chosen ? random.nextInt(3) : 1;
            for (int i = 0; i < times; i++) {
                write(out, content);
            }
            at += 12 + length;
        }
        return out.toByteArray();
    }

    private byte[] chunk(byte[] content) {
        boolean data = content[0] == 'I' && content[1] == 'D';
        if (data && random.nextBoolean()) {
            ByteArrayOutputStream bomb = new ByteArrayOutputStream();
            bomb.write(content, 0, 4);
            try (DeflaterOutputStream deflater = new DeflaterOutputStream(bomb)) {
                deflater.write(new byte[random.nextInt(8 << 20)]);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return bomb.toByteArray();
        }
        byte[] changed = content.clone();
        for (int i = random.nextInt(4); i >= 0 && changed.length > 4; i--) {
            int at = 4 + random.nextInt(Math.min(changed.length - 4, 40));
            if (at + 4 <= changed.length && random.nextBoolean()) {
                ByteBuffer.wrap(changed).putInt(at & ~3, (int) bytes.number());
            } else {
                changed[at] = (byte) random.nextInt(random.nextBoolean() ? 20 : 256);
            }
        }
        return changed;
    }

    private static void write(ByteArrayOutputStream out, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length - 4).array());
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /** A byte of a marker segment's first forty, the marker itself, or a segment twice. */
    private byte[] jpeg(byte[] file) {
        int wanted = random.nextInt(12);
        int at = 2;
        for (int i = 0; i < wanted; i++) {
            int length = at + 4 < file.length ? (file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF : 0;
            if ((file[Math.min(at, file.length - 1)] & 0xFF) != 0xFF || at + 2 + length + 4 >= file.length) {
                break;
            }
            at += 2 + length;
        }
        if (at + 50 >= file.length) {
            at = 2;
        }
        switch (random.nextInt(6)) {
            case 0 -> file[at + 1] = (byte) (0xC0 + random.nextInt(0x40));
            case 1 -> ByteBuffer.wrap(file).putShort(at + 2, (short) bytes.number());
            case 2 -> {
                return ByteMutator.insert(file, at, java.util.Arrays.copyOfRange(file, at, file.length), 100);
            }
            default -> file[at + 4 + random.nextInt(40)] = (byte) random.nextInt(random.nextBoolean() ? 20 : 256);
        }
        return file;
    }
}
