package vn.sohoa.papers;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import vn.sohoa.papers.Faces.Face;

/** What is on a paper besides print: seals, signatures, codes. */
final class Marks {
    private Marks() {}

    /** A round seal with its text on the ring; nothing to be read. */
    static void seal(Canvas canvas, Dice dice, String around, double x, double y) {
        double radius = dice.between(38.0, 50.0);
        int alpha = dice.between(110, 215);
        Color red = new Color(dice.between(185, 225), dice.between(15, 60), dice.between(25, 75), alpha);
        canvas.draw(circle(x, y, radius), red, 1.9);
        canvas.draw(circle(x, y, radius * 0.93), red, 0.6);
        canvas.draw(circle(x, y, radius * 0.62), red, 0.8);
        canvas.fill(star(x, y, radius * 0.3), red);
        Font font = Faces.font(Face.ARIMO, Font.BOLD, radius * 0.17);
        double angle = -Math.PI * 0.5 - canvas.widthOf(around, font) / 2 / (radius * 0.74);
        for (int i = 0; i < around.length(); i++) {
            String letter = around.substring(i, i + 1);
            double half = canvas.widthOf(letter, font) / 2 / (radius * 0.74);
            angle += half;
            canvas.turned(
                    letter,
                    font,
                    red,
                    x + radius * 0.72 * Math.cos(angle),
                    y + radius * 0.72 * Math.sin(angle),
                    angle + Math.PI / 2);
            angle += half;
        }
        canvas.keep(around, "stamp", new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** A box-shaped stamp that clerks put wherever there is room, or is none. */
    static void boxStamp(Canvas canvas, Dice dice, String text, double x, double y) {
        Font font = Faces.font(Face.HEROS, Font.BOLD, dice.between(11.0, 15.0));
        Color color = dice.chance(0.6)
                ? new Color(200, 30, 50, dice.between(120, 200))
                : new Color(30, 40, 150, dice.between(120, 200));
        double wide = canvas.widthOf(text, font) + 16;
        canvas.draw(new Rectangle2D.Double(x, y, wide, 26), color, 1.6);
        canvas.text(text, font, color, x + 8, y + 18);
        canvas.keep(text, "stamp", new Rectangle2D.Double(x, y, wide, 26));
    }

    static void signature(Canvas canvas, Dice dice, double x, double y) {
        Color ink = dice.chance(0.7) ? new Color(25, 35, 140) : new Color(25, 25, 30);
        Path2D path = new Path2D.Double();
        double at = x - dice.between(25.0, 45.0);
        path.moveTo(at, y + dice.between(-6.0, 6.0));
        int strokes = dice.between(4, 8);
        for (int i = 0; i < strokes; i++) {
            double next = at + dice.between(4.0, 19.0);
            path.curveTo(
                    at + dice.between(-8.0, 16.0),
                    y - dice.between(2.0, 24.0),
                    next + dice.between(-12.0, 10.0),
                    y + dice.between(0.0, 18.0),
                    next,
                    y + dice.between(-7.0, 6.0));
            at = next;
        }
        if (dice.chance(0.5)) {
            path.curveTo(at + 20, y + 4, x - 20, y + 14, x + dice.between(20.0, 60.0), y + dice.between(2.0, 9.0));
        }
        canvas.draw(path, ink, dice.between(0.7, 1.5));
    }

    /** A QR code with its quiet zone, the code itself of that size. */
    static void qr(Canvas canvas, String value, double x, double y, double size) {
        BitMatrix modules = modules(value);
        double module = size / modules.getWidth();
        canvas.fill(
                new Rectangle2D.Double(x - 4 * module, y - 4 * module, size + 8 * module, size + 8 * module),
                Color.WHITE);
        Path2D dark = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); column++) {
                int from = column;
                while (column < modules.getWidth() && modules.get(column, row)) {
                    column++;
                }
                if (column > from) {
                    dark.append(
                            new Rectangle2D.Double(
                                    x + from * module, y + row * module, (column - from) * module, module * 1.01),
                            false);
                }
            }
        }
        canvas.fill(dark, Color.BLACK);
        canvas.keepCode(value, new Rectangle2D.Double(x, y, size, size), modules.getWidth());
    }

    private static BitMatrix modules(String value) {
        try {
            return new QRCodeWriter()
                    .encode(
                            value,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    0,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M));
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static Path2D star(double x, double y, double radius) {
        Path2D star = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double far = i % 2 == 0 ? radius : radius * 0.4;
            double angle = Math.PI * (i / 5.0 - 0.5);
            if (i == 0) {
                star.moveTo(x + far * Math.cos(angle), y + far * Math.sin(angle));
            } else {
                star.lineTo(x + far * Math.cos(angle), y + far * Math.sin(angle));
            }
        }
        star.closePath();
        return star;
    }
}
