package vn.sohoa.scan;

/**
 * What a document is, and why.
 *
 * @param code a catalog code, or {@link #UNKNOWN}
 * @param confidence 0 to 1
 * @param reason in words
 * @param by the person who said so; empty when a machine did
 */
public record DocumentType(String code, double confidence, String reason, String by) {
    public static final String UNKNOWN = "unknown";

    public static DocumentType told(String code, double confidence, String reason) {
        return new DocumentType(code, confidence, reason, "");
    }

    public static DocumentType untold(String code) {
        return new DocumentType(code, 0, "", "");
    }

    public boolean isPersons() {
        return !by.isEmpty();
    }
}
