package vn.sohoa.register;

/** Why an answer is not taken as it stands. */
public record Problem(String column, Rule rule) {
    public enum Rule {
        /** Nothing was answered where the form asks. */
        MISSING,
        /** Not a code of the list; nobody may know better. */
        CODE,
        /** Not a date of the calendar; a person may say that it stands so on the paper. */
        DATE,
        /** Not of the usual form; a person may say that it stands so on the paper. */
        FORMAT
    }

    /** Whether a person may say that it stands so on the paper. */
    public boolean mayStand() {
        return rule == Rule.DATE || rule == Rule.FORMAT;
    }
}
