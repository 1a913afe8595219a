package vn.sohoa.papers;

import java.awt.Font;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Parts that most papers have: heads, titles, signatures, dates in words. */
final class Parts {
    /** Who signs, with the lines above the name. @param seal its text, or empty for none */
    record Signer(List<String> role, String name, String seal) {}

    private static final String[] UNITS = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};

    private Parts() {}

    /** The country and its motto over the whole width. */
    static void country(Sheet sheet) {
        motto(sheet, sheet.canvas.width / 2, sheet.style.size() * 0.97);
        sheet.down(1.4);
    }

    private static void motto(Sheet sheet, double middle, double size) {
        Font bold = Faces.font(sheet.style.body(), Font.BOLD, size);
        sheet.centered(sheet.style.country(), bold, middle);
        sheet.y += size * 1.4;
        String motto = "Độc lập - Tự do - Hạnh phúc";
        sheet.centered(motto, bold, middle);
        double half = sheet.canvas.widthOf(motto, bold) / 2 * sheet.dice.between(0.6, 1.0);
        sheet.y += 4.5;
        sheet.canvas.draw(new Line2D.Double(middle - half, sheet.y, middle + half, sheet.y), sheet.style.ink(), 0.7);
    }

    /** The office to the left, the country to the right, number and date below. */
    static void office(Sheet sheet, String above, String office, String number, String placeAndDate) {
        double top = sheet.y;
        double wide = sheet.right - sheet.left;
        double first = sheet.left + wide * 0.19;
        double second = sheet.left + wide * 0.71;
        double size = sheet.style.size() * 0.93;
        Font widest = Faces.font(sheet.style.body(), Font.BOLD, size);
        size *= Math.min(1, wide * 0.56 / sheet.canvas.widthOf(sheet.style.country(), widest));
        size *= Math.min(
                1, wide * 0.42 / sheet.canvas.widthOf(above, Faces.font(sheet.style.body(), Font.PLAIN, size)));
        Font plain = Faces.font(sheet.style.body(), Font.PLAIN, size);
        Font bold = Faces.font(sheet.style.body(), Font.BOLD, size);
        sheet.centered(above, plain, first);
        sheet.y += size * 1.35;
        for (String line : sheet.broken(office, bold, wide * 0.38, wide * 0.38)) {
            sheet.centered(line, bold, first);
            sheet.y += size * 1.35;
        }
        sheet.canvas.draw(
                new Line2D.Double(first - 30, sheet.y - size * 0.9, first + 30, sheet.y - size * 0.9),
                sheet.style.ink(),
                0.7);
        double under = sheet.y + size * 0.9;
        sheet.y = top;
        motto(sheet, second, size);
        sheet.y = Math.max(under, sheet.y + size * 1.5);
        if (!number.isEmpty()) {
            sheet.centered(number, plain, first);
        }
        if (!placeAndDate.isEmpty()) {
            sheet.centered(placeAndDate, Faces.font(sheet.style.body(), Font.ITALIC, size), second);
        }
        sheet.down(2);
    }

    static void title(Sheet sheet, double larger, String... lines) {
        Font font = Faces.font(sheet.style.body(), Font.BOLD, sheet.style.size() * larger);
        for (String line : lines) {
            sheet.centered(line, font);
        }
    }

    static void under(Sheet sheet, String line) {
        sheet.centered(line, sheet.dice.chance(0.5) ? sheet.style.italic() : sheet.style.plain());
    }

    /** Columns of signers, the last one to the right. */
    static void signatures(Sheet sheet, Signer... signers) {
        double wide = (sheet.right - sheet.left) / Math.max(2, signers.length);
        double top = sheet.y;
        double lowest = top;
        for (int i = 0; i < signers.length; i++) {
            int column = signers.length == 1 ? 1 : i;
            sheet.y = top;
            signer(sheet, signers[i], sheet.left + wide * (column + 0.5));
            lowest = Math.max(lowest, sheet.y);
        }
        sheet.y = lowest;
    }

    private static void signer(Sheet sheet, Signer signer, double middle) {
        for (String line : signer.role) {
            boolean note = line.startsWith("(") || line.contains("ngày");
            sheet.centered(line, note ? sheet.style.italic() : sheet.style.bold(), middle);
            sheet.y += sheet.style.size() * 1.35;
        }
        double drop = sheet.dice.between(26.0, 44.0);
        double signed = sheet.y + drop * 0.5;
        if (!signer.seal.isEmpty()) {
            Marks.seal(
                    sheet.canvas,
                    sheet.dice,
                    signer.seal,
                    middle - sheet.dice.between(28.0, 62.0),
                    signed + sheet.dice.between(-6.0, 6.0));
        }
        Marks.signature(sheet.canvas, sheet.dice, middle, signed);
        sheet.y += drop + sheet.style.size();
        sheet.centered(signer.name, sheet.style.bold(), middle);
        sheet.down(1.2);
    }

    static void frame(Sheet sheet, double inset, int lines) {
        for (int i = 0; i < lines; i++) {
            double edge = inset + 4 * i;
            sheet.canvas.draw(
                    new Rectangle2D.Double(edge, edge, sheet.canvas.width - 2 * edge, sheet.canvas.height - 2 * edge),
                    sheet.style.ink(),
                    i == 0 ? 2.2 : 0.8);
        }
    }

    static String named(Sheet sheet, String name) {
        return sheet.style.capitals() ? name.toUpperCase(Locale.ROOT) : name;
    }

    static String day(LocalDate date) {
        return Person.DAY.format(date);
    }

    /** "ngày 05 tháng 3 năm 2001": days have two digits, months January and February too. */
    static String longDay(LocalDate date) {
        String month = (date.getMonthValue() < 3 ? "0" : "") + date.getMonthValue();
        return String.format("ngày %02d tháng %s năm %d", date.getDayOfMonth(), month, date.getYear());
    }

    static String inWords(LocalDate date) {
        return "Ngày " + words(date.getDayOfMonth()) + " tháng "
                + (date.getMonthValue() == 4 ? "tư" : words(date.getMonthValue())) + " năm " + year(date.getYear());
    }

    private static String year(int year) {
        int hundreds = year / 100 % 10;
        int rest = year % 100;
        String end = rest == 0 ? "" : rest < 10 ? " linh " + UNITS[rest] : " " + words(rest);
        return UNITS[year / 1000] + (year / 1000 == 1 ? " nghìn " : " nghìn ") + UNITS[hundreds] + " trăm" + end;
    }

    private static String words(int number) {
        if (number < 10) {
            return UNITS[number];
        }
        int tens = number / 10;
        int unit = number % 10;
        String start = tens == 1 ? "mười" : UNITS[tens] + " mươi";
        if (unit == 0) {
            return start;
        }
        String end = unit == 5 ? "lăm" : unit == 1 && tens > 1 ? "mốt" : UNITS[unit];
        return start + " " + end;
    }
}
