package vn.sohoa.register;

/** Where a case of a register stands. */
public enum CaseState {
    /** Nobody has keyed it. */
    WAITING_FIRST,
    /** One person has keyed it; another one keys it without seeing what the first did. */
    WAITING_SECOND,
    /** The two read it differently; a third decides. */
    DIFFERENT,
    AGREED,
    DECIDED,
    /** This place on the page holds no case. */
    EMPTY,
    /** Its page does not belong to the book. */
    VOID;

    public boolean open() {
        return this == WAITING_FIRST || this == WAITING_SECOND || this == DIFFERENT;
    }

    /** Whether it becomes a row of the delivery. */
    public boolean counts() {
        return this == AGREED || this == DECIDED;
    }
}
