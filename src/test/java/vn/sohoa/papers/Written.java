package vn.sohoa.papers;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A pile as bytes: the scan, and the truth in the form of the samples. */
final class Written {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Written() {}

    static byte[] scan(Pile pile) throws IOException {
        return switch (pile.format()) {
            case "jpg" -> jpeg(pile.pages().get(0), pile.scanner().dpi());
            case "png" -> png(pile.pages().get(0).image());
            case "pdf" -> pdf(pile);
            default -> tiff(pile);
        };
    }

    private static byte[] jpeg(Page page, int dpi) throws IOException {
        ImageWriter writer = writer("jpeg", "com.sun.imageio");
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(page.damage().jpeg() / 100f);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(page.image(), null, null), how);
        } finally {
            writer.dispose();
        }
        byte[] file = bytes.toByteArray();
        // The JFIF header: units 1 are dots an inch, then density across and down.
        file[13] = 1;
        file[14] = file[16] = (byte) (dpi >> 8);
        file[15] = file[17] = (byte) dpi;
        return file;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] pdf(Pile pile) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(pile.seed());
            double points = 72.0 / pile.scanner().dpi();
            for (Page page : pile.pages()) {
                PDImageXObject image = JPEGFactory.createFromByteArray(
                        document, jpeg(page, pile.scanner().dpi()));
                float wide = (float) (image.getWidth() * points);
                float high = (float) (image.getHeight() * points);
                PDPage sheet = new PDPage(new PDRectangle(wide, high));
                document.addPage(sheet);
                try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                    content.drawImage(image, 0, 0, wide, high);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] tiff(Pile pile) throws IOException {
        ImageWriter writer = writer("tiff", "com.sun.imageio");
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionType("CCITT T.6");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (Page page : pile.pages()) {
                writer.writeToSequence(
                        new IIOImage(
                                page.image(),
                                null,
                                TiffDensity.of(
                                        writer,
                                        page.image(),
                                        how,
                                        pile.scanner().dpi())),
                        how);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriter writer(String format, String start) {
        for (Iterator<ImageWriter> all = ImageIO.getImageWritersByFormatName(format); all.hasNext(); ) {
            ImageWriter writer = all.next();
            if (writer.getClass().getName().startsWith(start)) {
                return writer;
            }
        }
        throw new IllegalStateException("the JDK writes no " + format);
    }

    static byte[] truth(Pile pile) {
        Map<String, @Nullable Object> truth = new LinkedHashMap<>();
        truth.put("file", pile.name());
        truth.put("format", pile.format());
        truth.put("dpi", pile.scanner().dpi());
        truth.put("mode", pile.scanner().mode());
        truth.put(
                "dossier_codes",
                pile.papers().stream()
                        .map(Pile.Paper::code)
                        .filter(code -> !code.isEmpty())
                        .distinct()
                        .toList());
        List<Object> papers = new ArrayList<>();
        for (Pile.Paper paper : pile.papers()) {
            Map<String, @Nullable Object> told = new LinkedHashMap<>();
            told.put("doc", papers.size());
            told.put("type", paper.form().code());
            told.put("pages", paper.pages());
            told.put("fields", paper.fields());
            told.put("dossier_code", paper.code().isEmpty() ? null : paper.code());
            papers.add(told);
        }
        truth.put("documents", papers);
        List<Object> pages = new ArrayList<>();
        for (Page page : pile.pages()) {
            pages.add(page(pile, page, pages.size()));
        }
        truth.put("pages", pages);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(truth);
    }

    private static Map<String, @Nullable Object> page(Pile pile, Page page, int index) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("index", index);
        told.put("kind", page.kind());
        told.put("doc", document(pile, index));
        told.put("type", page.form().map(Form::code).orElse(null));
        told.put("degradation", page.damage().name());
        told.put("degradations", page.damage().told());
        told.put("rotation", page.damage().turn());
        told.put("skew_deg", page.damage().skew());
        told.put("width", page.image().getWidth());
        told.put("height", page.image().getHeight());
        told.put("lines", page.lines().stream().map(Written::line).toList());
        told.put("text", Line.inOrder(page.lines()));
        told.put("barcodes", page.codes().stream().map(Written::code).toList());
        return told;
    }

    private static Map<String, @Nullable Object> line(Line line) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("text", line.text());
        told.put("bbox", box(line.box()));
        told.put("kind", line.kind());
        return told;
    }

    private static Map<String, @Nullable Object> code(Canvas.Code code) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("format", "QR_CODE");
        told.put("value", code.value());
        told.put("bbox", box(code.box()));
        told.put("modules", code.modules());
        return told;
    }

    private static @Nullable Integer document(Pile pile, int index) {
        for (int i = 0; i < pile.papers().size(); i++) {
            if (pile.papers().get(i).pages().contains(index)) {
                return i;
            }
        }
        return null;
    }

    private static List<Integer> box(Rectangle2D box) {
        int x = (int) Math.floor(box.getX());
        int y = (int) Math.floor(box.getY());
        return List.of(x, y, (int) Math.ceil(box.getMaxX()) - x, (int) Math.ceil(box.getMaxY()) - y);
    }
}
