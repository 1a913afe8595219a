package vn.sohoa.accuracy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was read against what is there, summed over pages or lines.
 *
 * @param pages how many pages this sums up
 * @param errors CER: for every line of the truth the fewest edits between it and any piece of the page's text, over the
 *     characters of the truth. Independent of reading order; garbage between lines is not counted.
 * @param baseErrors the same for base letters: what is left when tone marks and case do not count
 * @param hits words of the truth that were read, over words of the truth; WER is what is missing
 * @param precise words that were read and are of the truth, over words that were read: falls with garbage
 * @param inOrder edits between the page's text and the truth in reading order, over the truth: order and garbage count
 */
record Reading(int pages, Ratio errors, Ratio baseErrors, Ratio hits, Ratio precise, Ratio inOrder) {
    static final Reading NONE = new Reading(0, Ratio.NONE, Ratio.NONE, Ratio.NONE, Ratio.NONE, Ratio.NONE);

    /** Of one page. */
    static Reading page(List<String> lines, String inOrder, String read) {
        String text = Folded.text(read);
        List<String> truth =
                lines.stream().map(Folded::text).filter(line -> !line.isEmpty()).toList();
        Ratio errors = errors(truth, text);
        Ratio base = new Ratio(
                truth.stream()
                        .mapToLong(line -> Distance.within(Folded.base(line), Folded.base(text)))
                        .sum(),
                errors.of());
        Map<String, Integer> there = words(String.join(" ", truth));
        Map<String, Integer> seen = words(text);
        long both = there.entrySet().stream()
                .mapToLong(word -> Math.min(word.getValue(), seen.getOrDefault(word.getKey(), 0)))
                .sum();
        String order = Folded.text(inOrder);
        return new Reading(
                1,
                errors,
                base,
                new Ratio(both, sum(there)),
                new Ratio(both, sum(seen)),
                new Ratio(Distance.whole(order, text), length(order)));
    }

    /** CER of some lines of a page, as in {@link #errors}; both sides folded before. */
    static Ratio errors(List<String> lines, String text) {
        return new Ratio(
                lines.stream().mapToLong(line -> Distance.within(line, text)).sum(),
                lines.stream().mapToLong(Reading::length).sum());
    }

    Reading plus(Reading other) {
        return new Reading(
                pages + other.pages,
                errors.plus(other.errors),
                baseErrors.plus(other.baseErrors),
                hits.plus(other.hits),
                precise.plus(other.precise),
                inOrder.plus(other.inOrder));
    }

    double cer() {
        return errors.rate();
    }

    double wer() {
        return 1 - hits.rate();
    }

    /** Cells of a table: CER, WER, precision, CER in reading order, CER of base letters. */
    String shown() {
        return String.format(
                Locale.ROOT,
                "%.2f | %.2f | %.2f | %.2f | %.2f",
                100 * cer(),
                100 * wer(),
                100 * precise.rate(),
                100 * inOrder.rate(),
                100 * baseErrors.rate());
    }

    private static Map<String, Integer> words(String text) {
        Map<String, Integer> words = new HashMap<>();
        for (String word : text.split(" ")) {
            if (!word.isEmpty()) {
                words.merge(word, 1, Integer::sum);
            }
        }
        return words;
    }

    private static long sum(Map<String, Integer> words) {
        return words.values().stream().mapToLong(Integer::longValue).sum();
    }

    private static long length(String text) {
        return text.codePointCount(0, text.length());
    }
}
