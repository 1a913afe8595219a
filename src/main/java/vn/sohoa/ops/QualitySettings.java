package vn.sohoa.ops;

import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.sohoa.page.QualityBars;

/**
 * When a page should better be scanned again; the page goes on all the same. A bar that nothing can miss switches a
 * measure off.
 *
 * @param dpi the fewest pixels an inch; 0: any
 * @param edge the widest edges of strokes, in millimetres
 * @param paper the darkest paper, 0 (black) to 1 (white)
 * @param contrast the weakest ink, 0 (none) to 1 (black)
 * @param shade the most light that the darkest part of the paper may lack, 0 to 1
 * @param cut the most strokes that the border of the image may cut through
 * @param skew the most that lines may rise or fall, in degrees
 * @param weakWords the largest share of letters in words of which the recognizer is not sure, 0 to 1
 */
record QualitySettings(
        @DefaultValue("190") int dpi,
        @DefaultValue("0.4") double edge,
        @DefaultValue("0.5") double paper,
        @DefaultValue("0.3") double contrast,
        @DefaultValue("0.45") double shade,
        @DefaultValue("3") int cut,
        @DefaultValue("5") double skew,
        @DefaultValue("0.4") double weakWords) {
    private static final int MOST_DPI = 9_600;
    private static final double MOST_EDGE = 10;
    private static final int MOST_CUT = 100_000;
    private static final double MOST_SKEW = 45;

    QualitySettings {
        between("sohoa.quality.dpi", dpi, MOST_DPI);
        between("sohoa.quality.edge", edge, MOST_EDGE);
        between("sohoa.quality.paper", paper, 1);
        between("sohoa.quality.contrast", contrast, 1);
        between("sohoa.quality.shade", shade, 1);
        between("sohoa.quality.cut", cut, MOST_CUT);
        between("sohoa.quality.skew", skew, MOST_SKEW);
        between("sohoa.quality.weak-words", weakWords, 1);
    }

    QualityBars bars() {
        return new QualityBars(dpi, edge, paper, contrast, shade, cut, skew, weakWords);
    }

    private static void between(String name, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new StartRefused(
                    name + " phải từ 0 đến " + most + " (đang là " + value + ").",
                    name + " must be 0 … " + most + " (it is " + value + ").");
        }
    }
}
