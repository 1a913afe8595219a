package vn.sohoa.pdf;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.imaging.PageCut;
import vn.sohoa.imaging.SourceFile;
import vn.sohoa.imaging.SourceFormat;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;

/** The PDF of all pages of a file, made as the walk makes it, and what can be measured of it. */
record Rendition(Path source, Path pdf, List<PdfPage> pages) {
    private static final float LOOK = 36;

    /** The words of a page. */
    @FunctionalInterface
    interface Words {
        PageText on(PageCut cut, int page) throws IOException;
    }

    static Rendition of(Path source, Path folder, Words words) throws IOException {
        SourceFormat format = SourceFormat.sniff(source).orElseThrow();
        List<PdfPage> pages = new ArrayList<>();
        try (SourceFile file = SourceFile.open(source, format, Budgets.DEFAULT)) {
            for (int i = 0; i < file.pages(); i++) {
                PageCut cut = file.cut(i, folder);
                pages.add(new PdfPage(cut.image(), words.on(cut, i), 0, cut.scan()));
            }
        }
        Path pdf = Files.createTempFile(folder, "rendition", ".pdf");
        SearchablePdf.write(pages, Samples.INFO, pdf);
        return new Rendition(source, pdf, pages);
    }

    static Rendition of(byte[] source, Path folder) throws IOException {
        Path file = Files.write(folder.resolve("source"), source);
        return of(file, folder, Rendition::twoLines);
    }

    private static PageText twoLines(PageCut cut, int page) {
        int width = cut.image().width() / 2;
        return Samples.text(
                cut.image(),
                List.of(
                        Samples.line("Cộng hòa xã hội chủ nghĩa Việt Nam", new Box(40, 60, width, 40)),
                        Samples.line("Giấy chứng nhận kết hôn số 112/2024", new Box(40, 160, width, 40))));
    }

    double ratio() throws IOException {
        return Files.size(pdf) / (double) Files.size(source);
    }

    /** How each page's picture is encoded. */
    String filters() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            List<String> filters = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                filters.add(page.getResources()
                        .getXObject(COSName.getPDFName("Im"))
                        .getCOSObject()
                        .getCOSName(COSName.FILTER)
                        .getName()
                        .replace("Decode", ""));
            }
            return filters.stream().distinct().collect(Collectors.joining(" "));
        }
    }

    /** How much the pages differ from what a viewer shows of the source: mean difference of gray, 0 to 255. */
    double difference() throws IOException {
        double worst = 0;
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            for (int i = 0; i < pages.size(); i++) {
                BufferedImage seen = new PDFRenderer(document).renderImageWithDPI(i, LOOK);
                BufferedImage shown = ImageIO.read(pages.get(i).image().file().toFile());
                worst = Math.max(worst, difference(small(seen, seen), small(shown, seen)));
            }
        }
        return worst;
    }

    private static BufferedImage small(BufferedImage image, BufferedImage like) {
        BufferedImage half = image;
        while (half.getWidth() > 2 * like.getWidth()) {
            half = scaled(half, half.getWidth() / 2, half.getHeight() / 2);
        }
        return scaled(half, like.getWidth(), like.getHeight());
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    private static double difference(BufferedImage a, BufferedImage b) {
        long sum = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                sum += Math.abs(a.getRaster().getSample(x, y, 0) - b.getRaster().getSample(x, y, 0));
            }
        }
        return sum / (double) (a.getWidth() * a.getHeight());
    }
}
