package vn.sohoa.recognition;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.classification.Lesson;
import vn.sohoa.classification.PaperWords;
import vn.sohoa.classification.WordExamples;
import vn.sohoa.page.PageText;

/**
 * Makes the packed model of words from generated papers: {@code PackWords TRUTH OUT PAGE DATA}. Half of the papers are taken as a
 * perfect recognizer would read them, half with three letters in a hundred misread. DATA says how the papers can be made again.
 */
public final class PackWords {
    private static final int MOST = 40;
    private static final double MISREAD = 0.03;

    private PackWords() {}

    public static void main(String... arguments) throws IOException {
        Path out = Files.createDirectories(Path.of(arguments[1]));
        Map<String, List<List<List<String>>>> papers = papers(Path.of(arguments[0]));
        try (OutputStream file = Files.newOutputStream(out.resolve("examples.gz"))) {
            WordExamples.write(papers, file);
        }
        Lesson lesson = Lesson.of(words(out.resolve("examples.gz"))).orElseThrow();
        Files.write(out.resolve("types.model"), lesson.model().bytes());
        Files.writeString(out.resolve("card.yaml"), card(lesson, arguments[3]));
        Files.writeString(Path.of(arguments[2]), page(lesson, arguments[3]));
    }

    private static Map<String, List<PaperWords>> words(Path file) {
        try (var in = Files.newInputStream(file)) {
            return WordExamples.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of each type the first, by their first pages. */
    private static Map<String, List<List<List<String>>>> papers(Path folder) throws IOException {
        FieldTrial trial = FieldTrial.withoutErrors();
        Map<String, List<List<List<String>>>> papers = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path truth : files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                JsonNode node = JsonMapper.shared().readTree(truth.toFile());
                List<SeenPage> pages = trial.pages(truth);
                for (JsonNode document : node.path("documents")) {
                    List<List<List<String>>> some =
                            papers.computeIfAbsent(document.path("type").asString(), type -> new ArrayList<>());
                    PageText first =
                            pages.get(document.path("pages").path(0).asInt()).text();
                    if (some.size() < MOST) {
                        boolean misread = some.size() % 2 == 1;
                        some.add(PaperWords.lines(
                                misread
                                        ? new Misreading(
                                                        MISREAD,
                                                        truth.getFileName().hashCode())
                                                .of(first)
                                        : first));
                    }
                }
            }
        }
        papers.remove("unknown");
        return papers;
    }

    private static String card(Lesson lesson, String data) {
        StringBuilder card = new StringBuilder("made: %s%ndata: \"%s\"%nforeign: %d%nforeignNamed: %d%ntypes:%n"
                .formatted(LocalDate.now(), data, lesson.foreign(), lesson.foreignNamed()));
        lesson.types()
                .forEach(one -> card.append("  - {type: %s, papers: %d, right: %d, wrong: %d}%n"
                        .formatted(one.type(), one.papers(), one.right(), one.wrong())));
        return card.toString();
    }

    private static String page(Lesson lesson, String data) {
        StringBuilder rows = new StringBuilder();
        lesson.types()
                .forEach(one -> rows.append("| %s | %d | %d | %d | %d |%n"
                        .formatted(
                                one.type(),
                                one.papers(),
                                one.right(),
                                one.wrong(),
                                one.papers() - one.right() - one.wrong())));
        int papers = lesson.types().stream().mapToInt(Lesson.Recall::papers).sum();
        int right = lesson.types().stream().mapToInt(Lesson.Recall::right).sum();
        int wrong = lesson.types().stream().mapToInt(Lesson.Recall::wrong).sum();
        return """
                # The packed model of words

                Written by `infra/words.sh` on %s; do not edit by hand. Learned from %d generated papers (%s), by their first pages
                without numbers and without lines in capitals, titles included. Each paper was judged by a model that had not seen it
                (five parts, four against one): %d right, %d wrong, the others left unknown. Of %d papers shown to models that had
                never seen their type, %d got a type all the same. Asked only where title and labels tell nothing, and overruled by
                a foreign title that can be read, it is wrong less often than that.

                | type | papers | right | wrong | left unknown |
                |---|---|---|---|---|
                %s""".formatted(
                        LocalDate.now(),
                        papers,
                        data,
                        right,
                        wrong,
                        lesson.foreign(),
                        lesson.foreignNamed(),
                        rows.toString().replace(System.lineSeparator(), "\n"));
    }
}
