package vn.sohoa.papers;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What befell a page between the printer and the file.
 *
 * @param name the one thing that is worse than usual, or {@code clean} or {@code mild}
 * @param skew degrees counterclockwise
 * @param turn degrees clockwise as scanned, in quarter turns
 * @param blur standard deviation in pixels
 * @param noise standard deviation in levels of gray
 * @param jpeg quality in per cent
 * @param light share of light that is missing in the darkest place
 * @param dark share of the light that is missing everywhere
 * @param folds lines across and down
 * @param faint share of the ink that is missing
 * @param cut points that are missing of the print at the left margin; 0: none
 */
record Damage(
        String name,
        double skew,
        int turn,
        double blur,
        double noise,
        int jpeg,
        double light,
        double dark,
        Color paper,
        boolean bleed,
        int specks,
        boolean holes,
        int folds,
        int stains,
        boolean edge,
        boolean overprint,
        double faint,
        double cut) {
    /** All names, mild ones most often. */
    static final List<String> NAMES = List.of(
            "clean", "mild", "mild", "mild", "skew", "rot90", "rot180", "rot270", "noise", "blur", "jpeg", "light",
            "bleed", "holes", "fold", "stains", "edge", "stamp", "faint");

    /** Scans that nobody should keep; they have to be asked for. */
    static final List<String> RUINED = List.of("blurred", "dark", "pale", "shadow", "cut", "askew");

    static Damage of(String name, int dpi, Dice dice) {
        boolean clean = name.equals("clean");
        double side = dice.chance(0.5) ? 1 : -1;
        double skew = clean ? 0 : side * skew(name, dice);
        int turn = name.startsWith("rot") ? Integer.parseInt(name.substring(3)) : 0;
        int tint = is(name, "bleed", "stains", "light") || dice.chance(0.3)
                ? dice.between(225, 245)
                : dice.between(246, 255);
        return new Damage(
                name,
                Math.round(skew * 100) / 100.0,
                turn,
                blur(name, dpi, dice),
                is(name, "noise") ? dice.between(9.0, 20.0) : clean ? 1.5 : dice.between(1.5, 3.5),
                is(name, "jpeg") ? dice.between(12, 24) : clean ? 85 : dice.between(62, 82),
                is(name, "light") ? dice.between(0.25, 0.5) : is(name, "shadow") ? dice.between(0.75, 0.95) : 0,
                is(name, "dark") ? dice.between(0.6, 0.8) : 0,
                new Color(tint, Math.min(255, tint - dice.between(0, 5)), Math.max(0, tint - dice.between(0, 14))),
                is(name, "bleed"),
                clean ? 0 : is(name, "noise") ? dice.between(200, 600) : dice.between(0, 60),
                is(name, "holes"),
                is(name, "fold") ? dice.between(1, 3) : 0,
                is(name, "stains") ? dice.between(2, 5) : 0,
                is(name, "edge"),
                is(name, "stamp"),
                is(name, "faint") ? dice.between(0.35, 0.6) : is(name, "pale") ? dice.between(0.7, 0.74) : 0,
                is(name, "cut") ? dice.between(4.0, 30.0) : 0);
    }

    private static double skew(String name, Dice dice) {
        return is(name, "askew")
                ? dice.between(6.0, 11.0)
                : is(name, "skew") ? dice.between(1.2, 3.0) : dice.between(0.0, 0.8);
    }

    /** Lenses blur by millimetres, whatever the resolution; what is only soft is so by pixels. */
    private static double blur(String name, int dpi, Dice dice) {
        if (is(name, "blurred")) {
            return dice.between(0.28, 0.42) * dpi / 25.4;
        }
        return is(name, "blur") ? dice.between(1.4, 2.6) : is(name, "clean") ? 0.45 : dice.between(0.45, 0.7);
    }

    private static boolean is(String name, String... names) {
        return List.of(names).contains(name);
    }

    /** For the truth: what there is of it. */
    Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("blur", blur);
        told.put("noise", noise);
        told.put("jpeg", jpeg);
        put(told, "skew", skew);
        put(told, "rot", turn);
        put(told, "light", light);
        put(told, "dark", dark);
        put(told, "cut", cut);
        put(told, "specks", specks);
        put(told, "fold", folds);
        put(told, "stains", stains);
        put(told, "faint", faint);
        put(told, "bleed", bleed ? 1 : 0);
        put(told, "holes", holes ? 1 : 0);
        put(told, "edge", edge ? 1 : 0);
        put(told, "overprint", overprint ? 1 : 0);
        return told;
    }

    private static void put(Map<String, Object> told, String name, Number value) {
        if (value.doubleValue() != 0) {
            told.put(name, value);
        }
    }
}
