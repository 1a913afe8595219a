package vn.sohoa.storage;

/** The buckets of the store. Their names are public (docs: names in the stores). */
public enum Bucket {
    /** Files as scanned, never rewritten; versioned where the server can. */
    ORIGINALS("sohoa-originals", true),
    /** Derived and rebuildable: page images, thumbnails, words. */
    PAGES("sohoa-pages", false),
    /** The documents people sign; versioned where the server can. */
    DOCUMENTS("sohoa-documents", true);

    private final String id;
    private final boolean versioned;

    Bucket(String id, boolean versioned) {
        this.id = id;
        this.versioned = versioned;
    }

    /** The bucket's name in the store. */
    public String id() {
        return id;
    }

    boolean versioned() {
        return versioned;
    }
}
