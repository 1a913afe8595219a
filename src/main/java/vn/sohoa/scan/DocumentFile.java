package vn.sohoa.scan;

import java.util.Optional;
import vn.sohoa.common.Sha256;

/**
 * The PDF of a document. It is the PDF/A made of it, or, where the document came as a signed PDF or one made on a
 * computer, that PDF itself.
 *
 * @param key in {@code sohoa-documents}
 * @param check what is known of the PDF/A that was made, be it the file itself or stand it beside
 * @param rendition the PDF/A beside a file that is somebody's own; there only if it is known to be valid
 */
public record DocumentFile(String key, Sha256 sha256, long bytes, PdfCheck check, Optional<Rendition> rendition) {
    /** A PDF/A beside the file. */
    public record Rendition(String key, Sha256 sha256, long bytes) {}

    /** A PDF/A that nobody has checked. */
    public DocumentFile(String key, Sha256 sha256, long bytes) {
        this(key, sha256, bytes, PdfCheck.NOT_CHECKED, Optional.empty());
    }
}
