package vn.sohoa.cli;

/** A run cannot be carried out; the message says what to change, in both languages. */
final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String vi, String en) {
        super(vi + "\n" + en);
    }
}
