package vn.sohoa.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Which page numbers of a book nobody has scanned. */
public record Gaps(List<Range> ranges) {
    public record Range(int from, int to) {
        @Override
        public String toString() {
            return from == to ? String.valueOf(from) : from + "–" + to;
        }
    }

    public Gaps {
        ranges = List.copyOf(ranges);
    }

    /** From 1 to the number of pages that the book is said to have, or to the highest number found. */
    static Gaps of(Collection<Integer> found, OptionalInt declared) {
        TreeSet<Integer> numbers = new TreeSet<>(found);
        int last = Math.max(declared.orElse(0), numbers.isEmpty() ? 0 : numbers.last());
        List<Range> ranges = new ArrayList<>();
        int expected = 1;
        for (int number : numbers) {
            if (number > expected) {
                ranges.add(new Range(expected, number - 1));
            }
            expected = number + 1;
        }
        if (expected <= last) {
            ranges.add(new Range(expected, last));
        }
        return new Gaps(ranges);
    }

    public int count() {
        return ranges.stream().mapToInt(range -> range.to() - range.from() + 1).sum();
    }

    /** {@code 3, 7–9} */
    @Override
    public String toString() {
        return String.join(", ", ranges.stream().map(Range::toString).toList());
    }
}
