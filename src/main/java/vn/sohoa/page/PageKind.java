package vn.sohoa.page;

/** What a page is for: part of a document, an empty side, or a sheet that separates documents. */
public enum PageKind {
    DOCUMENT,
    BLANK,
    SEPARATOR
}
