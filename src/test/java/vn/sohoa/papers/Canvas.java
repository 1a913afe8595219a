package vn.sohoa.papers;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A page to draw on, in points from its upper left corner; it knows where everything comes to lie in the scan. Skew and
 * quarter turns are drawn, not computed afterwards: letters stay sharp.
 */
final class Canvas {
    private static final FontRenderContext METRICS = new FontRenderContext(new AffineTransform(), true, true);

    final double width;
    final double height;
    final List<Line> lines = new ArrayList<>();
    final List<Code> codes = new ArrayList<>();
    private final BufferedImage image;
    private final Graphics2D g;
    private final AffineTransform upright;
    private final boolean shining;

    /** @param box in pixels of the upright page */
    record Code(String value, Rectangle2D box, int modules) {}

    /**
     * @param skew degrees, counterclockwise
     * @param turn quarter turns of the scan, in degrees clockwise
     */
    Canvas(double width, double height, int dpi, boolean color, double skew, int turn, Color paper, Color beyond) {
        this.width = width;
        this.height = height;
        shining = false;
        double scale = dpi / 72.0;
        int w = (int) Math.round(width * scale);
        int h = (int) Math.round(height * scale);
        boolean lying = turn % 180 != 0;
        image = new BufferedImage(
                lying ? h : w, lying ? w : h, color ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY);
        upright = new AffineTransform();
        upright.rotate(Math.toRadians(-skew), w / 2.0, h / 2.0);
        upright.scale(scale, scale);
        g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setColor(beyond);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        switch (turn) {
            case 90 -> g.translate(h, 0);
            case 180 -> g.translate(w, h);
            case 270 -> g.translate(0, w);
            default -> {}
        }
        g.rotate(Math.toRadians(turn));
        g.transform(upright);
        g.setColor(paper);
        if (beyond.equals(paper)) {
            g.fill(new Rectangle2D.Double(-width, -height, 3 * width, 3 * height));
        } else {
            g.fill(new Rectangle2D.Double(0, 0, width, height));
        }
    }

    private Canvas(Canvas front) {
        width = front.width;
        height = front.height;
        image = front.image;
        upright = front.upright;
        g = (Graphics2D) front.g.create();
        g.translate(width, 0);
        g.scale(-1, 1);
        shining = true;
    }

    /** The other side of the sheet, as it shines through; what is drawn there is nothing to be read. */
    Canvas back() {
        return new Canvas(this);
    }

    BufferedImage image() {
        return image;
    }

    double widthOf(String text, Font font) {
        return font.createGlyphVector(METRICS, text).getLogicalBounds().getWidth();
    }

    /** Draws text from its baseline; returns the place of its ink, in points. */
    Rectangle2D text(String text, Font font, Color color, double x, double y) {
        GlyphVector glyphs = font.createGlyphVector(METRICS, text);
        g.setColor(seen(color));
        g.drawGlyphVector(glyphs, (float) x, (float) y);
        Rectangle2D ink = glyphs.getVisualBounds();
        return new Rectangle2D.Double(ink.getX() + x, ink.getY() + y, ink.getWidth(), ink.getHeight());
    }

    /** Draws and keeps the text as a line of the truth; returns where it ends. */
    double line(String text, Font font, Color color, String kind, double x, double y) {
        keep(text, kind, text(text, font, color, x, y));
        return x + widthOf(text, font);
    }

    void keep(String text, String kind, Rectangle2D place) {
        lines.add(new Line(text, kind, pixels(place), place));
    }

    void keepCode(String value, Rectangle2D place, int modules) {
        codes.add(new Code(value, pixels(place), modules));
    }

    void fill(Shape shape, Color color) {
        g.setColor(seen(color));
        g.fill(shape);
    }

    void draw(Shape shape, Color color, double thickness, float... dashes) {
        g.setColor(seen(color));
        g.setStroke(
                dashes.length == 0
                        ? new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                        : new BasicStroke(
                                (float) thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0));
        g.draw(shape);
    }

    /** Glyphs turned about a point, as on the ring of a stamp. */
    void turned(String text, Font font, Color color, double x, double y, double angle) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.rotate(angle);
        g.setColor(seen(color));
        g.drawGlyphVector(font.createGlyphVector(METRICS, text), (float) (-widthOf(text, font) / 2), 0);
        g.setTransform(before);
    }

    Rectangle2D pixels(Rectangle2D place) {
        return upright.createTransformedShape(place).getBounds2D();
    }

    private Color seen(Color color) {
        if (!shining) {
            return color;
        }
        return new Color(120, 118, 112, 60);
    }
}
