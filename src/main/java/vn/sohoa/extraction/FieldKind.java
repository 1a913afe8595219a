package vn.sohoa.extraction;

/** What sort of value a field holds: how it is read from print, normalized and checked. */
public enum FieldKind {
    PERSON_NAME,
    /** A day, or a month or year where the paper has no more. */
    DATE,
    /**
     * As {@link #DATE}, but the day on which a paper or an entry was made: issued, registered. Never one of a birth or a
     * death, nor one to come.
     */
    PAPER_DATE,
    YEAR,
    SEX,
    ETHNICITY,
    NATIONALITY,
    PLACE,
    /** Twelve digits (Decree 137/2015, art. 7). */
    PERSONAL_NUMBER,
    /** A personal number or an old nine-digit one. */
    IDENTITY_NUMBER,
    PHONE,
    /** A number of a paper or a book, as printed. */
    NUMBER,
    /** The ordinal before the slash of a number: 95 of 95/UBND-XN. */
    ORDINAL,
    /** An amount, with its separators as printed. */
    AMOUNT,
    TEXT;

    boolean isDate() {
        return this == DATE || this == PAPER_DATE;
    }

    boolean isNumber() {
        return switch (this) {
            case PERSONAL_NUMBER, IDENTITY_NUMBER, PHONE, NUMBER, ORDINAL, AMOUNT, YEAR -> true;
            default -> false;
        };
    }

    /** Whether a value of this kind may go on in the next line. */
    boolean runsOn() {
        return this == PLACE || this == TEXT;
    }
}
