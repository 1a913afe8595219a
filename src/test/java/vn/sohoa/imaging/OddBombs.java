package vn.sohoa.imaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Small files that would become huge, or keep a machine busy for days. */
final class OddBombs {
    private static final String CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
    private static final String PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 72 108] >>";

    private OddBombs() {}

    /** So many bytes of one value, deflated to a small part. */
    static byte[] deflated(int value, long length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 20];
        java.util.Arrays.fill(block, (byte) value);
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED))) {
            for (long left = length; left > 0; left -= block.length) {
                deflater.write(block, 0, (int) Math.min(left, block.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static String stream(String dictionary, byte[] content) {
        return "<< " + dictionary + " /Length " + content.length + " >>\nstream\n" + latin(content) + "\nendstream";
    }

    static String stream(String dictionary, String content) {
        return stream(dictionary, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A page with these contents and resources; further objects are numbered from 5. */
    static byte[] page(String contents, String resources, String... more) {
        List<String> objects = new ArrayList<>(List.of(
                CATALOG,
                PAGES,
                "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << " + resources + " >> >>",
                contents));
        objects.addAll(List.of(more));
        return OddPdfs.raw(objects.toArray(String[]::new));
    }

    /** Ten forms, each of which draws the next one ten times. */
    static byte[] formsInForms() {
        String[] forms = new String[11];
        for (int i = 0; i < forms.length; i++) {
            String next = i + 1 < forms.length ? "/XObject << /F " + (i + 6) + " 0 R >>" : "";
            forms[i] = stream(
                    "/Type /XObject /Subtype /Form /BBox [0 0 72 108] /Resources << " + next + " >>",
                    i + 1 < forms.length ? "/F Do ".repeat(10) : "0 0 1 1 re f");
        }
        return page(stream("", "/F Do"), "/XObject << /F 5 0 R >>", forms);
    }

    /** Transparency groups inside each other, each with a picture of its own while it is drawn. */
    static byte[] groupsInGroups() {
        String[] forms = new String[30];
        for (int i = 0; i < forms.length; i++) {
            String next = i + 1 < forms.length ? "/XObject << /F " + (i + 6) + " 0 R >>" : "";
            forms[i] = stream(
                    "/Type /XObject /Subtype /Form /BBox [0 0 72 108] /Group << /S /Transparency >> /Resources << "
                            + next + " >>",
                    i + 1 < forms.length ? "/F Do 0 0 1 1 re f" : "0 0 1 1 re f");
        }
        return page(stream("", "/F Do"), "/XObject << /F 5 0 R >>", forms);
    }

    /** A table of objects as a stream of so many entries of one byte each. */
    static byte[] manyObjects(int entries) {
        byte[] packed = deflated(9, entries);
        String head = "%PDF-1.5\n2 0 obj\n" + CATALOG + "\nendobj\n";
        String table = "1 0 obj\n"
                + stream("/Type /XRef /W [0 1 0] /Filter /FlateDecode /Root 2 0 R /Size " + entries, packed)
                + "\nendobj\nstartxref\n" + head.length() + "\n%%EOF\n";
        return (head + table).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A stream of objects that unfolds to this size; with a right table of objects, or to be searched for. */
    static byte[] packedObjects(long size, boolean table) {
        byte[] packed = deflated(' ', size);
        String stream =
                "3 0 obj\n" + stream("/Type /ObjStm /N 2 /First 20 /Filter /FlateDecode", packed) + "\nendobj\n";
        String head = "%PDF-1.5\n";
        if (!table) {
            return (head + stream + "startxref\n5\n%%EOF\n").getBytes(StandardCharsets.ISO_8859_1);
        }
        int at = head.length() + stream.length();
        ByteBuffer entries = ByteBuffer.allocate(4 * 6);
        entry(entries, 0, 0);
        entry(entries, 2, 3);
        entry(entries, 2, 3);
        entry(entries, 1, head.length());
        String xref = "4 0 obj\n" + stream("/Type /XRef /W [1 4 1] /Root 1 0 R /Size 4", entries.array())
                + "\nendobj\nstartxref\n" + at + "\n%%EOF\n";
        return (head + stream + xref).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void entry(ByteBuffer entries, int type, int value) {
        entries.put((byte) type).putInt(value).put((byte) 0);
    }

    /** So many pages that all draw the one and same picture. */
    static byte[] pagesOfOnePicture(int pages, byte[] jpeg, int width, int height) {
        StringBuilder kids = new StringBuilder();
        String[] objects = new String[4 + pages];
        objects[0] = CATALOG;
        objects[2] = stream(
                "/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Width "
                        + width + " /Height " + height,
                jpeg);
        objects[3] = stream("", "72 0 0 108 0 0 cm /I Do");
        for (int i = 0; i < pages; i++) {
            kids.append(5 + i).append(" 0 R ");
            objects[4 + i] = "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /I 3 0 R >> >> >>";
        }
        objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + pages + " /MediaBox [0 0 72 108] >>";
        return OddPdfs.raw(objects);
    }

    /** A PNG of this size whose data, and whose text, unfold to so many bytes. */
    static byte[] png(int width, int height, long size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .array();
        byte[] bomb = deflated(0, size);
        byte[] text = ByteBuffer.allocate(3 + bomb.length)
                .put((byte) 'a')
                .putShort((short) 0)
                .put(bomb)
                .array();
        chunk(out, "IHDR", header);
        chunk(out, "zTXt", text);
        chunk(out, "iCCP", text);
        chunk(out, "IDAT", bomb);
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] content) {
        byte[] named = ByteBuffer.allocate(4 + content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        CRC32 crc = new CRC32();
        crc.update(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /** Directories that lie over each other, a chain through all of them. */
    static byte[] directoriesOverEachOther(int directories) {
        int entries = 0x4242; // the count is what the entries are filled with, too
        ByteBuffer tiff =
                ByteBuffer.allocate(8 + 16 * directories + 2 + 12 * entries + 4).order(ByteOrder.LITTLE_ENDIAN);
        while (tiff.hasRemaining()) {
            tiff.put((byte) 0x42);
        }
        tiff.put(0, (byte) 'I').put(1, (byte) 'I').putShort(2, (short) 42).putInt(4, 8);
        for (int i = 0; i < directories; i++) {
            int at = 8 + 16 * i;
            tiff.putShort(at, (short) entries).putInt(at + 2 + 12 * entries, i + 1 < directories ? at + 16 : 0);
        }
        return tiff.array();
    }
}
