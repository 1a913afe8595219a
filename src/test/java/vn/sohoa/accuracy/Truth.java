package vn.sohoa.accuracy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a scan holds, from the {@code .json} beside it. */
record Truth(String file, int dpi, String mode, List<Document> documents, List<Page> pages) {
    /** Lists and copies of what stands elsewhere are not single values of a paper. */
    private static final Set<String> NOT_A_VALUE = Set.of("qr", "rows", "thanh_vien");

    /**
     * @param code the dossier's, or empty
     * @param rows of its table, each by the codes of the columns; an empty value is an empty cell
     */
    record Document(
            String type,
            List<Integer> pages,
            Map<String, String> fields,
            String code,
            List<Map<String, String>> rows) {}

    /** @param kind {@code doc}, {@code blank} or {@code separator} */
    record Page(
            int index,
            String kind,
            String type,
            String damage,
            int rotation,
            List<Line> lines,
            String text,
            List<String> barcodes) {
        boolean isDocument() {
            return kind.equals("doc");
        }

        /** Stamps are nothing to be read. */
        List<String> texts() {
            return lines.stream()
                    .filter(line -> !line.kind.equals("stamp"))
                    .map(Line::text)
                    .toList();
        }

        boolean isPrinted() {
            return lines.stream().noneMatch(line -> line.kind.equals("hand"));
        }
    }

    /** @param kind {@code print}, {@code fill} (typed into a form), {@code mixed} of both, {@code hand} or {@code stamp} */
    record Line(String text, String kind) {}

    /** All truths of a folder, by name. */
    static List<Truth> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Truth::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Truth read(Path file) {
        JsonNode node = JsonMapper.shared().readTree(file.toFile());
        List<Document> documents = new ArrayList<>();
        node.path("documents").forEach(document -> documents.add(document(document)));
        List<Page> pages = new ArrayList<>();
        node.path("pages").forEach(page -> pages.add(page(page)));
        return new Truth(
                node.path("file").asString(), node.path("dpi").asInt(), text(node.path("mode")), documents, pages);
    }

    private static Document document(JsonNode node) {
        Map<String, String> fields = new LinkedHashMap<>();
        node.path("fields").properties().forEach(field -> {
            JsonNode value = field.getValue();
            boolean single = value.isString() || value.isNumber();
            fields.put(field.getKey(), single && !NOT_A_VALUE.contains(field.getKey()) ? value.asString() : "");
        });
        List<Integer> pages = new ArrayList<>();
        node.path("pages").forEach(page -> pages.add(page.asInt()));
        List<Map<String, String>> rows = new ArrayList<>();
        node.path("fields").path("rows").forEach(row -> {
            Map<String, String> cells = new LinkedHashMap<>();
            row.properties().forEach(cell -> cells.put(cell.getKey(), text(cell.getValue())));
            rows.add(cells);
        });
        return new Document(
                text(node.path("type")),
                pages.stream().sorted().toList(),
                fields,
                text(node.path("dossier_code")),
                rows);
    }

    private static Page page(JsonNode node) {
        List<Line> lines = new ArrayList<>();
        node.path("lines").forEach(line -> lines.add(new Line(text(line.path("text")), text(line.path("kind")))));
        List<String> barcodes = new ArrayList<>();
        node.path("barcodes").forEach(code -> barcodes.add(text(code.path("value"))));
        return new Page(
                node.path("index").asInt(),
                text(node.path("kind")),
                text(node.path("type")),
                text(node.path("degradation")),
                node.path("rotation").asInt(),
                lines,
                text(node.path("text")),
                barcodes);
    }

    private static String text(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? "" : node.asString();
    }
}
