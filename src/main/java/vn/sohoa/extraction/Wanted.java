package vn.sohoa.extraction;

import vn.sohoa.common.Folding;

/**
 * Print that is looked for, prepared for comparing.
 *
 * @param letters folded
 * @param bag which letters it has, a bit each
 * @param most how many letters may be read wrong
 */
record Wanted(FieldRule rule, String label, String letters, int bag, int most) {
    private static final int SHORT = 5;
    private static final int LONG = 14;
    private static final int LETTERS_PER_ERROR = 7;

    static Wanted of(FieldRule rule, String label) {
        String letters = Folding.letters(label);
        int most = letters.length() <= SHORT ? 0 : letters.length() < LONG ? 1 : letters.length() / LETTERS_PER_ERROR;
        return new Wanted(rule, label, letters, bag(letters), most);
    }

    static int bag(String letters) {
        int bag = 0;
        for (int i = 0; i < letters.length(); i++) {
            bag |= 1 << (letters.charAt(i) & 31);
        }
        return bag;
    }

    /** How many letters differ; more than {@link #most} where too many do. */
    int errors(CharSequence read, int itsBag) {
        if (Math.abs(read.length() - letters.length()) > most || Integer.bitCount(bag & ~itsBag) > most) {
            return most + 1;
        }
        return Folding.distance(read.toString(), letters, most);
    }
}
