package vn.sohoa.register;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;

/** Writes the two files of a delivery: the sheet with a row a case, and the archive with a PDF a case. */
public final class DeliveryFiles {
    /** Of the Ministry's template: white on #0070C0. */
    private static final byte[] HEADER = {0x00, 0x70, (byte) 0xC0};

    private static final byte[] WHITE = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
    private static final int ROWS_IN_MEMORY = 100;
    private static final int COLUMN_WIDTH = 20 * 256;

    private DeliveryFiles() {}

    public static void sheet(Order order, Path target) {
        try (SXSSFWorkbook book = new SXSSFWorkbook(null, ROWS_IN_MEMORY, false, true);
                OutputStream out = Files.newOutputStream(target)) {
            Sheet sheet = book.createSheet(order.form().sheet());
            sheet.createFreezePane(0, 1);
            CellStyle style = header(book);
            List<String> columns = order.form().columns();
            Row first = sheet.createRow(0);
            for (int i = 0; i < columns.size(); i++) {
                sheet.setColumnWidth(i, COLUMN_WIDTH);
                first.createCell(i).setCellValue(columns.get(i));
                first.getCell(i).setCellStyle(style);
            }
            int line = 1;
            for (List<String> cells : order.rows()) {
                Row row = sheet.createRow(line++);
                for (int i = 0; i < cells.size(); i++) {
                    if (!cells.get(i).isEmpty()) {
                        row.createCell(i).setCellValue(cells.get(i));
                    }
                }
            }
            book.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CellStyle header(SXSSFWorkbook book) {
        XSSFCellStyle style = (XSSFCellStyle) book.createCellStyle();
        style.setFillForegroundColor(new XSSFColor(HEADER, new DefaultIndexedColorMap()));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        XSSFFont font = (XSSFFont) book.createFont();
        font.setColor(new XSSFColor(WHITE, new DefaultIndexedColorMap()));
        font.setBold(true);
        style.setFont(font);
        return style;
    }

    /**
     * @param pages the PDF of each page, by the page's id
     */
    public static void archive(Order order, Map<UUID, Path> pages, Path target) {
        List<String> files = order.files();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            for (int i = 0; i < files.size(); i++) {
                ZipEntry entry = new ZipEntry(files.get(i));
                entry.setLastModifiedTime(FileTime.from(order.seen()));
                zip.putNextEntry(entry);
                Files.copy(pages.get(order.cases().get(i).page()), zip);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
