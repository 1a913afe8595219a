package vn.sohoa.recognition;

/** What a count of wrong ones says of the share that is wrong. */
final class Odds {
    private static final double DOUBT = 0.05;
    private static final int STEPS = 60;

    private Odds() {}

    /**
     * The upper 95 % limit (one-sided, Clopper and Pearson): with a larger share of wrong ones so few of them would be seen
     * once in twenty times at most.
     */
    static double atMost(long wrong, long of) {
        if (wrong >= of) {
            return 1;
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < STEPS; i++) {
            double share = (low + high) / 2;
            if (soFew(wrong, of, share) > DOUBT) {
                low = share;
            } else {
                high = share;
            }
        }
        return high;
    }

    /** How probable it is to see so few or fewer; summed in logarithms, since one of thousands is next to nothing. */
    private static double soFew(long wrong, long of, double share) {
        double term = of * Math.log1p(-share);
        double sum = Math.exp(term);
        for (long i = 0; i < wrong; i++) {
            term += Math.log((double) (of - i) / (i + 1)) + Math.log(share) - Math.log1p(-share);
            sum += Math.exp(term);
        }
        return sum;
    }
}
