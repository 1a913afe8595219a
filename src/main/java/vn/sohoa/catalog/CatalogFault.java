package vn.sohoa.catalog;

import java.io.Serial;

/** A file of the catalog cannot be used; says which file and line, and what to do. */
public final class CatalogFault extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String vi;
    private final String en;

    /**
     * @param line from 1
     */
    CatalogFault(String file, int line, String vi, String en) {
        super(file + ":" + line + ": " + en);
        this.vi = "Danh mục " + file + ", dòng " + line + ": " + vi;
        this.en = "Catalog file " + file + ", line " + line + ": " + en;
    }

    public String vi() {
        return vi;
    }

    public String en() {
        return en;
    }
}
