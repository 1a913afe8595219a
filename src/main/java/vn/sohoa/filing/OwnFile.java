package vn.sohoa.filing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.sohoa.common.Failure.Unavailable;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.common.WorkFolder;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.page.PageKind;
import vn.sohoa.page.PageText;
import vn.sohoa.pdf.OwnPdf;
import vn.sohoa.pdf.PdfPage;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.ScanView;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/**
 * A document that came as a signed PDF, or as one made on a computer, keeps its own bytes: a picture of it would be less.
 * Where it is a part of such a PDF, or something in that acts, it gets its pages of it, as they are drawn. A signature is
 * of the whole file: it is kept with the whole, and a part of it cannot have it.
 */
final class OwnFile {
    private static final String PDF = "PDF";

    private final ObjectStore store;
    private final ScanView scan;
    private final List<PageView> ofScan;
    private final WorkFolder folder;
    private final Budgets budgets;

    /** @param ofScan all pages of the scan, in its order */
    OwnFile(ObjectStore store, ScanView scan, List<PageView> ofScan, WorkFolder folder, Budgets budgets) {
        this.store = store;
        this.scan = scan;
        this.ofScan = ofScan;
        this.folder = folder;
        this.budgets = budgets;
    }

    /** The document's own file; nothing where it is a picture of paper. */
    Optional<Path> of(DocumentView document, List<PdfPage> pages) throws IOException {
        boolean drawn = pages.stream().anyMatch(page -> page.text().source() == PageText.Source.TEXT_LAYER);
        boolean whole = isWhole(document);
        if (!scan.format().equals(PDF) || scan.objectKey().isEmpty() || !drawn && !whole) {
            return Optional.empty();
        }
        Path original = folder.file("original.pdf");
        if (!store.fetch(Bucket.ORIGINALS, scan.objectKey(), original).equals(scan.sha256())) {
            throw new Unavailable(Reason.of(ReasonCode.ORIGINAL_DAMAGED, scan.objectKey()));
        }
        if (!drawn && !OwnPdf.mayBeSigned(original)) {
            return Optional.empty();
        }
        OwnPdf own = OwnPdf.of(original, budgets);
        if (whole && (own.signed() || drawn && !own.acts())) {
            return Optional.of(original);
        }
        Path part = folder.file("part.pdf");
        return drawn && OwnPdf.cut(original, positions(document), ofScan.size(), part, budgets)
                ? Optional.of(part)
                : Optional.empty();
    }

    /** Blank sides belong to no document. */
    private boolean isWhole(DocumentView document) {
        return ofScan.stream().filter(page -> page.kind() != PageKind.BLANK).allMatch(page -> document.pages()
                        .contains(page.id()))
                && positions(document)
                        .equals(positions(document).stream().sorted().toList());
    }

    private List<Integer> positions(DocumentView document) {
        List<Integer> positions = new ArrayList<>();
        document.pages().forEach(id -> ofScan.stream()
                .filter(page -> page.id().equals(id))
                .forEach(page -> positions.add(page.position())));
        return positions;
    }
}
