package vn.sohoa.recognition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import vn.sohoa.extraction.Certainty;
import vn.sohoa.extraction.FieldKind;
import vn.sohoa.extraction.FieldRule.Where;

/** How many values of each sort were right and wrong, by how sure they were, in two halves of the papers. */
final class Tally {
    private static final String HEAD = "kind\twhere\tsecond\thalf\tconfidence\tright\twrong";

    /**
     * What is counted together.
     *
     * @param second whether a second source agrees
     * @param half 0: by which a threshold is chosen, 1: by which it is judged
     * @param confidence in hundredths, rounded down
     */
    record Cell(FieldKind kind, Where where, boolean second, int half, int confidence) implements Comparable<Cell> {
        Certainty.Sort sort() {
            return new Certainty.Sort(kind, where);
        }

        private String text() {
            return kind + "\t" + where + "\t" + second + "\t" + half + "\t" + confidence;
        }

        @Override
        public int compareTo(Cell other) {
            return text().compareTo(other.text());
        }
    }

    /** So many right and wrong ones. */
    record Count(long right, long wrong) {
        static final Count NONE = new Count(0, 0);

        long of() {
            return right + wrong;
        }

        Count plus(Count other) {
            return new Count(right + other.right, wrong + other.wrong);
        }
    }

    private final Map<Cell, Count> counts = new TreeMap<>();

    void add(Cell cell, boolean right) {
        counts.merge(cell, right ? new Count(1, 0) : new Count(0, 1), Count::plus);
    }

    Count of(Predicate<Cell> which) {
        return counts.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Count.NONE, Count::plus);
    }

    /** In the order of their names. */
    List<Certainty.Sort> sorts() {
        TreeSet<String> names = new TreeSet<>();
        Map<String, Certainty.Sort> sorts = new TreeMap<>();
        for (Cell cell : counts.keySet()) {
            String name = cell.kind() + " " + cell.where();
            names.add(name);
            sorts.put(name, cell.sort());
        }
        return names.stream().map(sorts::get).toList();
    }

    void write(Path file) {
        List<String> lines = new ArrayList<>(List.of(HEAD));
        counts.forEach((cell, count) -> lines.add(cell.text() + "\t" + count.right() + "\t" + count.wrong()));
        try {
            Files.write(file, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void read(Path file) {
        try {
            Files.readAllLines(file, StandardCharsets.UTF_8).stream().skip(1).forEach(line -> {
                String[] parts = line.split("\t");
                Cell cell = new Cell(
                        FieldKind.valueOf(parts[0]),
                        Where.valueOf(parts[1]),
                        Boolean.parseBoolean(parts[2]),
                        Integer.parseInt(parts[3]),
                        Integer.parseInt(parts[4]));
                counts.merge(cell, new Count(Long.parseLong(parts[5]), Long.parseLong(parts[6])), Count::plus);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
