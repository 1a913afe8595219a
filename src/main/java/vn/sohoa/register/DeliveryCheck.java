package vn.sohoa.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.sohoa.common.Failure;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.imaging.SourceFile;
import vn.sohoa.imaging.SourceFormat;

/**
 * Reads the two files of a delivery as whoever receives them does, and proves that they hold the book: the columns in
 * order, a row a case with the values that hold, codes of the lists, a readable PDF of one page a row, nothing else.
 */
public final class DeliveryCheck {
    private static final int PAGES_A_CASE = 1;
    /** More would say nothing new. */
    private static final int MOST_FINDINGS = 50;

    private final Order order;
    private final Budgets budgets;
    private final Path work;
    private final List<Finding> findings = new ArrayList<>();
    private int pages;

    private DeliveryCheck(Order order, Budgets budgets, Path work) {
        this.order = order;
        this.budgets = budgets;
        this.work = work;
    }

    /**
     * @param work a folder to unpack into
     * @return what is wrong, or one finding that says that all is well
     */
    public static List<Finding> check(Order order, Path sheet, Path archive, Budgets budgets, Path work) {
        DeliveryCheck check = new DeliveryCheck(order, budgets, work);
        try {
            check.sheet(sheet);
            check.archive(archive);
        } catch (IOException | IllegalArgumentException | POIXMLException | OpenXML4JRuntimeException e) {
            check.found(Finding.Kind.UNREADABLE, e.getClass().getSimpleName());
        }
        if (check.findings.isEmpty()) {
            int cases = order.cases().size();
            check.found(Finding.Kind.CHECKED, cases + " / " + cases + " / " + check.pages);
        }
        return List.copyOf(check.findings);
    }

    /** Whether the findings say that all is well. */
    public static boolean passed(List<Finding> findings) {
        return findings.stream().allMatch(finding -> finding.kind() == Finding.Kind.CHECKED);
    }

    private void sheet(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            if (book.getNumberOfSheets() != 1 || book.getSheet(order.form().sheet()) == null) {
                found(Finding.Kind.COLUMNS, "sheets: " + book.getNumberOfSheets());
                return;
            }
            Sheet sheet = book.getSheetAt(0);
            List<String> columns = order.form().columns();
            List<String> header = cells(sheet.getRow(0));
            if (!header.equals(columns)) {
                found(Finding.Kind.COLUMNS, firstDifference(header, columns));
                return;
            }
            rows(sheet);
        }
    }

    private void rows(Sheet sheet) {
        List<List<String>> expected = order.rows();
        int last = sheet.getLastRowNum();
        if (last != expected.size()) {
            found(Finding.Kind.ROWS, last + " / " + expected.size());
        }
        for (int line = 1; line <= Math.min(last, expected.size()); line++) {
            row(line + 1, cells(sheet.getRow(line)), expected.get(line - 1));
        }
    }

    private void row(int line, List<String> cells, List<String> expected) {
        List<String> columns = order.form().columns();
        if (cells.size() > columns.size()) {
            found(Finding.Kind.COLUMNS, line + ": " + cells.size());
        }
        for (int i = 0; i < columns.size(); i++) {
            String cell = i < cells.size() ? cells.get(i) : "";
            if (!cell.equals(expected.get(i))) {
                found(Finding.Kind.VALUE, line + " " + columns.get(i));
            }
            boolean wrongCode = order.form()
                    .field(columns.get(i))
                    .filter(field -> field.kind() == Field.Kind.CODE)
                    .filter(field -> !cell.isEmpty() && !field.knows(cell))
                    .isPresent();
            if (wrongCode) {
                found(Finding.Kind.CODE, line + " " + columns.get(i));
            }
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        if (row != null) {
            DataFormatter format = new DataFormatter();
            for (int i = 0; i < row.getLastCellNum(); i++) {
                Cell cell = row.getCell(i);
                cells.add(cell == null ? "" : format.formatCellValue(cell));
            }
        }
        return cells;
    }

    private static String firstDifference(List<String> header, List<String> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (i >= header.size() || !header.get(i).equals(columns.get(i))) {
                return (i + 1) + " " + columns.get(i);
            }
        }
        return String.valueOf(header.size());
    }

    private void archive(Path file) throws IOException {
        List<String> wanted = order.files();
        Set<String> missing = new HashSet<>(wanted);
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (!missing.remove(name)) {
                    found(Finding.Kind.FILE_EXTRA, shown(name));
                } else {
                    Path pdf = work.resolve("checked.pdf");
                    Files.copy(zip, pdf, StandardCopyOption.REPLACE_EXISTING);
                    pdf(name, pdf);
                }
            }
        }
        wanted.stream().filter(missing::contains).forEach(name -> found(Finding.Kind.FILE_MISSING, name));
    }

    private void pdf(String name, Path pdf) {
        try (SourceFile source = SourceFile.open(pdf, SourceFormat.PDF, budgets)) {
            pages += source.pages();
            if (source.pages() != PAGES_A_CASE) {
                found(Finding.Kind.FILE_PAGES, name + ": " + source.pages());
            }
        } catch (Failure.BadInput e) {
            found(Finding.Kind.FILE_BROKEN, name + ": " + e.reason().code());
        }
    }

    /** The name of a file that is not ours may be anything. */
    private static String shown(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "?");
        return plain.length() > 80 ? plain.substring(0, 80) : plain;
    }

    private void found(Finding.Kind kind, String detail) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(kind, detail));
        }
    }
}
