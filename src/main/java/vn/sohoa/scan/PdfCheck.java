package vn.sohoa.scan;

/** What is known of the PDF/A that was made of a document. */
public enum PdfCheck {
    /** It was checked and is PDF/A-2u. */
    OK,
    /** Nobody looked, or whoever looked did not come to an end. */
    NOT_CHECKED,
    /** It was checked and is not PDF/A-2u. */
    FAILED
}
