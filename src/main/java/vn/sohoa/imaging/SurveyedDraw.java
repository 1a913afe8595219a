package vn.sohoa.imaging;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.MissingOperandException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.contentstream.operator.graphics.DrawObject;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * The operator {@code Do} without its price: PDFBox decodes a JPEG 2000 picture to learn its size, before a budget can
 * be asked. Forms are walked as always.
 */
final class SurveyedDraw extends OperatorProcessor {
    private final PdfSurvey survey;
    private final DrawObject form;

    SurveyedDraw(PdfSurvey survey) {
        super(survey);
        this.survey = survey;
        this.form = new DrawObject(survey);
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
        if (operands.isEmpty() || !(operands.get(0) instanceof COSName name)) {
            throw new MissingOperandException(operator, operands);
        }
        COSDictionary objects = survey.getResources() == null
                ? null
                : survey.getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
        COSStream stream = objects == null ? null : objects.getCOSStream(name);
        if (stream != null && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
            survey.image(stream);
        } else {
            form.process(operator, operands);
        }
    }

    @Override
    public String getName() {
        return OperatorName.DRAW_OBJECT;
    }
}
