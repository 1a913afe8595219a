package vn.sohoa.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.sohoa.common.Step;

/** What a run of the reliability suite found, as a page of the documentation. */
final class ReliabilityPage {
    private static final String HEAD = """
            # Reliability

            What was done to a running service, and what it lost. Written by `infra/reliability.sh`; do not edit by hand.

            The walk of a file is a row of effects: an object stored, a transaction committed, a message sent, a file moved,
            an answer of another process. Every place between two of them has a name (`common.Step`), and a switch that only a
            command line of a JVM can turn on makes a process die, fail or wait there. The suite brings a node with a real
            PostgreSQL, S3 store, Artemis broker and Tesseract to each of these places, lets one thing happen, and waits until
            everything has come to its end by itself. A node that is gone is started again as it is; nothing is cleaned by
            hand. A second part kills a node with its own engines, and its recognizers, by `kill -9` at random moments.

            At the end the database, the store and the folders are looked up, and these must hold:

            - every file that ever became whole is in exactly one of stored, repeat and quarantined, and lies in exactly one
              folder, a quarantined one with its reason beside it;
            - every object in the store is what its own hash and its row's hash say, and every object that a row promises is there;
            - no step that ends work ended it twice, no page has two results, and each is in one document that counts;
            - a life was lost only where a test killed that page's recognizer or threw a bug of ours at it;
            - no lease, claim, arrival or placeholder is left, and the chain of the audit is whole.

            ## The last run

            """;

    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<String> sections = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    void fact(String what, Object value) {
        facts.put(what, String.valueOf(value));
    }

    /** What did not hold, or did not come to its end. */
    void wrong(List<String> more) {
        wrong.addAll(more);
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    void trials(Map<Mode, List<Trial>> done, Conservation.Found found) {
        StringBuilder text = new StringBuilder(
                "## One thing at one step\n\n| what happens | steps | came to their end |\n|---|---|---|\n");
        for (Mode mode : Mode.values()) {
            if (done.containsKey(mode)) {
                text.append("| %s | %d of %d | %d |%n"
                        .formatted(
                                mode.says(),
                                done.get(mode).size(),
                                Step.values().length,
                                done.get(mode).size()));
            }
        }
        sections.add(text.append('\n').append(outcomes(found)).toString());
    }

    void kills(int nodes, int recognizers, Conservation.Found found) {
        sections.add(
                "## Killed at random\n\n| | |\n|---|---|\n| `kill -9` of the service | %d |\n| `kill -9` of recognizers | %d |\n"
                                .formatted(nodes, recognizers)
                        + "\n" + outcomes(found));
    }

    private static String outcomes(Conservation.Found found) {
        return found.outcomes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> "| %s | %d |\n".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("", "| found at the end | |\n|---|---|\n", ""));
    }

    void write(Path page) throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        text.append("| | |\n|---|---|\n");
        text.append("| day | %s |%n".formatted(LocalDate.now(ZoneOffset.UTC)));
        text.append("| machine | %d processors, %s, Java %s |%n"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version")));
        facts.forEach((what, value) -> text.append("| %s | %s |%n".formatted(what, value)));
        text.append("| **did not hold** | **%s** |%n%n".formatted(wrong.isEmpty() ? "nothing" : wrong.size()));
        wrong.forEach(line ->
                text.append("- ").append(line.lines().findFirst().orElse("")).append('\n'));
        text.append(String.join("\n", sections));
        text.append("\n## The steps\n\n");
        text.append(Arrays.stream(Step.values()).map(step -> "`" + step + "`").collect(Collectors.joining(", ")));
        Files.writeString(page, text.append("\n").toString());
    }
}
