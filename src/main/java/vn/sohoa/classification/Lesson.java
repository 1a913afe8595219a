package vn.sohoa.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A model of words and how well it did, measured with models of the same making on papers that those had not seen.
 *
 * @param types what became of the papers of each type, five times a fifth of them against the other four
 * @param foreign so many papers were shown to a model that had never seen their type
 * @param foreignNamed so many of these got a type all the same
 */
public record Lesson(WordModel model, List<Recall> types, int foreign, int foreignNamed) {
    private static final int PARTS = 5;

    public Lesson {
        types = List.copyOf(types);
    }

    /**
     * @param papers from which it was learned
     * @param right so many of them were named rightly when they were not yet known
     * @param wrong so many wrongly; the others were left unknown
     */
    public record Recall(String type, int papers, int right, int wrong) {}

    /** Papers of one type, or of another one. */
    private record Tally(int right, int wrong) {
        static final Tally NONE = new Tally(0, 0);

        Tally and(Optional<String> named, String type) {
            if (named.isEmpty()) {
                return this;
            }
            return named.get().equals(type) ? new Tally(right + 1, wrong) : new Tally(right, wrong + 1);
        }
    }

    /**
     * @param papers by type; a type with fewer than {@link WordModel#LEAST_PAPERS} is left out
     * @return none where there are fewer than two types
     */
    public static Optional<Lesson> of(Map<String, List<PaperWords>> papers) {
        Map<String, List<PaperWords>> enough = new TreeMap<>(papers);
        enough.values().removeIf(some -> some.size() < WordModel.LEAST_PAPERS);
        return WordModel.learned(enough).map(model -> new Lesson(model, enough));
    }

    private Lesson(WordModel model, Map<String, List<PaperWords>> papers) {
        this(model, recalls(papers), count(papers), strangersNamed(papers));
    }

    private static int count(Map<String, List<PaperWords>> papers) {
        return papers.values().stream().mapToInt(List::size).sum();
    }

    private static List<Recall> recalls(Map<String, List<PaperWords>> papers) {
        Map<String, Tally> tallies = new TreeMap<>();
        for (int part = 0; part < PARTS; part++) {
            Optional<WordModel> other = WordModel.learned(without(papers, part));
            for (Map.Entry<String, List<PaperWords>> type : papers.entrySet()) {
                for (int i = part; i < type.getValue().size(); i += PARTS) {
                    PaperWords words = type.getValue().get(i);
                    tallies.put(
                            type.getKey(),
                            tallies.getOrDefault(type.getKey(), Tally.NONE).and(named(other, words), type.getKey()));
                }
            }
        }
        return papers.entrySet().stream()
                .map(type -> {
                    Tally tally = tallies.getOrDefault(type.getKey(), Tally.NONE);
                    return new Recall(type.getKey(), type.getValue().size(), tally.right(), tally.wrong());
                })
                .toList();
    }

    private static Map<String, List<PaperWords>> without(Map<String, List<PaperWords>> papers, int part) {
        Map<String, List<PaperWords>> others = new TreeMap<>();
        papers.forEach((type, some) -> {
            List<PaperWords> kept = new ArrayList<>();
            for (int i = 0; i < some.size(); i++) {
                if (i % PARTS != part) {
                    kept.add(some.get(i));
                }
            }
            others.put(type, kept);
        });
        return others;
    }

    /** A fifth of the types at a time is kept from the model that they are shown to. */
    private static int strangersNamed(Map<String, List<PaperWords>> papers) {
        List<String> types = List.copyOf(papers.keySet());
        int named = 0;
        for (int part = 0; part < PARTS; part++) {
            Map<String, List<PaperWords>> known = new TreeMap<>();
            List<PaperWords> strangers = new ArrayList<>();
            for (int i = 0; i < types.size(); i++) {
                List<PaperWords> some = papers.getOrDefault(types.get(i), List.of());
                if (i % PARTS == part) {
                    strangers.addAll(some);
                } else {
                    known.put(types.get(i), some);
                }
            }
            Optional<WordModel> other = WordModel.learned(known);
            named += (int) strangers.stream()
                    .filter(words -> named(other, words).isPresent())
                    .count();
        }
        return named;
    }

    private static Optional<String> named(Optional<WordModel> model, PaperWords words) {
        return model.flatMap(one -> one.told(words)).map(WordModel.Told::type);
    }
}
