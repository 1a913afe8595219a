package vn.sohoa.classification;

/**
 * Which type of paper a page begins, and why.
 *
 * @param type a catalog code, or {@link #UNKNOWN}
 * @param confidence 0 to 1
 * @param reason in Vietnamese, for the person who checks; without personal data
 * @param titled its title was read: it is the first page of its paper
 */
public record Verdict(String type, double confidence, String reason, boolean titled) {
    public static final String UNKNOWN = "unknown";

    static Verdict unknown(String reason) {
        return new Verdict(UNKNOWN, 0, reason, false);
    }

    public boolean isKnown() {
        return !type.equals(UNKNOWN);
    }
}
