package vn.sohoa.pdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import vn.sohoa.page.Modules;

/** Sheets that are put before the papers of a dossier in a stack to be scanned, A4, one a page. */
public final class CoverSheets {
    private static final float POINTS_A_MM = 72f / 25.4f;
    /** At 100 dpi and a bad focus a module is still ten pixels wide. */
    private static final float QR_SIDE = 80 * POINTS_A_MM;

    private static final float MARGIN = 20 * POINTS_A_MM;
    private static final float QR_TOP = 70 * POINTS_A_MM;
    private static final float TITLE_TOP = 40 * POINTS_A_MM;
    private static final float CODE_TOP = 175 * POINTS_A_MM;
    private static final float PROCEDURE_TOP = 195 * POINTS_A_MM;
    private static final float HINT_TOP = 240 * POINTS_A_MM;
    private static final float TITLE_SIZE = 26;
    private static final float CODE_SIZE = 34;
    private static final float TEXT_SIZE = 13;
    private static final float LINE = 1.4f;
    private static final String TITLE = "PHIẾU PHÂN TÁCH HỒ SƠ";
    private static final String HINT =
            "Đặt phiếu này trước giấy tờ của hồ sơ rồi quét cả tập: các trang sau phiếu, cho đến "
                    + "phiếu kế tiếp, thuộc hồ sơ có mã trên. Phiếu không thuộc hồ sơ và không cần lưu.";

    private final PDDocument document;
    private final TextFont font;

    private CoverSheets(PDDocument document, TextFont font) {
        this.document = document;
        this.font = font;
    }

    /**
     * Writes the sheets in their order.
     *
     * @param sheets at least one
     * @throws IOException where the target cannot be written
     */
    public static void write(List<CoverSheetText> sheets, Path target) throws IOException {
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("at least one sheet");
        }
        try (PDDocument document = new PDDocument();
                TextFont font = new TextFont(document)) {
            CoverSheets drawing = new CoverSheets(document, font);
            for (CoverSheetText sheet : sheets) {
                drawing.add(sheet);
            }
            document.save(target.toFile());
        }
    }

    private void add(CoverSheetText sheet) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            centred(content, TITLE, TITLE_TOP, TITLE_SIZE);
            qr(content, sheet.qr());
            centred(content, sheet.code(), CODE_TOP, CODE_SIZE);
            paragraph(content, sheet.procedure(), PROCEDURE_TOP);
            paragraph(content, HINT, HINT_TOP);
        }
    }

    private static void qr(PDPageContentStream content, Modules qr) throws IOException {
        float module = QR_SIDE / qr.size();
        float left = (PDRectangle.A4.getWidth() - QR_SIDE) / 2;
        float top = PDRectangle.A4.getHeight() - QR_TOP;
        for (int y = 0; y < qr.size(); y++) {
            for (int x = 0; x < qr.size(); x++) {
                if (qr.isDark(x, y)) {
                    content.addRect(left + x * module, top - (y + 1) * module, module, module);
                }
            }
        }
        content.fill();
    }

    /** One line, smaller where it would not fit. */
    private void centred(PDPageContentStream content, String text, float top, float size) throws IOException {
        String line = drawable(text);
        float room = PDRectangle.A4.getWidth() - 2 * MARGIN;
        float fitting = Math.min(size, room / Math.max(1, font.width(line)));
        float left = (PDRectangle.A4.getWidth() - font.width(line) * fitting) / 2;
        draw(content, line, left, PDRectangle.A4.getHeight() - top, fitting);
    }

    private void paragraph(PDPageContentStream content, String text, float top) throws IOException {
        float room = PDRectangle.A4.getWidth() - 2 * MARGIN;
        float y = top;
        for (String line : broken(drawable(text), room / TEXT_SIZE)) {
            centred(content, line, y, TEXT_SIZE);
            y += TEXT_SIZE * LINE;
        }
    }

    private List<String> broken(String text, float room) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && font.width(line + " " + word) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Letters that the font lacks are replaced; spaces stay. */
    private String drawable(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            words.add(font.drawable(word));
        }
        return String.join(" ", words);
    }

    private void draw(PDPageContentStream content, String line, float x, float y, float size) throws IOException {
        content.beginText();
        content.setFont(font.font(), size);
        content.newLineAtOffset(x, y);
        content.showText(line);
        content.endText();
    }
}
