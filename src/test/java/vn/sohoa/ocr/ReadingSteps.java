package vn.sohoa.ocr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.sohoa.accuracy.Accuracy;
import vn.sohoa.barcode.CoverSheet;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.imaging.CleaningSteps;
import vn.sohoa.imaging.Ink;
import vn.sohoa.imaging.Pixels;
import vn.sohoa.imaging.Plane;
import vn.sohoa.imaging.SourceFile;
import vn.sohoa.imaging.SourceFormat;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;

/**
 * What each step of reading brings and costs: reads the scans of a folder with more and more of them, in one thread, and
 * prints a table. {@code ReadingSteps DIR OUT [only this row]}; the truth lies beside the scans.
 */
public final class ReadingSteps {
    /** @param steps none: the bare engine */
    private record Setting(@Nullable CleaningSteps steps, boolean secondLook) {}

    private static final Map<String, Setting> SETTINGS = new LinkedHashMap<>();

    static {
        SETTINGS.put("Tesseract alone", new Setting(null, false));
        SETTINGS.put("way up, order, scribbles, formulas", new Setting(CleaningSteps.NONE, false));
        SETTINGS.put("+ white paper, straight", new Setting(new CleaningSteps(true, true, false, false, false), false));
        SETTINGS.put("+ ruling lines", new Setting(new CleaningSteps(true, true, false, false, true), false));
        SETTINGS.put("+ seals", new Setting(new CleaningSteps(true, true, true, false, true), false));
        SETTINGS.put("+ leaders", new Setting(CleaningSteps.PAPER, false));
        SETTINGS.put("+ second look", new Setting(CleaningSteps.PAPER, true));
    }

    private ReadingSteps() {}

    public static void main(String... arguments) throws IOException {
        Path scans = Path.of(arguments[0]);
        Path out = Path.of(arguments[1]);
        PackedEngine.prefer();
        System.out.println("| step | CER % | WER % | precision % | CER in order % | CPU ms a page |");
        System.out.println("|---|---|---|---|---|---|");
        for (Map.Entry<String, Setting> setting : SETTINGS.entrySet()) {
            if (arguments.length < 3 || setting.getKey().contains(arguments[2])) {
                row(setting.getKey(), setting.getValue(), scans, out);
            }
        }
    }

    private static void row(String name, Setting setting, Path scans, Path out) throws IOException {
        Path folder = Files.createDirectories(out.resolve(name.replaceAll("\\W+", "-")));
        Path results = folder.resolve("results.jsonl");
        List<Path> files;
        try (Stream<Path> all = Files.list(scans)) {
            files = all.filter(file -> !file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        int pages = 0;
        long spent = 0;
        List<String> lines = new ArrayList<>();
        try (Engines engines = Engines.open(setting)) {
            for (Path file : files) {
                Optional<SourceFormat> format = SourceFormat.sniff(file);
                if (format.isPresent()) {
                    ObjectNode line = JsonMapper.shared().createObjectNode();
                    line.put("source", file.getFileName().toString());
                    line.put("state", "IN_REVIEW");
                    line.putArray("documents");
                    ArrayNode nodes = line.putArray("pages");
                    try (SourceFile source = SourceFile.open(file, format.get(), Budgets.DEFAULT)) {
                        for (int i = 0; i < source.pages(); i++) {
                            PageImage image = source.cut(i, folder).image();
                            long start = cpu();
                            page(nodes.addObject().put("index", i), image, engines);
                            spent += cpu() - start;
                            pages++;
                            Files.delete(image.file());
                        }
                    }
                    lines.add(line.toString());
                }
            }
        }
        Files.write(results, lines);
        Map<String, Double> figures = Accuracy.figures(scans, results);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.2f | %.0f |%n",
                name,
                100 * figures.getOrDefault("CER", 0.0),
                100 * figures.getOrDefault("WER", 0.0),
                100 * figures.getOrDefault("WORD_PRECISION", 0.0),
                100 * figures.getOrDefault("CER_IN_ORDER", 0.0),
                spent / 1e6 / Math.max(1, pages));
    }

    private static void page(ObjectNode node, PageImage image, Engines engines) {
        BufferedImage gray = Pixels.gray(image.file(), Budgets.DEFAULT);
        boolean blank = Ink.of(gray, image.dpi()).blank();
        PageText text = blank
                ? new PageText(gray.getWidth(), gray.getHeight(), image.dpi(), PageText.Source.OCR, List.of())
                : engines.read(Plane.of(gray, image.dpi()));
        boolean separator = CoverSheet.on(text.barcodes(), text.letters()).isPresent();
        node.put("kind", blank ? "blank" : separator ? "separator" : "document");
        node.put("rotation", text.pose().turn());
        node.put("text", text.text());
        ArrayNode codes = node.putArray("barcodes");
        text.barcodes().forEach(code -> codes.addObject().put("value", code.value()));
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private record Engines(
            Setting setting, Tesseract tesseract, @Nullable PageReader reader) implements AutoCloseable {
        static Engines open(Setting setting) {
            Tesseract tesseract = engine(RecognizerSettings.LANGUAGE);
            if (setting.steps() == null) {
                return new Engines(setting, tesseract, null);
            }
            SecondLook second = setting.secondLook() ? new SecondLook(engine("Vietnamese")) : null;
            Orientation orientation = Orientation.open(folder(Orientation.LANGUAGE));
            return new Engines(
                    setting,
                    tesseract,
                    new PageReader(
                            tesseract,
                            orientation,
                            second,
                            setting.secondLook()
                                    ? new Latin(() -> Optional.of(engine(Latin.LANGUAGE)))
                                    : Latin.none()));
        }

        private static Tesseract engine(String language) {
            return Tesseract.open(folder(language), language);
        }

        private static Path folder(String language) {
            return TessData.folder(language, System.getenv()).orElseThrow();
        }

        PageText read(Plane page) {
            CleaningSteps steps = setting.steps();
            if (reader == null || steps == null) {
                return new PageText(
                        page.width(),
                        page.height(),
                        page.dpi(),
                        PageText.Source.OCR,
                        tesseract.read(page, Tesseract.Layout.PAGE));
            }
            return reader.read(page, false, steps);
        }

        @Override
        public void close() {
            if (reader == null) {
                tesseract.close();
            } else {
                reader.close();
            }
        }
    }
}
