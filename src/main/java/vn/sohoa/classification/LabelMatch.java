package vn.sohoa.classification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.sohoa.common.Folding;

/**
 * How well the labels printed on a page are those of a type's form, for pages whose title was not read. A label that many
 * types print says little; one that few print says much.
 */
final class LabelMatch {
    private static final int LETTERS = 6;
    private static final int LEAST_FOUND = 4;
    private static final double LEAST_SHARE = 0.55;
    private static final double LEAST_AHEAD = 0.2;
    private static final double RIVAL = 0.7;
    private static final double HALF = 0.5;
    private static final double SURE = 0.62;
    private static final double MORE = 0.2;

    private final Map<String, List<Set<String>>> types;
    private final Map<String, Double> weights;

    private LabelMatch(Map<String, List<Set<String>>> types, Map<String, Double> weights) {
        this.types = types;
        this.weights = weights;
    }

    static LabelMatch of(List<TypeRule> rules) {
        Map<String, List<Set<String>>> types = new LinkedHashMap<>();
        Map<String, Integer> spread = new TreeMap<>();
        for (TypeRule rule : rules) {
            List<Set<String>> fields = new ArrayList<>();
            Set<String> all = new HashSet<>();
            for (List<String> labels : rule.labels()) {
                Set<String> letters = new HashSet<>();
                labels.stream()
                        .map(Folding::letters)
                        .filter(label -> label.length() >= LETTERS)
                        .forEach(letters::add);
                if (!letters.isEmpty()) {
                    fields.add(letters);
                    all.addAll(letters);
                }
            }
            types.put(rule.type(), fields);
            all.forEach(label -> spread.merge(label, 1, Integer::sum));
        }
        Map<String, Double> weights = new TreeMap<>();
        spread.forEach((label, count) -> weights.put(label, Math.log(1 + (double) rules.size() / count)));
        return new LabelMatch(types, weights);
    }

    /**
     * @param share of the form's labels that stand on the page
     * @param explained weight of the labels on the page that the form prints
     */
    private record Share(String type, int found, double share, double explained) {
        /** A form that explains much less of the page is a part of the other one, unless all of it is there and half of that. */
        boolean rivals(Share first) {
            boolean whole = share > first.share + LEAST_AHEAD;
            return explained > (whole ? HALF : RIVAL) * first.explained;
        }
    }

    /**
     * The type whose labels stand on the page, well ahead of any other.
     *
     * @param lines folded
     * @param among the types that come into question
     * @param why there is no title, in Vietnamese
     */
    Optional<Verdict> best(List<String> lines, Set<String> among, String why) {
        if (among.isEmpty()) {
            return Optional.empty();
        }
        String page = String.join("|", lines);
        Set<String> printed = new HashSet<>();
        weights.keySet().stream().filter(page::contains).forEach(printed::add);
        if (printed.size() < LEAST_FOUND) {
            return Optional.empty();
        }
        List<Share> shares = types.entrySet().stream()
                .filter(type -> among.contains(type.getKey()))
                .map(type -> share(type.getKey(), type.getValue(), printed))
                .sorted(Comparator.comparingDouble(Share::explained)
                        .thenComparingDouble(Share::share)
                        .reversed())
                .toList();
        Share first = shares.get(0);
        double second = shares.stream()
                .skip(1)
                .filter(other -> other.rivals(first))
                .mapToDouble(Share::share)
                .max()
                .orElse(0);
        if (first.found < LEAST_FOUND || first.share < LEAST_SHARE || first.share - second < LEAST_AHEAD) {
            return Optional.empty();
        }
        String reason = "%s; trên trang có %d nhãn của mẫu này.".formatted(why, first.found);
        return Optional.of(new Verdict(first.type, SURE + MORE * (first.share - second), reason, false));
    }

    private Share share(String type, List<Set<String>> fields, Set<String> printed) {
        double all = 0;
        double seen = 0;
        int found = 0;
        for (Set<String> labels : fields) {
            double best = 0;
            double most = 0;
            for (String label : labels) {
                double weight = weights.getOrDefault(label, 0.0);
                most = Math.max(most, weight);
                best = printed.contains(label) ? Math.max(best, weight) : best;
            }
            all += best > 0 ? best : most;
            seen += best;
            found += best > 0 ? 1 : 0;
        }
        double explained = fields.stream()
                .flatMap(Set::stream)
                .distinct()
                .filter(printed::contains)
                .mapToDouble(weights::get)
                .sum();
        return new Share(type, found, all == 0 ? 0 : seen / all, explained);
    }
}
