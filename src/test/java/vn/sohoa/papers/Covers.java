package vn.sohoa.papers;

import java.awt.Font;
import vn.sohoa.papers.Faces.Face;

/** Sheets that stand before the papers of a dossier. */
final class Covers {
    private Covers() {}

    static String code(Dice dice) {
        return String.format(
                "H%02d.%02d.%02d-%02d%02d%02d-%s",
                dice.between(1, 63),
                dice.between(10, 60),
                dice.between(1, 30),
                dice.between(22, 25),
                dice.between(1, 12),
                dice.between(1, 28),
                dice.digits(4));
    }

    /** Bare, or with our own prefix before the code; small or large. */
    static void draw(Sheet sheet, String code) {
        Dice dice = sheet.dice;
        Face face = dice.of(Face.ARIMO, Face.NOTO_SANS, Face.HEROS, Face.TINOS);
        double size = dice.between(150.0, 220.0);
        String title = dice.of("PHIẾU PHÂN TÁCH HỒ SƠ", "TỜ BÌA HỒ SƠ", "PHIẾU KIỂM SOÁT HỒ SƠ");
        sheet.y = dice.between(90.0, 150.0);
        sheet.centered(title, Faces.font(face, Font.BOLD, 23));
        sheet.y += dice.between(15.0, 50.0);
        String value = dice.chance(0.5) ? code : "SOHOA:" + code;
        Marks.qr(sheet.canvas, value, (sheet.canvas.width - size) / 2, sheet.y, size);
        sheet.y += size + dice.between(40.0, 60.0);
        sheet.centered(code, Faces.font(face, Font.BOLD, 22));
        sheet.y += 14;
        sheet.centered("Bộ phận Tiếp nhận và Trả kết quả", Faces.font(face, Font.PLAIN, 13));
        if (dice.chance(0.5)) {
            sheet.centered("(" + Place.any(dice).office() + ")", Faces.font(face, Font.PLAIN, 11));
        }
    }
}
