package vn.sohoa.imaging;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.page.PageImage;

/** Renders a page at 300 dpi, or lower where the sheet is so large that the budget would not hold it. */
final class PdfRender extends PDFRenderer {
    private static final int DPI = 300;
    private static final int LOWEST_DPI = 36;
    private static final long MOST_PIXELS = 40_000_000;
    /** PDFBox cuts off fractions: 432 points at 300 dpi must not become 1,799 pixels. */
    private static final double AGAINST_ROUNDING = 1 + 1e-6;

    private static final float QUALITY = 0.9f;

    private final PageEffort effort;

    private PdfRender(PDDocument document, PageEffort effort) {
        super(document);
        this.effort = effort;
        setSubsamplingAllowed(true);
    }

    static PageImage of(
            PDDocument document, int index, Budgets budgets, PdfSurvey survey, PageEffort effort, PageFile target)
            throws IOException {
        PDPage page = document.getPage(index);
        int dpi = dpi(page, budgets);
        float scale = (float) (dpi / PdfSource.unitsPerInch(page) * AGAINST_ROUNDING);
        BufferedImage image =
                Flat.withoutNeedlessColour(new PdfRender(document, effort).renderImage(index, scale, ImageType.RGB));
        return survey.hasPictures() ? target.jpeg(image, QUALITY, dpi) : target.lossless(image, dpi);
    }

    private static int dpi(PDPage page, Budgets budgets) {
        PDRectangle box = page.getCropBox();
        double inch = PdfSource.unitsPerInch(page);
        double area = box.getWidth() / inch * (box.getHeight() / inch);
        if (!(area > 0) || Double.isInfinite(area)) {
            throw new Failure.BadInput(Reason.of(ReasonCode.PAGE_UNREADABLE, "a sheet without an area"));
        }
        long most = Math.min(MOST_PIXELS, budgets.maxPixelsPerPage());
        int dpi = (int) Math.min(DPI, Math.floor(Math.sqrt(most / area)));
        if (dpi < LOWEST_DPI) {
            throw new Failure.BadInput(Reason.of(
                    ReasonCode.TOO_MANY_PIXELS,
                    Math.round(box.getWidth() / inch) + " × " + Math.round(box.getHeight() / inch) + " in"));
        }
        return dpi;
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        PageDrawer drawer = new Strict(parameters, effort);
        drawer.setAnnotationFilter(getAnnotationsFilter());
        return drawer;
    }

    /** A drawer that gives up where PDFBox would log and leave a blank. */
    private static final class Strict extends PageDrawer {
        private final PageEffort effort;

        Strict(PageDrawerParameters parameters, PageEffort effort) throws IOException {
            super(parameters);
            this.effort = effort;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            effort.operator(operator);
            super.processOperator(operator, operands);
        }

        @Override
        public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
            effort.beginGroup();
            super.showTransparencyGroup(form);
            effort.endGroup();
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            effort.picture(image.getWidth(), image.getHeight());
            PictureProof.check(image);
            super.drawImage(image);
        }

        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
            switch (operator.getName()) {
                case OperatorName.DRAW_OBJECT, OperatorName.BEGIN_INLINE_IMAGE, OperatorName.BEGIN_INLINE_IMAGE_DATA ->
                    throw e;
                default -> super.operatorException(operator, operands, e);
            }
        }
    }
}
