package vn.sohoa.imaging;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** One image file directory of a TIFF (or of EXIF): tags and where their values stand. Values are read when asked for. */
final class TiffDirectory {
    static final int NEW_SUBFILE_TYPE = 254;
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS = 258;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int FILL_ORDER = 266;
    static final int STRIP_OFFSETS = 273;
    static final int ORIENTATION = 274;
    static final int SAMPLES = 277;
    static final int ROWS_PER_STRIP = 278;
    static final int STRIP_COUNTS = 279;
    static final int X_RESOLUTION = 282;
    static final int Y_RESOLUTION = 283;
    static final int T6_OPTIONS = 293;
    static final int RESOLUTION_UNIT = 296;
    static final int TILE_WIDTH = 322;
    static final int TILE_HEIGHT = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_COUNTS = 325;
    static final int JPEG_OFFSET = 513;
    static final int JPEG_LENGTH = 514;

    /** A directory chain longer than this is not a scan. */
    private static final int LONGEST_CHAIN = 100_000;
    /** Entries of all directories: they may lie over each other, so that a small file holds any number of them. */
    private static final int MOST_ENTRIES = 2_000_000;

    private static final int[] TYPE_SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    private final Bytes bytes;
    private final boolean little;
    private final Map<Integer, Entry> entries;
    private final long next;

    private record Entry(int type, long count, long at) {}

    private TiffDirectory(Bytes bytes, boolean little, Map<Integer, Entry> entries, long next) {
        this.bytes = bytes;
        this.little = little;
        this.entries = entries;
        this.next = next;
    }

    /** The directories in their order; stops early where {@code goOn} refuses the number read so far. */
    static List<TiffDirectory> chain(Bytes bytes, IntPredicate goOn) throws IOException {
        boolean little = bytes.u8(0) == 'I';
        List<TiffDirectory> chain = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        long at = bytes.u32(4, little);
        if (at == 0) {
            throw new EOFException("no directory yet");
        }
        long entries = 0;
        while (at != 0 && chain.size() < LONGEST_CHAIN && goOn.test(chain.size())) {
            if (!seen.add(at)) {
                throw new Senseless("the directories form a cycle");
            }
            TiffDirectory directory = read(bytes, little, at);
            entries += bytes.u16(at, little);
            if (entries > MOST_ENTRIES) {
                throw new Senseless("more than " + MOST_ENTRIES + " entries");
            }
            chain.add(directory);
            at = directory.next;
        }
        return chain;
    }

    private static TiffDirectory read(Bytes bytes, boolean little, long at) throws IOException {
        int count = bytes.u16(at, little);
        Map<Integer, Entry> entries = new HashMap<>();
        for (int i = 0; i < count; i++) {
            long entry = at + 2 + 12L * i;
            int type = bytes.u16(entry + 2, little);
            long values = bytes.u32(entry + 4, little);
            boolean known = type < TYPE_SIZES.length && TYPE_SIZES[type] > 0;
            long length = known ? values * TYPE_SIZES[type] : 0;
            long place = length <= 4 ? entry + 8 : bytes.u32(entry + 8, little);
            if (place + length > bytes.size()) {
                throw new EOFException("values of tag " + bytes.u16(entry, little));
            }
            entries.putIfAbsent(bytes.u16(entry, little), new Entry(type, known ? values : 0, place));
        }
        return new TiffDirectory(bytes, little, entries, bytes.u32(at + 2 + 12L * count, little));
    }

    boolean has(int tag) {
        return entries.containsKey(tag);
    }

    long count(int tag) {
        Entry entry = entries.get(tag);
        return entry == null ? 0 : entry.count;
    }

    /** The tag's value at an index as a whole number; the fallback where the tag, or so many values, are not there. */
    long number(int tag, long index, long fallback) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null || index >= entry.count) {
            return fallback;
        }
        return switch (entry.type) {
            case 1, 6, 7 -> bytes.u8(entry.at + index);
            case 3, 8 -> bytes.u16(entry.at + 2 * index, little);
            case 4, 9, 13 -> bytes.u32(entry.at + 4 * index, little);
            default -> fallback;
        };
    }

    long number(int tag, long fallback) throws IOException {
        return number(tag, 0, fallback);
    }

    /** A rational value; 0 where it is missing or senseless. */
    double ratio(int tag) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null || entry.count < 1 || entry.type != 5) {
            return number(tag, 0);
        }
        long denominator = bytes.u32(entry.at + 4, little);
        return denominator == 0 ? 0 : bytes.u32(entry.at, little) / (double) denominator;
    }

    /** Pixels an inch across and down; 0 where the directory does not say. */
    double dpi(int tag) throws IOException {
        double value = ratio(tag);
        return switch ((int) number(RESOLUTION_UNIT, 2)) {
            case 2 -> value;
            case 3 -> value * 2.54;
            default -> 0;
        };
    }

    /** A smaller copy of another page, or a mask: not a page. */
    boolean isAuxiliary() throws IOException {
        return (number(NEW_SUBFILE_TYPE, 0) & 0b101) != 0;
    }

    boolean isLittle() {
        return little;
    }

    /** No writer ever makes this, and waiting will not make it better: a cycle, or more than any scan has. */
    static final class Senseless extends IOException {
        private static final long serialVersionUID = 1L;

        Senseless(String what) {
            super(what);
        }
    }
}
