package vn.sohoa.imaging;

import java.awt.geom.Area;
import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Walks a page's drawing operators without decoding a picture, and tells what a viewer would see: which images, and
 * whether anything else is visible. An opaque image over the whole page hides what was drawn before it, as the text of
 * some scanners' OCR is.
 */
final class PdfSurvey extends PDFGraphicsStreamEngine {
    private static final double COVERS = 0.95;
    private static final double INSIDE = 0.97;
    private static final float WHITE = 0.98f;

    /** A picture on the page: its stream, where the unit square goes, and the colour it stamps if it is a stencil. */
    record Placed(COSStream stream, Matrix place, boolean plain, boolean dark) {}

    private final Budgets budgets;
    private final PageEffort effort;
    private final Rectangle2D page;
    private final GeneralPath path = new GeneralPath();
    private final List<Placed> images = new ArrayList<>();
    private final GlyphCount glyphs = new GlyphCount();
    private int marks;
    private int pictures;
    private double imageArea;
    private int clipRule = -1;
    private int optional;

    private PdfSurvey(PDPage page, Budgets budgets, PageEffort effort) {
        super(page);
        this.budgets = budgets;
        this.effort = effort;
        PDRectangle box = page.getCropBox();
        this.page = new Rectangle2D.Double(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
        addOperator(new SurveyedDraw(this));
    }

    static PdfSurvey of(PDPage page, Budgets budgets, PageEffort effort) throws IOException {
        PdfSurvey survey = new PdfSurvey(page, budgets, effort);
        survey.processPage(page);
        for (PDAnnotation annotation : page.getAnnotations()) {
            survey.annotation(annotation);
        }
        return survey;
    }

    /** The one image that is all there is to see, where there is such a one and it covers the page. */
    Optional<Placed> onlyImage() {
        if (images.size() != 1 || marks > 0 || glyphs.visible() > 0) {
            return Optional.empty();
        }
        Placed image = images.get(0);
        return image.plain && covers(image.place) ? Optional.of(image) : Optional.empty();
    }

    /** Whether the page is worth a closer look at its text: hardly any picture, hardly any hidden or nameless glyph. */
    boolean mayHaveSoundText() {
        final double mostPictureArea = 0.15;
        return imageArea <= mostPictureArea * page.getWidth() * page.getHeight() && glyphs.areSound();
    }

    boolean hasPictures() {
        return pictures > 0;
    }

    void image(COSStream stream) throws IOException {
        PdfPictures.check(stream, budgets);
        Matrix place = getGraphicsState().getCurrentTransformationMatrix();
        boolean plain = optional == 0 && !stream.containsKey(COSName.OC) && isOpaque() && isUnclipped(place);
        boolean covering = plain && covers(place) && !stream.getBoolean(COSName.IMAGE_MASK, false) && !isMasked(stream);
        if (covering) {
            images.clear();
            marks = 0;
            imageArea = 0;
            glyphs.hideAll();
        }
        images.add(new Placed(stream, place.clone(), plain, isDark()));
        picture(place);
    }

    static boolean isMasked(COSDictionary image) {
        return image.containsKey(COSName.SMASK)
                || image.containsKey(COSName.MASK)
                || image.containsKey(COSName.SMASK_IN_DATA);
    }

    private void picture(Matrix place) {
        pictures++;
        Rectangle2D seen = bounds(place).createIntersection(page);
        imageArea += Math.max(0, seen.getWidth()) * Math.max(0, seen.getHeight());
    }

    private boolean covers(Matrix place) {
        Rectangle2D bounds = bounds(place);
        Rectangle2D common = bounds.createIntersection(page);
        return common.getWidth() >= COVERS * page.getWidth()
                && common.getHeight() >= COVERS * page.getHeight()
                && common.getWidth() >= INSIDE * bounds.getWidth()
                && common.getHeight() >= INSIDE * bounds.getHeight();
    }

    private static Rectangle2D bounds(Matrix place) {
        return place.createAffineTransform()
                .createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1))
                .getBounds2D();
    }

    private boolean isUnclipped(Matrix place) {
        Rectangle2D seen = bounds(place).createIntersection(page);
        double dx = seen.getWidth() / 100;
        double dy = seen.getHeight() / 100;
        Area clip = getGraphicsState().getCurrentClippingPath();
        return clip.contains(seen.getX() + dx, seen.getY() + dy, seen.getWidth() - 2 * dx, seen.getHeight() - 2 * dy);
    }

    private boolean isOpaque() {
        PDGraphicsState state = getGraphicsState();
        return state.getNonStrokeAlphaConstant() >= 1
                && state.getSoftMask() == null
                && (state.getBlendMode() == BlendMode.NORMAL || state.getBlendMode() == BlendMode.COMPATIBLE);
    }

    private void annotation(PDAnnotation annotation) throws IOException {
        effort.step();
        PDAppearanceStream appearance = getAppearance(annotation);
        PDRectangle place = annotation.getRectangle();
        boolean empty = appearance == null || place == null || place.getWidth() <= 0 || place.getHeight() <= 0;
        if (!empty && !annotation.isHidden() && !annotation.isNoView()) {
            marks++;
            showAnnotation(annotation);
        }
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        super.beginMarkedContentSequence(tag, properties);
        if (COSName.OC.equals(tag)) {
            optional++;
            marks++;
        }
    }

    @Override
    public void drawImage(PDImage image) {
        marks++;
        picture(getGraphicsState().getCurrentTransformationMatrix());
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) {
        glyphs.add(getGraphicsState(), font, code);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        effort.operator(operator);
        super.processOperator(operator, operands);
    }

    /** Scanners' own text often fails on a font, and producers' states on a bracket too many: only pictures matter. */
    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
        switch (operator.getName()) {
            case OperatorName.DRAW_OBJECT, OperatorName.BEGIN_INLINE_IMAGE -> throw e;
            default -> glyphs.addBroken();
        }
    }

    private void painted(PDColor colour) {
        boolean blankSheet = marks == 0 && images.isEmpty() && lightness(colour) >= WHITE;
        if (!blankSheet) {
            marks++;
        }
    }

    private boolean isDark() {
        final float black = 0.2f;
        return lightness(getGraphicsState().getNonStrokingColor()) <= black;
    }

    /** 0 black to 1 white; patterns count as black. */
    private static float lightness(PDColor colour) {
        try {
            return colour.isPattern() ? 0 : Gray.luma(colour.toRGB()) / 255f;
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        path.moveTo(p0.getX(), p0.getY());
        path.lineTo(p1.getX(), p1.getY());
        path.lineTo(p2.getX(), p2.getY());
        path.lineTo(p3.getX(), p3.getY());
        path.closePath();
    }

    @Override
    public void clip(int windingRule) {
        clipRule = windingRule;
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        begun(x, y);
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        begun(x1, y1);
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    private void begun(float x, float y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        }
    }

    @Override
    public Point2D getCurrentPoint() {
        return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        if (path.getCurrentPoint() != null) {
            path.closePath();
        }
    }

    @Override
    public void endPath() {
        if (clipRule != -1) {
            path.setWindingRule(clipRule);
            getGraphicsState().intersectClippingPath(path);
            clipRule = -1;
        }
        path.reset();
    }

    @Override
    public void strokePath() {
        painted(getGraphicsState().getStrokingColor());
        endPath();
    }

    @Override
    public void fillPath(int windingRule) {
        painted(getGraphicsState().getNonStrokingColor());
        endPath();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        painted(getGraphicsState().getNonStrokingColor());
        painted(getGraphicsState().getStrokingColor());
        endPath();
    }

    @Override
    public void shadingFill(COSName shadingName) {
        marks++;
    }
}
