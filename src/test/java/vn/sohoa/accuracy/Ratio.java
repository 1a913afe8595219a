package vn.sohoa.accuracy;

import java.util.Locale;

/** So many of so many. */
record Ratio(long count, long of) {
    static final Ratio NONE = new Ratio(0, 0);

    static Ratio of(boolean so) {
        return new Ratio(so ? 1 : 0, 1);
    }

    Ratio plus(Ratio other) {
        return new Ratio(count + other.count, of + other.of);
    }

    /** 0 where there was nothing to count: {@link #of()} tells. */
    double rate() {
        return of == 0 ? 0 : (double) count / of;
    }

    /** For a table: per cent and what it stands for. */
    String shown() {
        return of == 0 ? "–" : String.format(Locale.ROOT, "%.1f %% (%d/%d)", 100 * rate(), count, of);
    }
}
