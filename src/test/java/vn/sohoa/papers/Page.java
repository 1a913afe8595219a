package vn.sohoa.papers;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page as scanned, with its truth.
 *
 * @param kind {@code doc}, {@code separator} or {@code blank}
 * @param form what it is, where it is a paper
 */
record Page(
        String kind,
        Optional<Form> form,
        Damage damage,
        BufferedImage image,
        List<Line> lines,
        List<Canvas.Code> codes,
        Map<String, Object> fields) {
    /** How a scan is made. @param mode {@code color}, {@code gray} or {@code bw} */
    record Scanner(int dpi, String mode) {
        static Scanner of(Dice dice) {
            return new Scanner(
                    dice.of(300, 300, 300, 200, 200, 200, 200, 150), dice.of("gray", "gray", "gray", "color", "bw"));
        }
    }

    private static final double SHORT = 595.28;
    private static final double LONG = 841.89;

    static Page paper(Form form, String damaged, Scanner scanner, Dice dice) {
        Damage damage = Damage.of(damaged, scanner.dpi, dice.fork());
        Canvas canvas = canvas(form.lying, damage, scanner);
        if (damage.bleed()) {
            behind(canvas, form.lying, dice.fork());
        }
        Dice content = dice.fork();
        Sheet sheet = new Sheet(canvas, Style.of(content, form.written), content);
        form.draw(sheet);
        if (damage.overprint()) {
            Marks.boxStamp(
                    canvas,
                    content,
                    content.of("BẢN SAO", "ĐÃ THU LỆ PHÍ", "CÔNG VĂN ĐẾN", "SAO Y BẢN CHÍNH"),
                    canvas.width * content.between(0.1, 0.6),
                    canvas.height * content.between(0.2, 0.55));
        }
        Page page = finished("doc", Optional.of(form), damage, scanner, canvas, dice, sheet.truth);
        return damage.cut() > 0 ? page.cut((int) ((sheet.left + damage.cut()) * scanner.dpi / 72)) : page;
    }

    static Page cover(String code, String damaged, Scanner scanner, Dice dice) {
        Damage damage = Damage.of(damaged, scanner.dpi, dice.fork());
        Canvas canvas = canvas(false, damage, scanner);
        Sheet sheet = new Sheet(canvas, Style.of(dice.fork(), false), dice.fork());
        Covers.draw(sheet, code);
        return finished("separator", Optional.empty(), damage, scanner, canvas, dice, Map.of());
    }

    static Page blank(boolean shining, Scanner scanner, Dice dice) {
        Damage damage = Damage.of(shining ? "bleed" : "mild", scanner.dpi, dice.fork());
        Canvas canvas = canvas(false, damage, scanner);
        if (shining) {
            behind(canvas, false, dice.fork());
        }
        return finished("blank", Optional.empty(), damage, scanner, canvas, dice, Map.of());
    }

    private static Canvas canvas(boolean lying, Damage damage, Scanner scanner) {
        Color beyond = damage.edge() ? new Color(38, 38, 40) : damage.paper();
        return new Canvas(
                lying ? LONG : SHORT,
                lying ? SHORT : LONG,
                scanner.dpi,
                scanner.mode.equals("color"),
                damage.skew(),
                damage.turn(),
                damage.paper(),
                beyond);
    }

    private static void behind(Canvas front, boolean lying, Dice dice) {
        List<Form> others = java.util.Arrays.stream(Form.usual())
                .filter(form -> form.lying == lying)
                .toList();
        Form other = dice.of(others);
        other.draw(new Sheet(front.back(), Style.of(dice, false), dice));
        Wear.soften(front.image(), 2);
    }

    private static Page finished(
            String kind,
            Optional<Form> form,
            Damage damage,
            Scanner scanner,
            Canvas canvas,
            Dice dice,
            Map<String, Object> fields) {
        Dice marks = dice.fork();
        for (int i = 0; i < damage.specks(); i++) {
            double size = marks.between(0.2, 0.9);
            canvas.fill(spot(canvas, marks, size), new Color(60, 60, 60, marks.between(60, 200)));
        }
        for (int i = 0; i < damage.stains(); i++) {
            double size = marks.between(20.0, 90.0);
            canvas.fill(spot(canvas, marks, size), new Color(120, 90, 50, marks.between(25, 70)));
        }
        if (damage.holes()) {
            for (double at : marks.of(new double[] {0.363, 0.637}, new double[] {0.2, 0.4, 0.6, 0.8})) {
                canvas.fill(
                        new Ellipse2D.Double(marks.between(12.0, 22.0), canvas.height * at, 17, 17),
                        new Color(45, 45, 48));
            }
        }
        BufferedImage image = canvas.image();
        Wear.apply(image, damage, dice.fork());
        if (scanner.mode.equals("bw")) {
            image = Wear.bilevel(image, damage.faint() > 0 ? 200 : 150);
        }
        return new Page(kind, form, damage, image, canvas.lines, canvas.codes, fields);
    }

    /** The page without its left edge; what was cut through is nothing to be read any more. */
    private Page cut(int pixels) {
        BufferedImage rest = new BufferedImage(image.getWidth() - pixels, image.getHeight(), image.getType());
        rest.createGraphics().drawImage(image, -pixels, 0, null);
        List<Line> whole = lines.stream()
                .filter(line -> line.box().getX() >= pixels)
                .map(line -> line.left(pixels))
                .toList();
        return new Page(kind, form, damage, rest, whole, codes, fields);
    }

    private static Ellipse2D spot(Canvas canvas, Dice dice, double size) {
        return new Ellipse2D.Double(
                dice.between(0.0, canvas.width), dice.between(0.0, canvas.height), size, size * dice.between(0.5, 1.4));
    }
}
