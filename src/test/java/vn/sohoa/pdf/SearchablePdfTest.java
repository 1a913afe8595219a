package vn.sohoa.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageImage.Encoding;
import vn.sohoa.page.Word;

class SearchablePdfTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "-raw", "-layout"})
    void anotherReaderFindsEveryWordInOrder(String option) throws Exception {
        PdfPage page = Samples.page("d08_don_de_nghi");
        Path pdf = write(List.of(page));

        List<String> found = option.isEmpty() ? PdfText.words(pdf) : PdfText.words(pdf, option);

        List<String> written = page.text().words().map(Word::text).toList();
        if (option.equals("-raw")) {
            assertThat(found).isEqualTo(written);
        } else {
            assertThat(found).containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @Test
    void everyVietnameseLetterIsFoundAsItWasWritten() throws Exception {
        List<Line> lines = new ArrayList<>();
        List<String> words = new ArrayList<>();
        int y = 100;
        for (String base : "a ă â e ê i o ô ơ u ư y đ".split(" ")) {
            for (String form : List.of(base, base.toUpperCase(Locale.ROOT))) {
                StringBuilder text = new StringBuilder(form);
                for (String tone : List.of("\u0300", "\u0309", "\u0303", "\u0301", "\u0323")) {
                    if (!base.equals("đ")) {
                        text.append(' ')
                                .append(java.text.Normalizer.normalize(form + tone, java.text.Normalizer.Form.NFC));
                    }
                }
                lines.add(Samples.line(text.toString(), new Box(100, y, 60 * text.length(), 60)));
                words.addAll(List.of(text.toString().split(" ")));
                y += 100;
            }
        }
        PageImage image = picture(Encoding.PNG, BufferedImage.TYPE_BYTE_GRAY, 1200, 2900);

        Path pdf = write(List.of(new PdfPage(image, Samples.text(image, lines), 0)));

        assertThat(words).hasSize(12 * 12 + 2).allSatisfy(word -> assertThat(word)
                .hasSize(1));
        assertThat(PdfText.words(pdf, "-raw")).isEqualTo(words);
    }

    @Test
    void ligaturesAndLettersTheFontLacksDoNotBreakTheText() throws Exception {
        Line line = Samples.line("office fi ffl 😀漢 \u0001x AV Ta", new Box(100, 100, 900, 50));
        PageImage image = picture(Encoding.PNG, BufferedImage.TYPE_BYTE_GRAY, 1200, 300);

        Path pdf = write(List.of(new PdfPage(image, Samples.text(image, List.of(line)), 0)));

        assertThat(PdfText.words(pdf, "-raw")).containsExactly("office", "fi", "ffl", "😀�", "�x", "AV", "Ta");
    }

    @Test
    void jpegStandsInThePdfByteForByte() throws Exception {
        PdfPage page = Samples.page("d00_giay_khai_sinh");
        try (PDDocument document = Loader.loadPDF(write(List.of(page)).toFile())) {
            PDImageXObject image = image(document.getPage(0));
            assertThat(image.getCOSObject().getItem(COSName.FILTER)).isEqualTo(COSName.DCT_DECODE);
            try (InputStream raw = image.getCOSObject().createRawInputStream()) {
                assertThat(raw.readAllBytes())
                        .isEqualTo(Files.readAllBytes(page.image().file()));
            }
        }
    }

    @Test
    void group4StaysGroup4() throws Exception {
        PageImage image = picture(Encoding.TIFF, BufferedImage.TYPE_BYTE_BINARY, 800, 600);
        try (PDDocument document =
                Loader.loadPDF(write(List.of(empty(image, 0))).toFile())) {
            PDImageXObject embedded = image(document.getPage(0));
            assertThat(embedded.getCOSObject().getItem(COSName.FILTER)).isEqualTo(COSName.CCITTFAX_DECODE);
            assertThat(embedded.getImage().getRGB(0, 0) & 0xff).isEqualTo(0xff);
            assertThat(embedded.getImage().getRGB(400, 300) & 0xff).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void pageLooksLikeItsImage(Encoding encoding) throws Exception {
        int type = encoding == Encoding.TIFF ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_3BYTE_BGR;
        PageImage image = picture(encoding, type, 400, 200);

        BufferedImage seen = render(write(List.of(empty(image, 0))));

        assertThat(seen.getRGB(5, 5) & 0xff).isGreaterThan(240);
        assertThat(seen.getRGB(seen.getWidth() / 2, seen.getHeight() / 2) >> 8 & 0xff)
                .isLessThan(60);
    }

    @Test
    void clearPixelsArePaper() throws Exception {
        PageImage image = Samples.save(
                new BufferedImage(60, 40, BufferedImage.TYPE_INT_ARGB), Encoding.PNG, folder.resolve("clear.png"));

        assertThat(render(write(List.of(empty(image, 0)))).getRGB(20, 20) & 0xffffff)
                .isEqualTo(0xffffff);
    }

    @Test
    void pageIsAsLargeAsThePaper() throws Exception {
        try (PDDocument document = Loader.loadPDF(
                write(List.of(Samples.page("d00_giay_khai_sinh"))).toFile())) {
            assertThat(document.getPage(0).getMediaBox().getWidth()).isCloseTo(595.2f, within(0.1f));
            assertThat(document.getPage(0).getMediaBox().getHeight()).isCloseTo(841.9f, within(0.1f));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void turnedPageIsShownAndReadUpright(int rotation) throws Exception {
        int width = 1200;
        int height = 800;
        List<Line> upright = List.of(
                Samples.line("Trên cùng bên trái", new Box(100, 60, 700, 50)),
                Samples.line("Dưới cùng bên phải", new Box(450, 700, 700, 50)));
        boolean side = rotation % 180 == 90;
        PageImage image =
                picture(Encoding.PNG, BufferedImage.TYPE_BYTE_GRAY, side ? height : width, side ? width : height);
        List<Line> turned = upright.stream()
                .map(line -> new Line(line.words().stream()
                        .map(w -> new Word(w.text(), turned(w.box(), rotation, width, height), w.confidence()))
                        .toList()))
                .toList();

        Path pdf = write(List.of(new PdfPage(image, Samples.text(image, turned), rotation)));

        assertThat(PdfText.of(pdf, "-layout").lines().map(String::strip).filter(s -> !s.isEmpty()))
                .containsExactly("Trên cùng bên trái", "Dưới cùng bên phải");
        String words = PdfText.of(pdf, "-bbox");
        // at 200 dpi, points of the upright page
        assertThat(edge(words, "Trên", "xMin")).isCloseTo(36.0, within(1.0));
        assertThat(edge(words, "Trên", "yMax")).isCloseTo(39.6, within(6.0));
        assertThat(edge(words, "phải", "xMax")).isCloseTo(414.0, within(2.0));
    }

    @Test
    void wordsStandWhereTheirBoxesAre() throws Exception {
        PdfPage page = Samples.page("d02_giay_chung_nhan_ket_hon");
        String words = PdfText.of(write(List.of(page)), "-bbox");

        Word first = page.text().words().findFirst().orElseThrow();
        assertThat(edge(words, first.text(), "xMin"))
                .isCloseTo(first.box().x() * 72.0 / page.image().dpi(), within(0.5));
        assertThat(edge(words, first.text(), "xMax"))
                .isCloseTo(first.box().right() * 72.0 / page.image().dpi(), within(0.5));
    }

    @Test
    void sameInputMakesTheSameBytes() throws Exception {
        List<PdfPage> pages = List.of(Samples.page("d02_giay_chung_nhan_ket_hon"), Samples.page("d08_don_de_nghi"));

        assertThat(write(pages)).hasSameBinaryContentAs(write(pages));
    }

    @Test
    void textCostsLittleBesideTheImage() throws Exception {
        PdfPage page = Samples.page("d00_giay_khai_sinh");

        assertThat(Files.size(write(List.of(page))) - Files.size(page.image().file()))
                .isLessThan(40_000);
    }

    private static double edge(String bbox, String word, String name) {
        String line = bbox.lines()
                .filter(l -> l.contains(">" + word + "</word>"))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(line.replaceAll(".*" + name + "=\"([0-9.]+)\".*", "$1"));
    }

    /** Where a box of the upright page is on the page as scanned, which is turned clockwise. */
    private static Box turned(Box box, int rotation, int width, int height) {
        return switch (rotation) {
            case 90 -> new Box(height - box.bottom(), box.x(), box.height(), box.width());
            case 180 -> new Box(width - box.right(), height - box.bottom(), box.width(), box.height());
            case 270 -> new Box(box.y(), width - box.right(), box.height(), box.width());
            default -> box;
        };
    }

    private PageImage picture(Encoding encoding, int type, int width, int height) throws IOException {
        return Samples.save(
                Samples.picture(width, height, type), encoding, folder.resolve("page." + encoding.extension()));
    }

    private static PdfPage empty(PageImage image, int rotation) {
        return new PdfPage(image, Samples.text(image, List.of()), rotation);
    }

    private Path write(List<PdfPage> pages) throws IOException {
        Path pdf = Files.createTempFile(folder, "document", ".pdf");
        SearchablePdf.write(pages, Samples.INFO, pdf);
        return pdf;
    }

    private static BufferedImage render(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFRenderer(document).renderImageWithDPI(0, 200);
        }
    }

    private static PDImageXObject image(PDPage page) throws IOException {
        return (PDImageXObject) page.getResources().getXObject(COSName.getPDFName("Im"));
    }
}
