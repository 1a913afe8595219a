package vn.sohoa.extraction;

import java.util.List;
import java.util.Map;
import vn.sohoa.extraction.FieldRule.Where;

/**
 * From which confidence on a value that print alone tells, and that nothing doubts, needs no person. It is measured, never
 * felt: a sort of value that was not measured always needs one.
 *
 * @param least by the sort of value, 0 to 1
 * @param twice of a name or a personal number that the paper says twice in the same shape, of the less sure mention;
 *     {@link #NEVER} where that was not measured
 */
public record Certainty(Map<Sort, Double> least, double twice) {
    private static final int WHOLE_DAY = "dd/MM/yyyy".length();

    /** No confidence is as high. */
    public static final double NEVER = 2;

    /** Nothing was measured. */
    public static final Certainty NONE = new Certainty(Map.of(), NEVER);

    public Certainty {
        least = Map.copyOf(least);
    }

    /** What sort of value, and what leads to it: what stands in its own corner is found surer than behind a label. */
    public record Sort(FieldKind kind, Where where) {
        public static Sort of(FieldRule rule) {
            return new Sort(rule.kind(), rule.where());
        }

        /**
         * Names, numbers that name a person or a record, and days and years of birth are never sure by one source. The day
         * in the line of place and date is that of the paper.
         */
        public boolean needsTwoSources() {
            return switch (kind) {
                case PERSON_NAME, PERSONAL_NUMBER, IDENTITY_NUMBER, NUMBER, ORDINAL, YEAR -> true;
                case DATE -> where != Where.DATE_LINE;
                default -> false;
            };
        }
    }

    List<Found> told(List<Found> found, List<FieldRule> rules) {
        return least.isEmpty()
                ? found
                : found.stream()
                        .map(value -> holds(value, rules) ? value.sure() : value)
                        .toList();
    }

    private boolean holds(Found found, List<FieldRule> rules) {
        return found.source() == Found.Source.OCR
                && found.rule().isEmpty()
                && rules.stream()
                        .filter(rule -> rule.code().equals(found.code()))
                        .filter(rule -> !rule.kind().isDate() || found.value().length() == WHOLE_DAY)
                        .map(Sort::of)
                        .anyMatch(sort -> !sort.needsTwoSources()
                                && least.containsKey(sort)
                                && found.confidence() >= least.get(sort));
    }
}
