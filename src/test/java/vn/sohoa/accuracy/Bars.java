package vn.sohoa.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.sohoa.accuracy.Figures.Count;

/**
 * How good it must be, from lines like {@code most.CER = 0.03} and {@code least.FIELDS = 0.7}: figures by their names,
 * bounds as shares.
 */
final class Bars {
    private Bars() {}

    /** Every figure by the name that bars and reports use. */
    static Map<String, Double> named(Figures figures) {
        Map<String, Double> named = new TreeMap<>();
        Reading all = figures.all();
        named.put("CER", all.cer());
        named.put(
                "CER_PRINT",
                figures.by(Figures.By.WRITING)
                        .getOrDefault("print", Reading.NONE)
                        .cer());
        named.put("WER", all.wer());
        named.put("WORD_PRECISION", all.precise().rate());
        named.put("CER_IN_ORDER", all.inOrder().rate());
        named.put("CER_BASE_LETTERS", all.baseErrors().rate());
        named.put("JUNK_WORDS", (double) figures.junk());
        for (Count what : Count.values()) {
            named.put(what.name(), figures.get(what).rate());
        }
        return named;
    }

    /** A sentence for every bar that is not reached; an unknown name is one, too. */
    static List<String> missed(Figures figures, Map<String, String> bars) {
        Map<String, Double> named = named(figures);
        List<String> missed = new ArrayList<>();
        bars.forEach((bar, bound) -> {
            boolean most = bar.startsWith("most.");
            Double figure = named.get(bar.substring(bar.indexOf('.') + 1));
            if (!most && !bar.startsWith("least.") || figure == null) {
                missed.add("no such figure: " + bar);
                return;
            }
            double limit = Double.parseDouble(bound.strip());
            if (most ? figure > limit : figure < limit) {
                missed.add(String.format(
                        Locale.ROOT, "%s is %.4f, not at %s %s", bar, figure, most ? "most" : "least", bound));
            }
        });
        return missed;
    }
}
