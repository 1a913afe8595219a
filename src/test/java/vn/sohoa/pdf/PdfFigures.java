package vn.sohoa.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.sohoa.ocr.Reading;
import vn.sohoa.ocr.RecognizerSettings;
import vn.sohoa.ocr.Recognizers;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Upright;

/**
 * Measures what docs/PDF.md says, by {@code infra/pdf-figures.sh}: every sample with the words that Tesseract reads on it,
 * and every odd input. Prints tables in Markdown.
 */
public final class PdfFigures implements AutoCloseable {
    private final Path folder;
    private final Recognizers recognizers = new Recognizers(RecognizerSettings.of(1));
    private final ArchiveCheck check = new ArchiveCheck(CheckSettings.of(1));
    private final List<Long> checks = new ArrayList<>();
    private int valid;
    private int made;
    private long sourceBytes;
    private long pdfBytes;
    private int largest;
    private int pages;

    private PdfFigures(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("pdf-figures");
        try (PdfFigures figures = new PdfFigures(folder)) {
            figures.samples();
            figures.odd();
            figures.checks();
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
        System.exit(0); // the recognizers' threads have nothing to end for
    }

    private void samples() throws Exception {
        say("| sample | pages | bytes | PDF/A | ratio | PDF/A-2u | words | found | offset | 95 % | edges |");
        say("|---|---|---|---|---|---|---|---|---|---|---|");
        List<Double> offsets = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(Samples.FOLDER)) {
            files = all.filter(file -> !file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            Rendition rendition = turned(Rendition.of(file, folder, (cut, page) -> read(cut.image())));
            WordPlaces places = WordPlaces.of(rendition.pdf(), rendition.pages());
            offsets.addAll(places.offsets());
            say(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %.3f | %s | %d | %d | %.2f | %.2f | %.2f |",
                    file.getFileName(),
                    rendition.pages().size(),
                    Files.size(file),
                    Files.size(rendition.pdf()),
                    rendition.ratio(),
                    judged(rendition),
                    places.words(),
                    places.found(),
                    places.median(),
                    places.worstOfTwenty(),
                    places.edge()));
        }
        offsets.sort(null);
        sum("samples");
        say(String.format(
                Locale.ROOT,
                "%d words; the median of their offsets is %.2f pixels at 300 dpi, 95 %% are within %.2f.",
                offsets.size(),
                offsets.get(offsets.size() / 2),
                offsets.get(offsets.size() * 95 / 100)));
    }

    private PageText read(vn.sohoa.page.PageImage image) {
        Reading reading = recognizers.read(image, folder.resolve("view.jpg"), folder.resolve("thumb.jpg"));
        return reading.text();
    }

    /** As the walk shows a page: upright by the direction of its lines. */
    private Rendition turned(Rendition rendition) throws IOException {
        List<PdfPage> upright = rendition.pages().stream()
                .map(page -> new PdfPage(
                        page.image(), page.text(), Upright.of(page.text()).turn(), page.scan()))
                .toList();
        Files.delete(rendition.pdf());
        SearchablePdf.write(upright, Samples.INFO, rendition.pdf());
        return new Rendition(rendition.source(), rendition.pdf(), upright);
    }

    private void odd() throws Exception {
        say("");
        say("| odd input | bytes | PDF/A | ratio | its pictures | PDF/A-2u |");
        say("|---|---|---|---|---|---|");
        for (String name : OddInputs.names()) {
            Rendition rendition = Rendition.of(OddInputs.bytes(name), folder);
            say(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %.3f | %s | %s |",
                    name,
                    Files.size(rendition.source()),
                    Files.size(rendition.pdf()),
                    rendition.ratio(),
                    rendition.filters(),
                    judged(rendition)));
        }
        sum("odd inputs");
    }

    private String judged(Rendition rendition) throws IOException {
        long begun = System.nanoTime();
        ArchiveCheck.Verdict verdict = check.of(rendition.pdf());
        checks.add((System.nanoTime() - begun) / 1_000_000);
        made++;
        pages += rendition.pages().size();
        valid += verdict.isOk() ? 1 : 0;
        sourceBytes += Files.size(rendition.source());
        pdfBytes += Files.size(rendition.pdf());
        largest += rendition.ratio() > 1.05 ? 1 : 0;
        return verdict.isOk() ? "yes" : verdict.outcome() + " " + verdict.detail();
    }

    private void sum(String of) {
        say("");
        say(String.format(
                Locale.ROOT,
                "All %s: %d of %d are PDF/A-2u; %d bytes became %d, a ratio of %.3f; %d alone are above 1.05.",
                of,
                valid,
                made,
                sourceBytes,
                pdfBytes,
                pdfBytes / (double) sourceBytes,
                largest));
        valid = 0;
        made = 0;
        sourceBytes = 0;
        pdfBytes = 0;
        largest = 0;
    }

    private void checks() {
        long processor = check.process()
                .flatMap(judge -> judge.info().totalCpuDuration())
                .map(java.time.Duration::toMillis)
                .orElse(0L);
        say("");
        say(String.format(
                Locale.ROOT,
                "The judge took %d ms for its first document, start included, and %d ms (median) for each other; in all %d"
                        + " ms of processor time for %d documents of %d pages.",
                checks.get(0),
                checks.stream().skip(1).sorted().toList().get(checks.size() / 2),
                processor,
                checks.size(),
                pages));
    }

    private static void say(String line) {
        System.out.println(line);
    }

    @Override
    public void close() {
        check.close();
        recognizers.close();
    }
}
