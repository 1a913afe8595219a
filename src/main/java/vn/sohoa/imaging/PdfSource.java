package vn.sohoa.imaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;

/** A PDF: each page's one image taken out as it is, or the page rendered. */
final class PdfSource extends SourceFile {
    private final PDDocument document;
    private final Budgets budgets;

    private PdfSource(PDDocument document, int pages, Budgets budgets) {
        super(pages);
        this.document = document;
        this.budgets = budgets;
    }

    static SourceFile of(Path file, Budgets budgets) {
        return Edge.file(() -> {
            PDDocument document = load(file, budgets);
            try {
                document.setAllSecurityToBeRemoved(true);
                int pages = PdfPages.flatten(document, budgets);
                return new PdfSource(document, pages, budgets);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                document.close();
                throw e;
            }
        });
    }

    private static PDDocument load(Path file, Budgets budgets) throws IOException {
        try {
            return PdfLoad.of(file, budgets);
        } catch (InvalidPasswordException e) {
            throw new Failure.BadInput(Reason.of(ReasonCode.ENCRYPTED_FILE), e);
        } catch (IOException e) {
            if (e.getCause() instanceof java.security.GeneralSecurityException) {
                throw new Failure.BadInput(Reason.of(ReasonCode.ENCRYPTED_FILE), e);
            }
            throw e;
        }
    }

    @Override
    public Set<SourceNote> notes() {
        return PdfActive.of(document);
    }

    @Override
    PageCut cutPage(int index, PageFile target) throws IOException {
        PDPage page = document.getPage(index);
        PageEffort effort = new PageEffort(budgets);
        PdfSurvey survey = PdfSurvey.of(page, budgets, effort);
        Optional<PdfSurvey.Placed> only = survey.onlyImage();
        if (only.isPresent()) {
            Optional<PageCut> taken = new PdfScan(only.get(), page, budgets).take(target);
            if (taken.isPresent()) {
                return taken.get();
            }
        }
        PdfPictures.checkAll(page, budgets);
        PageImage image = PdfRender.of(document, index, budgets, survey, effort, target);
        Optional<PageText> text =
                survey.mayHaveSoundText() ? TextLayer.of(document, index, image, effort) : Optional.empty();
        return new PageCut(image, text, Optional.empty());
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Points an inch, counted in the page's own unit. */
    static double unitsPerInch(PDPage page) {
        float unit = page.getCOSObject().getFloat(COSName.USER_UNIT, 1);
        return 72 / (unit > 0 && unit <= 75_000 ? unit : 1);
    }
}
