package vn.sohoa.recognition;

import java.util.List;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentType;
import vn.sohoa.catalog.WordModels;
import vn.sohoa.extraction.Certainty;

/**
 * The catalog as pages are understood by it: prepared once for all who ask, and again when its types have changed. Safe for
 * many threads.
 */
public final class PreparedCatalog {
    private final Catalog catalog;
    private final Certainty certainty;
    private final Understanding.Words words;
    private volatile Understanding made;

    public PreparedCatalog(Catalog catalog, WordModels words, Certainty certainty) {
        this.catalog = catalog;
        this.certainty = certainty;
        this.words = words::inForce;
        this.made = Understanding.by(List.of(), certainty);
    }

    Understanding understanding() {
        List<DocumentType> types = catalog.types();
        Understanding now = made;
        if (!now.isOf(types)) {
            now = Understanding.by(types, certainty, words);
            made = now;
        }
        return now;
    }
}
