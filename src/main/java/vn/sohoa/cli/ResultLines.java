package vn.sohoa.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.sohoa.common.Reason;
import vn.sohoa.ocr.Alto;
import vn.sohoa.ocr.LookJson;
import vn.sohoa.ocr.WordsJson;
import vn.sohoa.page.Barcode;
import vn.sohoa.page.Box;
import vn.sohoa.page.Look;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Pose;
import vn.sohoa.page.QualityBars;
import vn.sohoa.scan.Cells;
import vn.sohoa.scan.DocumentFile;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.FieldValue;
import vn.sohoa.scan.FieldView;
import vn.sohoa.scan.Fields;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.Reports;
import vn.sohoa.scan.ScanView;
import vn.sohoa.scan.Scans;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/** The line of one file in {@code results.jsonl}, and its documents' files beside it. */
final class ResultLines {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_WORDS = 64 << 20;

    private final Scans scans;
    private final Fields fields;
    private final Cells cells;
    private final ObjectStore store;
    private final Reports reports;
    private final Sources sources;
    private final DigitizeArguments arguments;

    ResultLines(
            Scans scans,
            Fields fields,
            Cells cells,
            ObjectStore store,
            Reports reports,
            Sources sources,
            DigitizeArguments arguments) {
        this.scans = scans;
        this.fields = fields;
        this.cells = cells;
        this.store = store;
        this.reports = reports;
        this.sources = sources;
        this.arguments = arguments;
    }

    /** Writes the documents' files first, on the disk, and returns the line that tells of them. */
    String of(Reports.Ended file, Sources.Source source) throws IOException {
        ScanView scan = scans.scan(file.scan()).orElseThrow();
        ScanView shown = scan.repeatOf().flatMap(scans::scan).orElse(scan);
        Sources.Source shownSource =
                scan.repeatOf().flatMap(reports::pathOf).flatMap(sources::of).orElse(source);
        ObjectNode line = JSON.createObjectNode();
        line.put("source", source.label());
        line.put("sha256", scan.sha256().hex());
        line.put("state", scan.state().name());
        if (scan.repeatOf().isPresent()) {
            line.put("repeatOf", shownSource.label());
        }
        reason(line, scan.reason());
        List<PageView> pages = scans.pages(shown.id());
        ArrayNode pageNodes = line.putArray("pages");
        for (PageView page : pages) {
            page(pageNodes.addObject(), page);
        }
        ArrayNode documents = line.putArray("documents");
        for (DocumentView document : scans.documents(shown.id())) {
            String name = OutputName.of(shownSource.label(), document.position());
            if (scan.repeatOf().isEmpty()) {
                writeFiles(document, pages, name);
            }
            document(documents.addObject(), document, pages, name);
        }
        return JSON.writeValueAsString(line);
    }

    private static void reason(ObjectNode node, Optional<Reason> reason) {
        if (reason.isEmpty()) {
            node.putNull("reason");
            return;
        }
        reason(node.putObject("reason"), reason.get());
    }

    private static void reason(ObjectNode told, Reason reason) {
        told.put("code", reason.code().name());
        told.put("vi", reason.vi());
        told.put("en", reason.en());
    }

    private void page(ObjectNode node, PageView page) {
        node.put("index", page.position());
        node.put("kind", page.kind().name().toLowerCase(Locale.ROOT));
        Optional<PageText> words = words(page);
        Pose pose = words.map(PageText::pose).orElse(Pose.UPRIGHT);
        node.put("rotation", pose.turn());
        node.put("rotationSure", pose.sure());
        node.put("skew", Math.round(pose.skew() * 100) / 100.0);
        node.put("dpi", page.dpi());
        node.put("confidence", thousandths(page.confidence()));
        node.put("text", words.map(PageText::text).orElse(""));
        ArrayNode barcodes = node.putArray("barcodes");
        words.map(PageText::barcodes).orElse(List.of()).forEach(barcode -> barcode(barcodes.addObject(), barcode));
        quality(node, page, words);
        if (page.reason().isPresent()) {
            reason(node, page.reason());
        }
    }

    /** How the page was scanned, and what is wrong with that; of pages whose pixels were looked at. */
    private void quality(ObjectNode node, PageView page, Optional<PageText> words) {
        Optional<Look> seen = page.resultKey().isEmpty() ? Optional.empty() : LookJson.read(json(page));
        if (seen.isEmpty()) {
            node.putNull("quality");
            return;
        }
        Look look = seen.get();
        ObjectNode quality = node.putObject("quality");
        quality.put("edge", thousandths(look.edge()));
        quality.put("paper", thousandths(look.paper()));
        quality.put("contrast", thousandths(look.contrast()));
        quality.put("shade", thousandths(look.shade()));
        quality.put("cut", look.cut());
        quality.put("weakWords", thousandths(words.map(QualityBars::weakWords).orElse(0.0)));
        ArrayNode flaws = quality.putArray("flaws");
        page.flaws().forEach(flaw -> reason(flaws.addObject(), flaw));
    }

    private static void barcode(ObjectNode node, Barcode barcode) {
        node.put("format", barcode.format().name());
        node.put("value", barcode.value());
        box(node.putArray("box"), barcode.box());
    }

    private static void box(ArrayNode node, Box box) {
        node.add(box.x()).add(box.y()).add(box.width()).add(box.height());
    }

    private void document(ObjectNode node, DocumentView document, List<PageView> pages, String name) {
        node.put("type", document.type());
        node.put("typeConfidence", thousandths(document.kind().confidence()));
        node.put("typeReason", document.kind().reason());
        ArrayNode indexes = node.putArray("pages");
        of(document, pages).forEach(page -> indexes.add(page.position()));
        if (document.dossierCode().isEmpty()) {
            node.putNull("dossierCode");
        } else {
            node.put("dossierCode", document.dossierCode());
        }
        if (document.objectKey().isEmpty()) {
            node.putNull("file");
        } else {
            node.put("file", name + ".pdf");
        }
        Optional<DocumentFile> file = scans.file(document.id());
        file.ifPresentOrElse(made -> node.put("pdfa", made.check().name()), () -> node.putNull("pdfa"));
        file.flatMap(DocumentFile::rendition)
                .ifPresentOrElse(beside -> node.put("rendition", name + ".pdfa.pdf"), () -> node.putNull("rendition"));
        ObjectNode values = node.putObject("fields");
        for (FieldView field : fields.of(document.id())) {
            field(values.putObject(field.code()), field.found(), pages);
        }
        rows(node, document, pages);
    }

    /** Only of documents that are tables. */
    private void rows(ObjectNode node, DocumentView document, List<PageView> pages) {
        List<List<FieldValue>> rows = cells.of(document.id());
        if (rows.isEmpty()) {
            return;
        }
        ArrayNode told = node.putArray("rows");
        for (List<FieldValue> row : rows) {
            ObjectNode values = told.addObject();
            row.forEach(value -> field(values.putObject(value.code()), value, pages));
        }
    }

    private static void field(ObjectNode node, FieldValue field, List<PageView> pages) {
        node.put("value", field.value());
        node.put("raw", field.raw());
        node.put("confidence", thousandths(field.confidence()));
        node.put("source", field.source().name());
        field.page()
                .flatMap(id ->
                        pages.stream().filter(page -> page.id().equals(id)).findFirst())
                .ifPresentOrElse(page -> node.put("page", page.position()), () -> node.putNull("page"));
        field.box().ifPresentOrElse(box -> box(node.putArray("box"), box), () -> node.putNull("box"));
        node.put("needsReview", field.needsReview());
        if (field.rule().isEmpty()) {
            node.putNull("rule");
        } else {
            node.put("rule", field.rule());
        }
    }

    private static double thousandths(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private void writeFiles(DocumentView document, List<PageView> pages, String name) throws IOException {
        Path target = arguments.out().resolve(name);
        Files.createDirectories(target.getParent());
        List<PageText> texts = new ArrayList<>();
        for (PageView page : of(document, pages)) {
            texts.add(words(page)
                    .orElse(new PageText(page.width(), page.height(), page.dpi(), PageText.Source.OCR, List.of())));
        }
        String text = String.join("\f", texts.stream().map(t -> t.text() + "\n").toList());
        write(target.resolveSibling(target.getFileName() + ".txt"), text.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream alto = new ByteArrayOutputStream();
        Alto.write(texts, name, alto);
        write(target.resolveSibling(target.getFileName() + ".alto.xml"), alto.toByteArray());
        Optional<DocumentFile> file = scans.file(document.id());
        if (file.isPresent()) {
            fetch(file.get().key(), target.resolveSibling(target.getFileName() + ".pdf"));
        }
        Optional<DocumentFile.Rendition> rendition = file.flatMap(DocumentFile::rendition);
        if (rendition.isPresent()) {
            fetch(rendition.get().key(), target.resolveSibling(target.getFileName() + ".pdfa.pdf"));
        }
    }

    private void fetch(String key, Path pdf) throws IOException {
        Path part = pdf.resolveSibling(pdf.getFileName() + ".part");
        store.fetch(Bucket.DOCUMENTS, key, part);
        force(part);
        Files.move(part, pdf, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, bytes);
        force(part);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The line says that the file is there: a power cut must not make that a lie. */
    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static List<PageView> of(DocumentView document, List<PageView> pages) {
        List<PageView> found = new ArrayList<>();
        for (UUID id : document.pages()) {
            pages.stream().filter(page -> page.id().equals(id)).forEach(found::add);
        }
        return found;
    }

    private Optional<PageText> words(PageView page) {
        if (page.resultKey().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(WordsJson.read(new ByteArrayInputStream(json(page))));
    }

    private byte[] json(PageView page) {
        return store.bytes(Bucket.PAGES, page.resultKey() + "/words.json", MOST_WORDS);
    }
}
