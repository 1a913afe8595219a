package vn.sohoa.recognition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.accuracy.Accuracy;
import vn.sohoa.catalog.CatalogFiles;
import vn.sohoa.classification.Paper;
import vn.sohoa.extraction.Certainty;
import vn.sohoa.ocr.WordsJson;
import vn.sohoa.page.Barcode;
import vn.sohoa.page.Block;
import vn.sohoa.page.Box;
import vn.sohoa.page.Line;
import vn.sohoa.page.PageKind;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;
import vn.sohoa.scan.FieldValue;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.State;

/**
 * Separation, classification and extraction over papers with truth beside them, without the recognizer: on what a perfect
 * one would have read, on that with errors like a recognizer's, or on words that one did read.
 *
 * <pre>FieldTrial --truth DIR --out FILE [--words DIR] [--noise SHARE] [--seed N] [--wrong N] [--times N]</pre>
 *
 * {@code --words}: a folder with {@code <file>.<page>.json}, words as the project keeps them; {@code --noise}: the share
 * of letters read wrong; {@code --times}: how often everything is done, for the cost a page.
 */
public final class FieldTrial {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final float CONFIDENCE = 0.95f;
    private static final Path CATALOG = Path.of("src/main/resources/catalog");

    private final Understanding understanding;
    private final Map<String, String> given;

    private FieldTrial(Map<String, String> given) {
        this.given = given;
        this.understanding = Understanding.by(
                List.copyOf(CatalogFiles.read(files("types"), List.of()).types()), Certainty.NONE);
    }

    /** On what a perfect recognizer would have read. */
    static FieldTrial withoutErrors() {
        return new FieldTrial(Map.of());
    }

    Understanding understanding() {
        return understanding;
    }

    /** The pages of the file with this truth. */
    List<SeenPage> pages(Path truth) {
        return pages(JsonMapper.shared().readTree(truth.toFile()));
    }

    public static void main(String... arguments) throws IOException {
        Map<String, String> given = new TreeMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            given.put(arguments[i], arguments[i + 1]);
        }
        FieldTrial trial = new FieldTrial(given);
        Path truths = Path.of(given.getOrDefault("--truth", "src/test/resources/samples"));
        Path out = Path.of(given.getOrDefault("--out", "target/field-trial.jsonl"));
        List<String> lines = new ArrayList<>();
        int times = Integer.parseInt(given.getOrDefault("--times", "1"));
        int pages = 0;
        long took = 0;
        for (int i = 0; i < times; i++) {
            lines.clear();
            pages = i == times / 2 ? 0 : pages; // what is not yet compiled is not counted
            took = i == times / 2 ? 0 : took;
            for (Path truth : truths(truths)) {
                JsonNode node = JsonMapper.shared().readTree(truth.toFile());
                List<SeenPage> seen = trial.pages(node);
                pages += seen.size();
                long begun = CPU.getCurrentThreadCpuTime();
                List<Paper> papers = trial.understanding.papers(seen);
                List<List<FieldValue>> fields = new ArrayList<>();
                for (Paper paper : papers) {
                    fields.add(trial.understanding.fields(
                            paper.verdict().type(),
                            paper.pages().stream().map(seen::get).toList()));
                }
                took += CPU.getCurrentThreadCpuTime() - begun;
                lines.add(line(node, seen, papers, fields));
            }
        }
        Files.write(out, lines, StandardCharsets.UTF_8);
        Accuracy.main(
                "--truth",
                truths.toString(),
                "--results",
                out.toString(),
                "--wrong",
                given.getOrDefault("--wrong", "0"));
        System.out.printf("%d pages, %.2f ms of CPU a page%n", pages, took / 1e6 / Math.max(1, pages));
    }

    private static List<Path> truths(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    static List<CatalogFiles.File> files(String kind) {
        try (Stream<Path> files = Files.list(CATALOG.resolve(kind))) {
            return files.sorted().map(FieldTrial::file).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CatalogFiles.File file(Path path) {
        try {
            return new CatalogFiles.File(path.getFileName().toString(), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<SeenPage> pages(JsonNode truth) {
        List<SeenPage> pages = new ArrayList<>();
        for (JsonNode page : truth.path("pages")) {
            PageKind kind =
                    switch (page.path("kind").asString()) {
                        case "blank" -> PageKind.BLANK;
                        case "separator" -> PageKind.SEPARATOR;
                        default -> PageKind.DOCUMENT;
                    };
            int index = page.path("index").asInt();
            PageText text = read(truth, page, index);
            pages.add(new SeenPage(view(index, kind, text), text));
        }
        return pages;
    }

    private PageText read(JsonNode truth, JsonNode page, int index) {
        if (given.containsKey("--words")) {
            Path file = Path.of(given.get("--words"), truth.path("file").asString() + "." + index + ".json");
            try {
                return WordsJson.read(new ByteArrayInputStream(Files.readAllBytes(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        PageText perfect = perfect(truth, page);
        double noise = Double.parseDouble(given.getOrDefault("--noise", "0"));
        long seed = Long.parseLong(given.getOrDefault("--seed", "1"));
        return noise == 0
                ? perfect
                : new Misreading(
                                noise, seed * 31 + truth.path("file").asString().hashCode() + index)
                        .of(perfect);
    }

    private static PageText perfect(JsonNode truth, JsonNode page) {
        List<Block> blocks = new ArrayList<>();
        double slope = truth.has("generator")
                ? 0
                : -Math.tan(Math.toRadians(page.path("skew_deg").asDouble()));
        for (JsonNode line : page.path("lines")) {
            if (!line.path("kind").asString().equals("stamp")) {
                words(line.path("text").asString(), box(line.path("bbox")), slope)
                        .ifPresent(words -> blocks.add(new Block(List.of(words))));
            }
        }
        List<Barcode> codes = new ArrayList<>();
        for (JsonNode code : page.path("barcodes")) {
            codes.add(new Barcode(Barcode.Format.QR_CODE, code.path("value").asString(), box(code.path("bbox"))));
        }
        return new PageText(
                page.path("width").asInt(),
                page.path("height").asInt(),
                truth.path("dpi").asInt(),
                PageText.Source.OCR,
                blocks,
                codes);
    }

    private static Box box(JsonNode box) {
        return new Box(
                box.path(0).asInt(),
                box.path(1).asInt(),
                box.path(2).asInt(),
                box.path(3).asInt());
    }

    /**
     * The line's box shared out among its words by their letters.
     *
     * @param slope how much the line sinks for each pixel to the right; the samples' boxes lie straight on skewed pages
     */
    static Optional<Line> words(String text, Box box, double slope) {
        List<Word> words = new ArrayList<>();
        int length = Math.max(1, text.length());
        int height = Math.max(8, (int) (box.height() - box.width() * Math.abs(slope)));
        double top = box.y() - Math.min(0, box.width() * slope);
        int at = 0;
        for (String word : text.split(" ", -1)) {
            if (!word.isBlank()) {
                int left = box.x() + box.width() * at / length;
                int right = box.x() + box.width() * (at + word.length()) / length;
                int y = Math.max(0, (int) (top + (left - box.x()) * slope));
                words.add(new Word(word, new Box(left, y, Math.max(1, right - left), height), CONFIDENCE));
            }
            at += word.length() + 1;
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(new Line(words));
    }

    static PageView view(int index, PageKind kind, PageText text) {
        return new PageView(
                new UUID(0, index),
                new UUID(0, 0),
                index,
                kind,
                "JPEG",
                text.width(),
                text.height(),
                text.dpi(),
                "image",
                "result",
                (float) text.confidence(),
                0,
                State.READ,
                Optional.empty());
    }

    private static String line(JsonNode truth, List<SeenPage> seen, List<Paper> papers, List<List<FieldValue>> fields) {
        List<Map<String, Object>> pages = new ArrayList<>();
        for (SeenPage page : seen) {
            pages.add(Map.of(
                    "index",
                    page.view().position(),
                    "kind",
                    page.view().kind().name().toLowerCase(java.util.Locale.ROOT),
                    "rotation",
                    0,
                    "text",
                    page.text().text(),
                    "barcodes",
                    page.text().barcodes().stream()
                            .map(code -> Map.of("value", code.value()))
                            .toList()));
        }
        List<Map<String, Object>> documents = new ArrayList<>();
        for (int i = 0; i < papers.size(); i++) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("type", papers.get(i).verdict().type());
            document.put("typeReason", papers.get(i).verdict().reason());
            document.put("pages", papers.get(i).pages());
            document.put("dossierCode", papers.get(i).dossier());
            Map<String, Object> values = new LinkedHashMap<>();
            for (FieldValue field : fields.get(i)) {
                values.put(
                        field.code(),
                        Map.of(
                                "value",
                                field.value(),
                                "raw",
                                field.raw(),
                                "needsReview",
                                field.needsReview(),
                                "rule",
                                field.rule()));
            }
            document.put("fields", values);
            documents.add(document);
        }
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "source",
                        truth.path("file").asString(),
                        "state",
                        "IN_REVIEW",
                        "pages",
                        pages,
                        "documents",
                        documents));
    }
}
