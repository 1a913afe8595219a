package vn.sohoa.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import vn.sohoa.common.Sha256;
import vn.sohoa.page.Block;
import vn.sohoa.page.Line;

/**
 * Searchable PDF/A-2u from page images and words: the image as scanned, the words over it, invisible, where they stand.
 * The same input makes the same bytes. Pages go to a temporary file one after the other; what stays in memory does not
 * grow with the size of the images.
 */
public final class SearchablePdf {
    private static final COSName IMAGE = COSName.getPDFName("Im");
    private static final COSName FONT = COSName.getPDFName("F");
    private static final float POINTS_AN_INCH = 72f;
    /** Sides of a page in points (ISO 19005-2, 6.1.13). */
    private static final float SIDE_LIMIT = 14_400f;

    private static final int FULL = 360;

    private final PDDocument document;
    private final TextFont font;
    private final PageImages images;

    private SearchablePdf(PDDocument document, TextFont font, Path folder) {
        this.document = document;
        this.font = font;
        this.images = new PageImages(document, folder);
    }

    /**
     * Writes the document.
     *
     * @param pages at least one
     * @param target in a folder that has room for the images once more
     * @throws vn.sohoa.common.Failure.BadInput where a page image has to be decoded and cannot be
     * @throws IOException where an image is away or the target cannot be written
     */
    public static void write(List<PdfPage> pages, DocumentInfo info, Path target) throws IOException {
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("a document has at least one page");
        }
        Path folder = target.toAbsolutePath().getParent();
        try (PDDocument document =
                        new PDDocument(MemoryUsageSetting.setupTempFileOnly().setTempDir(folder.toFile()).streamCache);
                TextFont font = new TextFont(document)) {
            SearchablePdf pdf = new SearchablePdf(document, font, folder);
            for (PdfPage page : pages) {
                pdf.add(page);
            }
            font.finish(document);
            ArchiveMarks.put(info, document);
            document.setDocumentId(id(pages, info));
            document.save(target.toFile());
        }
    }

    private void add(PdfPage page) throws IOException {
        int width = page.image().width();
        int height = page.image().height();
        float scale = Math.min(POINTS_AN_INCH / page.image().dpi(), SIDE_LIMIT / Math.max(width, height));
        PDPage sheet = new PDPage(new PDRectangle(width * scale, height * scale));
        sheet.setRotation((FULL - page.rotation()) % FULL);
        PDResources resources = new PDResources();
        sheet.setResources(resources);
        PlacedImage image = images.embed(page);
        resources.put(IMAGE, image.image());
        StringBuilder content = new StringBuilder();
        content.append("q ").append(InvisibleText.number(width * scale)).append(" 0 0 ");
        content.append(InvisibleText.number(height * scale)).append(" 0 0 cm ");
        content.append(image.isUpright() ? "" : image.place() + " cm ").append("/Im Do Q\n");
        if (!page.text().isEmpty()) {
            resources.put(FONT, font.font());
            Frame frame = new Frame(width, height, scale, page.rotation());
            InvisibleText text = new InvisibleText(font, FONT.getName(), frame, Slant.of(page.text(), frame), content);
            for (Block block : page.text().blocks()) {
                for (Line line : block.lines()) {
                    text.line(line);
                }
            }
        }
        byte[] operators = content.toString().getBytes(StandardCharsets.US_ASCII);
        sheet.setContents(new PDStream(document, new ByteArrayInputStream(operators), COSName.FLATE_DECODE));
        document.addPage(sheet);
    }

    /** A number that stands for all that goes into the file, from which PDFBox makes the file's identifier. */
    private static long id(List<PdfPage> pages, DocumentInfo info) throws IOException {
        MessageDigest digest = Sha256.digest();
        digest.update((info.title() + '\n' + info.created()).getBytes(StandardCharsets.UTF_8));
        for (PdfPage page : pages) {
            digest.update(Sha256.of(page.image().file()).hex().getBytes(StandardCharsets.US_ASCII));
            digest.update((page.text() + " " + page.rotation()).getBytes(StandardCharsets.UTF_8));
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
