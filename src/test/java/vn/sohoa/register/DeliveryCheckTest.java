package vn.sohoa.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;
import vn.sohoa.pdf.DocumentInfo;
import vn.sohoa.pdf.PdfPage;
import vn.sohoa.pdf.SearchablePdf;

/** Our own checker reads a delivery as whoever receives it does, and finds what is wrong with it. */
class DeliveryCheckTest {
    private static final Instant DAY = Instant.parse("2026-01-05T02:00:00Z");

    @TempDir
    private Path folder;

    private final Form form = new Forms().of("KS").orElseThrow();
    private final UUID page = UUID.randomUUID();
    private Path sheet;
    private Path archive;
    private Order order;

    @BeforeEach
    void aDeliveryOfThreeCases() throws IOException {
        sheet = folder.resolve("book.xlsx");
        archive = folder.resolve("book.zip");
        order = order(List.of(one("1", "Nguyễn Thị Kính"), one("2", "Đỗ Văn Thử"), one("2", "Đỗ Thị Thử")));
        DeliveryFiles.sheet(order, sheet);
        DeliveryFiles.archive(order, Map.of(page, pdf(1)), archive);
    }

    private Order order(List<Order.Case> cases) {
        BookFacts facts = new BookFacts("KS", "2007", "01");
        return new Order(
                UUID.randomUUID(), UUID.randomUUID(), "H24.01", "H24.01.KS.2007.01", form, facts, cases, "", "", DAY);
    }

    private Order.Case one(String number, String name) {
        return new Order.Case(
                UUID.randomUUID(),
                page,
                Map.of(
                        "so", Answer.of(number),
                        "ngayDangKy", Answer.of("15/03/2007"),
                        "loaiDangKy", Answer.of("1"),
                        "nksHoTen", Answer.of(name),
                        "nksGioiTinh", Answer.of("2")));
    }

    private Path pdf(int pages) throws IOException {
        Path image = folder.resolve("page.png");
        ImageIO.write(new BufferedImage(100, 140, BufferedImage.TYPE_BYTE_GRAY), "png", image.toFile());
        PdfPage one = new PdfPage(
                new PageImage(image, PageImage.Encoding.PNG, 100, 140, 72),
                new PageText(100, 140, 72, PageText.Source.OCR, List.of()),
                0);
        Path pdf = folder.resolve("page-" + pages + ".pdf");
        SearchablePdf.write(java.util.Collections.nCopies(pages, one), new DocumentInfo("test", DAY), pdf);
        return pdf;
    }

    private List<Finding> findings() {
        return DeliveryCheck.check(order, sheet, archive, Budgets.DEFAULT, folder);
    }

    private void inSheet(Consumer<Sheet> change) throws IOException {
        try (InputStream in = Files.newInputStream(sheet);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            change.accept(book.getSheetAt(0));
            try (OutputStream out = Files.newOutputStream(sheet)) {
                book.write(out);
            }
        }
    }

    private void inArchive(Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> files = new java.util.LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        change.accept(files);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aGoodDeliveryPasses() {
        List<Finding> findings = findings();
        assertThat(findings).containsExactly(new Finding(Finding.Kind.CHECKED, "3 / 3 / 3"));
        assertThat(DeliveryCheck.passed(findings)).isTrue();
        assertThat(Finding.parse(Finding.text(findings))).isEqualTo(findings);
        assertThat(order.files())
                .containsExactly(
                        "KS.2007.01.2007-03-15.001.pdf",
                        "KS.2007.01.2007-03-15.002.pdf",
                        "KS.2007.01.2007-03-15.002-2.pdf");
    }

    @Test
    void swappedColumnsAreFound() throws IOException {
        inSheet(rows -> {
            rows.getRow(0).getCell(3).setCellValue("loaiDangKy");
            rows.getRow(0).getCell(4).setCellValue("ngayDangKy");
        });
        assertThat(findings()).containsExactly(new Finding(Finding.Kind.COLUMNS, "4 ngayDangKy"));
    }

    @Test
    void aChangedValueIsFoundAndNotRepeated() throws IOException {
        inSheet(rows -> rows.getRow(1).getCell(10).setCellValue("Nguyễn Thị Kinh"));
        assertThat(findings()).containsExactly(new Finding(Finding.Kind.VALUE, "2 nksHoTen"));
    }

    @Test
    void aCodeThatIsNotOfTheListIsFound() throws IOException {
        inSheet(rows -> rows.getRow(2).getCell(11).setCellValue("7"));
        assertThat(findings())
                .containsExactly(
                        new Finding(Finding.Kind.VALUE, "3 nksGioiTinh"),
                        new Finding(Finding.Kind.CODE, "3 nksGioiTinh"));
    }

    @Test
    void aMissingAndAnExtraRowAreFound() throws IOException {
        inSheet(rows -> rows.createRow(4).createCell(0).setCellValue("9"));
        assertThat(findings()).containsExactly(new Finding(Finding.Kind.ROWS, "4 / 3"));
        inSheet(rows -> {
            rows.removeRow(rows.getRow(4));
            rows.removeRow(rows.getRow(3));
        });
        assertThat(findings()).containsExactly(new Finding(Finding.Kind.ROWS, "2 / 3"));
    }

    @Test
    void aMissingPdfIsFound() throws IOException {
        inArchive(files -> files.remove("KS.2007.01.2007-03-15.001.pdf"));
        assertThat(findings()).containsExactly(new Finding(Finding.Kind.FILE_MISSING, "KS.2007.01.2007-03-15.001.pdf"));
    }

    @Test
    void anExtraFileIsFound() throws IOException {
        inArchive(files -> files.put("Thumbs.db", new byte[3]));
        assertThat(findings()).containsExactly(new Finding(Finding.Kind.FILE_EXTRA, "Thumbs.db"));
    }

    @Test
    void aPdfThatCannotBeReadAndOneOfTwoPagesAreFound() throws IOException {
        byte[] two = Files.readAllBytes(pdf(2));
        List<String> names = new ArrayList<>(order.files());
        inArchive(files -> {
            files.put(names.get(0), "%PDF-1.7 half".getBytes());
            files.put(names.get(1), two);
        });
        assertThat(findings().stream().map(Finding::kind))
                .containsExactly(Finding.Kind.FILE_BROKEN, Finding.Kind.FILE_PAGES);
    }

    @Test
    void filesThatAreNoneOfTheirKindAreFound() throws IOException {
        Files.write(sheet, new byte[100]);
        assertThat(findings().stream().map(Finding::kind)).contains(Finding.Kind.UNREADABLE);
    }
}
