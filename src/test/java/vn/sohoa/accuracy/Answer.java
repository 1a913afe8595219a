package vn.sohoa.accuracy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was said of a scan: a line of {@code results.jsonl}. */
record Answer(String state, Map<Integer, Page> pages, List<Document> documents) {
    static final Answer NONE = new Answer("", Map.of(), List.of());

    record Page(String kind, int rotation, String text, List<String> barcodes) {
        /** A page that nothing was said of; no rotation is right for it. */
        static final Page NONE = new Page("", -1, "", List.of());
    }

    /** @param rows of its table, each value by the code of its column */
    record Document(
            String type, List<Integer> pages, String code, Map<String, Field> fields, List<Map<String, String>> rows) {
        static final Document NONE = new Document("", List.of(), "", Map.of(), List.of());
    }

    /**
     * @param sure that no person needs to look, as the answer says
     * @param doubted whether a rule doubts it
     */
    record Field(String value, boolean sure, double confidence, String source, boolean doubted) {
        static final Field NONE = new Field("", false, 0, "", false);
    }

    Page page(int index) {
        return pages.getOrDefault(index, Page.NONE);
    }

    /** The paper of exactly these pages. */
    Document document(List<Integer> wanted) {
        return documents.stream()
                .filter(document -> document.pages.equals(wanted))
                .findFirst()
                .orElse(Document.NONE);
    }

    /** All answers by the file's name without its folders. */
    static Map<String, Answer> in(Path results) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(results, StandardCharsets.UTF_8)) {
                if (!line.isBlank()) {
                    JsonNode node = JsonMapper.shared().readTree(line);
                    String source = node.path("source").asString();
                    answers.put(source.substring(source.lastIndexOf('/') + 1), read(node));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answers;
    }

    private static Answer read(JsonNode node) {
        Map<Integer, Page> pages = new LinkedHashMap<>();
        node.path("pages").forEach(page -> pages.put(page.path("index").asInt(), page(page)));
        List<Document> documents = new ArrayList<>();
        node.path("documents").forEach(document -> documents.add(document(document)));
        return new Answer(text(node.path("state")), pages, documents);
    }

    private static Page page(JsonNode node) {
        List<String> barcodes = new ArrayList<>();
        node.path("barcodes").forEach(code -> barcodes.add(text(code.path("value"))));
        String kind = text(node.path("kind"));
        return new Page(
                kind.equals("document") ? "doc" : kind,
                node.path("rotation").asInt(-1),
                text(node.path("text")),
                barcodes);
    }

    private static Document document(JsonNode node) {
        List<Integer> pages = new ArrayList<>();
        node.path("pages").forEach(page -> pages.add(page.asInt()));
        Map<String, Field> fields = new LinkedHashMap<>();
        node.path("fields").properties().forEach(entry -> {
            JsonNode field = entry.getValue();
            JsonNode review = field.path("needsReview");
            fields.put(
                    entry.getKey(),
                    new Field(
                            text(field.path("value")),
                            review.isBoolean() && !review.asBoolean(),
                            field.path("confidence").asDouble(0),
                            text(field.path("source")),
                            !text(field.path("rule")).isEmpty()));
        });
        List<Map<String, String>> rows = new ArrayList<>();
        node.path("rows").forEach(row -> {
            Map<String, String> values = new LinkedHashMap<>();
            row.properties()
                    .forEach(cell ->
                            values.put(cell.getKey(), text(cell.getValue().path("value"))));
            rows.add(values);
        });
        return new Document(
                text(node.path("type")),
                pages.stream().sorted().toList(),
                text(node.path("dossierCode")),
                fields,
                rows);
    }

    private static String text(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? "" : node.asString();
    }
}
