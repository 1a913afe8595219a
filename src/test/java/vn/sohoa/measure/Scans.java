package vn.sohoa.measure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.imaging.SourceFile;
import vn.sohoa.imaging.SourceFormat;
import vn.sohoa.page.PageImage;

/** Makes scans of any size and number out of a few JPEG pages; each differs from all others, and none is kept in memory. */
public final class Scans {
    private static final double POINTS = 72;
    private static final int MARKER = 0xFF;
    private static final int COMMENT = 0xFE;
    private static final int LENGTH = 2;
    /** Baseline to progressive. */
    private static final int FIRST_FRAME = 0xC0;

    private static final int LAST_FRAME = 0xC2;
    /** Behind the marker, the length, the precision and the size. */
    private static final int COMPONENTS = 9;

    private static final int A4_WIDTH = 2480;
    private static final int A4_HEIGHT = 3508;
    private static final int LETTER = 46;

    private Scans() {}

    /**
     * {@code pdf FILE PAGES JPEG …}: a PDF of so many pages; {@code padded FILE BYTES JPEG}: one page, and so many bytes in
     * all, most of them nothing; {@code plain FILE}: a colour page of print without a title, at 300 dpi.
     */
    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[1]);
        if (arguments[0].equals("plain")) {
            Files.write(target, plain());
            return;
        }
        long size = Long.parseLong(arguments[2]);
        List<Path> jpegs = new ArrayList<>();
        for (int i = 3; i < arguments.length; i++) {
            jpegs.add(Path.of(arguments[i]));
        }
        if (arguments[0].equals("padded")) {
            padded(target, size, jpegs.get(0));
        } else {
            pdf(target, (int) size, jpegs, 0);
        }
    }

    /** A page that continues the paper before it, whatever that is. Its paper is as uneven as a scanner sees it. */
    private static byte[] plain() throws IOException {
        BufferedImage page = new BufferedImage(A4_WIDTH, A4_HEIGHT, BufferedImage.TYPE_INT_RGB);
        Random grain = new Random(1);
        for (int y = 0; y < A4_HEIGHT; y++) {
            for (int x = 0; x < A4_WIDTH; x++) {
                page.setRGB(x, y, 0xf4f0e6 - 0x010101 * grain.nextInt(10));
            }
        }
        Graphics2D canvas = page.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setColor(new Color(0x20242c));
        canvas.setFont(new Font(Font.SERIF, Font.PLAIN, LETTER));
        for (int y = A4_HEIGHT / 10; y < A4_HEIGHT * 9 / 10; y += LETTER * 3 / 2) {
            canvas.drawString(
                    "những nội dung kê khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật", 250, y);
        }
        canvas.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(page, "jpeg", out);
        return out.toByteArray();
    }

    /** The only page of a JPEG file. */
    public static PageImage pageOf(Path jpeg, Path folder) {
        try (SourceFile source = SourceFile.open(jpeg, SourceFormat.JPEG, Budgets.DEFAULT)) {
            PageImage image = source.cut(0, folder).image();
            return new PageImage(jpeg.toAbsolutePath(), image.encoding(), image.width(), image.height(), image.dpi());
        }
    }

    /** The same picture with a comment of its own: which recorded page it is, and a number. */
    static byte[] marked(byte[] jpeg, int recorded, long number) {
        byte[] comment = String.format(Locale.ROOT, "recorded=%03d;number=%012d", recorded, number)
                .getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + comment.length + 4);
        out.write(jpeg, 0, 2);
        out.write(MARKER);
        out.write(COMMENT);
        out.write(comment.length + LENGTH >> 8);
        out.write(comment.length + LENGTH & 0xFF);
        out.writeBytes(comment);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** Pages of these pictures in turn, numbered from here. */
    static void pdf(Path target, int pages, List<Path> jpegs, long number) throws IOException {
        Path folder = Files.createTempDirectory("scans-");
        try (Pdf pdf = new Pdf(target)) {
            for (int i = 0; i < pages; i++) {
                int which = i % jpegs.size();
                pdf.page(
                        pageOf(jpegs.get(which), folder),
                        marked(Files.readAllBytes(jpegs.get(which)), which, number + i));
            }
            pdf.end();
        }
        delete(folder);
    }

    /** By the frame header, behind as many other segments as there are. */
    private static boolean isGray(byte[] jpeg) {
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) < FIRST_FRAME || (jpeg[at + 1] & 0xFF) > LAST_FRAME) {
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
        }
        return jpeg[at + COMPONENTS] == 1;
    }

    private static void padded(Path target, long bytes, Path jpeg) throws IOException {
        Path folder = Files.createTempDirectory("scans-");
        try (Pdf pdf = new Pdf(target)) {
            pdf.page(pageOf(jpeg, folder), Files.readAllBytes(jpeg));
            pdf.padTo(bytes);
            pdf.end();
        }
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** A plain PDF, written from its beginning to its end. */
    private static final class Pdf implements AutoCloseable {
        /** What comes after the padding: the tree, the table, the trailer. */
        private static final int END = 4096;

        private final RandomAccessFile file;
        private final List<Long> places = new ArrayList<>();
        private final List<Integer> pages = new ArrayList<>();

        Pdf(Path target) throws IOException {
            Files.deleteIfExists(target);
            file = new RandomAccessFile(target.toFile(), "rw");
            text("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
            places.add(0L); // the catalog, object 1
            places.add(0L); // the tree of pages, object 2
        }

        private void text(String text) throws IOException {
            file.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        private int begin() throws IOException {
            places.add(file.getFilePointer());
            text(places.size() + " 0 obj\n");
            return places.size();
        }

        void page(PageImage image, byte[] jpeg) throws IOException {
            double width = image.width() * POINTS / image.dpi();
            double height = image.height() * POINTS / image.dpi();
            int picture = begin();
            text(
                    "<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/%s/BitsPerComponent 8/Filter/DCTDecode/Length %d>>\nstream\n"
                            .formatted(
                                    image.width(),
                                    image.height(),
                                    isGray(jpeg) ? "DeviceGray" : "DeviceRGB",
                                    jpeg.length));
            file.write(jpeg);
            text("\nendstream\nendobj\n");
            String drawing = String.format(Locale.ROOT, "q %.3f 0 0 %.3f 0 0 cm /Im Do Q", width, height);
            int content = begin();
            text("<</Length %d>>\nstream\n%s\nendstream\nendobj\n".formatted(drawing.length(), drawing));
            pages.add(begin());
            text(String.format(
                    Locale.ROOT,
                    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.3f %.3f]/Resources<</XObject<</Im %d 0 R>>>>/Contents %d 0 R>>\nendobj\n",
                    width,
                    height,
                    picture,
                    content));
        }

        void padTo(long bytes) throws IOException {
            long length = bytes - END - file.getFilePointer();
            begin();
            text("<</Length %012d>>\nstream\n".formatted(length));
            file.seek(file.getFilePointer() + length);
            text("\nendstream\nendobj\n");
        }

        void end() throws IOException {
            places.set(0, file.getFilePointer());
            text("1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
            places.set(1, file.getFilePointer());
            StringBuilder kids = new StringBuilder();
            pages.forEach(page -> kids.append(page).append(" 0 R "));
            text("2 0 obj\n<</Type/Pages/Count %d/Kids[%s]>>\nendobj\n".formatted(pages.size(), kids));
            long table = file.getFilePointer();
            StringBuilder entries = new StringBuilder("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
            places.forEach(place -> entries.append(String.format(Locale.ROOT, "%010d 00000 n %n", place)));
            text(entries.toString());
            text("trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n".formatted(places.size() + 1, table));
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
