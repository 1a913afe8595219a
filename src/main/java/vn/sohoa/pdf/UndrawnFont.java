package vn.sohoa.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A TrueType program (ISO/IEC 14496-22) without what only drawing needs. Letters that are never drawn need their widths,
 * and a reader takes their meaning from the PDF; their outlines and hints would be half of what the text of a page
 * costs. All glyphs but the first become empty, as a space is.
 */
final class UndrawnFont {
    private static final Set<String> FOR_DRAWING = Set.of("cvt ", "fpgm", "prep", "gasp");
    private static final int HEADER = 12;
    private static final int RECORD = 16;
    private static final int WHOLE = 0xB1B0AFBA;
    /** Within the table "head": the checksum of the whole, and how "loca" counts. */
    private static final int CHECKSUM_OF_ALL = 8;

    private static final int LOCA_FORMAT = 50;
    /** A dot for a letter that is not there: one contour of three points. */
    private static final byte[] DOT = {0, 1, 0, 0, 0, 0, 0, 1, 0, 1, 0, 2, 0, 0, 0x37, 0x37, 0x37, 0, 1, 0, 0, 0, 1, 0};

    private record Table(String name, byte[] bytes) {
        int checksum() {
            int sum = 0;
            for (ByteBuffer words = ByteBuffer.wrap(Arrays.copyOf(bytes, padded())); words.hasRemaining(); ) {
                sum += words.getInt();
            }
            return sum;
        }

        int padded() {
            return (bytes.length + 3) / 4 * 4;
        }
    }

    private UndrawnFont() {}

    /** @param program with the tables of a subset: "head", "loca" and "glyf" among them */
    static byte[] of(byte[] program) {
        List<Table> tables = new ArrayList<>();
        for (Table table : tables(program)) {
            if (!FOR_DRAWING.contains(table.name)) {
                tables.add(undrawn(table));
            }
        }
        return written(tables);
    }

    private static List<Table> tables(byte[] program) {
        ByteBuffer in = ByteBuffer.wrap(program);
        int count = in.getShort(4);
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int record = HEADER + i * RECORD;
            String name = new String(program, record, 4, StandardCharsets.US_ASCII);
            int start = in.getInt(record + 8);
            tables.add(new Table(name, Arrays.copyOfRange(program, start, start + in.getInt(record + 12))));
        }
        return tables;
    }

    private static Table undrawn(Table table) {
        return switch (table.name) {
            case "glyf" -> new Table(table.name, DOT);
            case "loca" -> loca(table);
            case "head" -> head(table);
            default -> table;
        };
    }

    /** The subset counts in whole bytes, four a glyph: half of that is enough now. */
    private static Table loca(Table table) {
        ByteBuffer places = ByteBuffer.allocate(table.bytes.length / 2);
        places.putShort((short) 0);
        while (places.hasRemaining()) {
            places.putShort((short) (DOT.length / 2));
        }
        return new Table(table.name, places.array());
    }

    private static Table head(Table table) {
        byte[] bytes = table.bytes.clone();
        ByteBuffer.wrap(bytes).putInt(CHECKSUM_OF_ALL, 0).putShort(LOCA_FORMAT, (short) 0);
        return new Table(table.name, bytes);
    }

    private static byte[] written(List<Table> tables) {
        int start = HEADER + RECORD * tables.size();
        int size = start + tables.stream().mapToInt(Table::padded).sum();
        ByteBuffer out = ByteBuffer.allocate(size);
        int power = Integer.highestOneBit(tables.size());
        out.putInt(0x00010000)
                .putShort((short) tables.size())
                .putShort((short) (power * RECORD))
                .putShort((short) Integer.numberOfTrailingZeros(power))
                .putShort((short) ((tables.size() - power) * RECORD));
        int place = start;
        int head = 0;
        for (Table table : tables) {
            out.put(table.name.getBytes(StandardCharsets.US_ASCII))
                    .putInt(table.checksum())
                    .putInt(place)
                    .putInt(table.bytes.length);
            out.put(place, table.bytes);
            head = table.name.equals("head") ? place : head;
            place += table.padded();
        }
        int sum = new Table("", out.array()).checksum();
        return out.putInt(head + CHECKSUM_OF_ALL, WHOLE - sum).array();
    }
}
