package vn.sohoa.imaging;

import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Counts a page's glyphs: seen, unseen, and those that nobody can say the letter of. */
final class GlyphCount {
    /** The fonts of TCVN 5712 (ABC) and VNI, whose letters stand at the code points of other letters. */
    private static final Pattern LEGACY_FONT = Pattern.compile("(?:[A-Z]{6}\\+)?(?:\\.Vn|VNI[-_]|VN[IU]?\\d|\\.VN).*");

    private static final int FEWEST = 30;

    private int visible;
    private int hidden;
    private int nameless;
    private int legacy;

    void add(PDGraphicsState state, PDFont font, int code) {
        if (!isVisible(state)) {
            hidden++;
            return;
        }
        visible++;
        if (isNameless(font, code)) {
            nameless++;
        }
        String name = font.getName();
        if (name != null && LEGACY_FONT.matcher(name).matches()) {
            legacy++;
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
        legacy = 0;
    }

    int visible() {
        return visible;
    }

    boolean areSound() {
        final double few = 0.05;
        return visible >= FEWEST && hidden <= few * visible && nameless <= few * visible && legacy <= few * visible;
    }
}
