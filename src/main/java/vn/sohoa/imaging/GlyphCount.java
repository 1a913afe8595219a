package vn.sohoa.imaging;

import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Counts a page's glyphs: seen, unseen, and those that nobody can say the letter of. */
final class GlyphCount {
    private static final int FEWEST = 30;

    private int visible;
    private int hidden;
    private int nameless;

    void add(PDGraphicsState state, PDFont font, int code) {
        if (!isVisible(state)) {
            hidden++;
            return;
        }
        visible++;
        if (isNameless(font, code)) {
            nameless++;
        }
    }

    /** Something failed that may have been text: what there is cannot be trusted to be all. */
    void addBroken() {
        hidden += FEWEST;
    }

    static boolean isVisible(PDGraphicsState state) {
        RenderingMode mode = state.getTextState().getRenderingMode();
        boolean fills = mode.isFill() && state.getNonStrokeAlphaConstant() > 0;
        boolean strokes = mode.isStroke() && state.getAlphaConstant() > 0;
        return fills || strokes;
    }

    private static boolean isNameless(PDFont font, int code) {
        try {
            return font.toUnicode(code) == null;
        } catch (RuntimeException e) {
            return true;
        }
    }

    /** Something opaque covers all that was there. */
    void hideAll() {
        hidden += visible;
        visible = 0;
        nameless = 0;
    }

    int visible() {
        return visible;
    }

    boolean areSound() {
        final double few = 0.05;
        return visible >= FEWEST && hidden <= few * visible && nameless <= few * visible;
    }
}
