package vn.sohoa.register;

/** Where a book stands. */
public enum BookState {
    /** Pages come in; nobody has said yet which register it is. */
    COLLECTING,
    KEYING,
    /** Every case has been keyed twice, and decided where that differed. */
    COMPARED,
    DELIVERED
}
