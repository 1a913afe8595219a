package vn.sohoa.measure;

import java.util.List;
import java.util.Locale;
import vn.sohoa.measure.Sample.Measure;

/**
 * Whether a measure has settled: what it was in the second quarter of a run and in the last, and how steeply it rises
 * from then on.
 *
 * @param early the median of the second quarter
 * @param late the median of the last quarter
 * @param perThousand growth for a thousand pages, by least squares over the last three quarters
 */
record Trend(Measure measure, double early, double late, double perThousand) {
    /** A collector's rhythm alone moves the median so much. */
    private static final double TOLERANCE = 0.10;

    private static final double SMALL = 8;

    static Trend of(Measure measure, List<Sample> samples) {
        int n = samples.size();
        List<Sample> settled = samples.subList(n / 4, n);
        return new Trend(
                measure,
                median(samples.subList(n / 4, Math.max(n / 4 + 1, n / 2)), measure),
                median(samples.subList(n * 3 / 4, n), measure),
                slope(settled, measure) * 1000);
    }

    boolean flat() {
        return late <= early * (1 + TOLERANCE) + SMALL;
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s%s | %,.0f | %,.0f | %+.2f | %s |",
                measure.title,
                measure.unit.isEmpty() ? "" : ", " + measure.unit,
                early,
                late,
                perThousand,
                flat() ? "yes" : "**no**");
    }

    private static double median(List<Sample> samples, Measure measure) {
        double[] values =
                samples.stream().mapToDouble(s -> s.of(measure)).sorted().toArray();
        return values.length == 0 ? 0 : values[values.length / 2];
    }

    private static double slope(List<Sample> samples, Measure measure) {
        double x =
                samples.stream().mapToDouble(s -> s.of(Measure.PAGES)).average().orElse(0);
        double y = samples.stream().mapToDouble(s -> s.of(measure)).average().orElse(0);
        double over = 0;
        double under = 0;
        for (Sample sample : samples) {
            double dx = sample.of(Measure.PAGES) - x;
            over += dx * (sample.of(measure) - y);
            under += dx * dx;
        }
        return under == 0 ? 0 : over / under;
    }
}
