package vn.sohoa.accuracy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scores a run of {@code digitize}:
 *
 * <pre>Accuracy --truth DIR --results FILE [--over WORDS --commit HASH --page FILE] [--figures FILE] [--wrong N]</pre>
 *
 * prints the figures as JSON, and the first N wrong values; writes them as a page for people, and as JSON.
 */
public final class Accuracy {
    private Accuracy() {}

    public static void main(String... arguments) throws IOException {
        Map<String, String> given = new TreeMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            given.put(arguments[i], arguments[i + 1]);
        }
        Comparison comparison =
                compare(Path.of(given.getOrDefault("--truth", ".")), Path.of(given.getOrDefault("--results", ".")));
        String figures = JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(Bars.named(comparison.figures()));
        System.out.println(figures);
        comparison.wrong().stream()
                .limit(Integer.parseInt(given.getOrDefault("--wrong", "0")))
                .forEach(wrong -> System.out.println("wrong: " + wrong));
        if (given.containsKey("--figures")) {
            write(Path.of(given.get("--figures")), figures + "\n");
        }
        if (given.containsKey("--page")) {
            String page = Report.of(
                    comparison.figures(),
                    given.getOrDefault("--commit", "?"),
                    given.getOrDefault("--over", "a folder"));
            write(Path.of(given.get("--page")), page);
        }
    }

    /** Every truth of the folder against its answer in {@code results.jsonl}. */
    static Comparison compare(Path truths, Path results) {
        return Comparison.of(Truth.in(truths), Answer.in(results));
    }

    /** Every figure by its name. */
    public static Map<String, Double> figures(Path truths, Path results) {
        return Bars.named(compare(truths, results).figures());
    }

    /** Figures that miss their bars, in words; for tests that run {@code digitize} themselves. */
    public static List<String> missed(Path truths, Path results, Map<String, String> bars) {
        return Bars.missed(compare(truths, results).figures(), bars);
    }

    /**
     * A value that was given, and whether the paper says so.
     *
     * @param type that the answer gave the paper
     * @param source what told it, {@code OCR} or a code
     * @param sure that no person needs to look, as the answer says
     * @param doubted whether a rule doubts it
     */
    public record Judged(
            String file,
            String type,
            String field,
            String value,
            String truth,
            double confidence,
            String source,
            boolean sure,
            boolean doubted,
            boolean right) {}

    /** Every value that was given and of which the truth is known. */
    public static List<Judged> judged(Path truths, Path results) {
        return compare(truths, results).judged();
    }

    /** How many letters of these lines were read wrong, and how many there are. */
    public record Errors(long wrong, long letters) {}

    /** Wherever on the page the lines stand. */
    public static Errors errors(List<String> lines, String read) {
        Ratio errors = Reading.errors(lines.stream().map(Folded::text).toList(), Folded.text(read));
        return new Errors(errors.count(), errors.of());
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
