package vn.sohoa.papers;

import java.awt.Color;
import java.awt.Font;
import vn.sohoa.papers.Faces.Face;

/**
 * How one office makes its papers.
 *
 * @param size of body text in points
 * @param spacing from line to line, of the size
 * @param old whether the country is spelled HOÀ
 */
record Style(
        Face body,
        Face fillFace,
        Fill fill,
        Leader leader,
        double size,
        double spacing,
        double margin,
        boolean old,
        boolean capitals,
        Color ink,
        Color fillInk) {
    /** What stands in a form's blanks. */
    enum Fill {
        SAME,
        BOLD,
        ITALIC,
        TYPED,
        HAND
    }

    /** What blanks are ruled with. */
    enum Leader {
        DOTS,
        DOTTED,
        LINE,
        NONE
    }

    static Style of(Dice dice, boolean mayBeWritten) {
        Face body = dice.of(Faces.BODIES);
        Fill fill = dice.of(Fill.SAME, Fill.SAME, Fill.BOLD, Fill.ITALIC, Fill.TYPED);
        if (mayBeWritten && dice.chance(0.12)) {
            fill = Fill.HAND;
        }
        Face face =
                switch (fill) {
                    case TYPED -> dice.of(Faces.TYPEWRITERS);
                    case HAND -> dice.of(Faces.HANDS);
                    default -> body;
                };
        Color ink = new Color(dice.between(10, 50), dice.between(10, 50), dice.between(10, 50));
        Color blue = new Color(dice.between(10, 50), dice.between(20, 60), dice.between(110, 170));
        return new Style(
                body,
                face,
                fill,
                dice.of(Leader.DOTS, Leader.DOTS, Leader.DOTTED, Leader.LINE, Leader.NONE),
                dice.between(11.5, 13.8),
                dice.chance(0.7) ? dice.between(1.3, 1.6) : dice.between(1.6, 1.95),
                dice.between(50.0, 72.0),
                dice.chance(0.4),
                dice.chance(0.6),
                ink,
                fill == Fill.HAND && dice.chance(0.7) ? blue : ink);
    }

    Font plain() {
        return Faces.font(body, Font.PLAIN, size);
    }

    Font bold() {
        return Faces.font(body, Font.BOLD, size);
    }

    Font italic() {
        return Faces.font(body, Font.ITALIC, size);
    }

    Font filled() {
        return switch (fill) {
            case BOLD -> bold();
            case ITALIC -> italic();
            case TYPED -> Faces.font(fillFace, Font.PLAIN, size * 0.94);
            case HAND -> Faces.font(fillFace, Font.PLAIN, size * (fillFace == Face.SETO ? 1.12 : 1.25));
            case SAME -> plain();
        };
    }

    /** Kind of a line with a label and what was filled in, in the words of the truth. */
    String mixed() {
        return fill == Fill.HAND ? "hand" : "mixed";
    }

    String filledAlone() {
        return fill == Fill.HAND ? "hand" : "fill";
    }

    String country() {
        return old ? "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM" : "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    }
}
