package vn.sohoa.recognition;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sohoa.barcode.CoverSheet;
import vn.sohoa.common.Reason;
import vn.sohoa.common.Step;
import vn.sohoa.imaging.PageCut;
import vn.sohoa.ocr.Alto;
import vn.sohoa.ocr.Reading;
import vn.sohoa.ocr.WordsJson;
import vn.sohoa.page.Look;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageKind;
import vn.sohoa.page.PageText;
import vn.sohoa.page.QualityBars;
import vn.sohoa.scan.ImageKey;
import vn.sohoa.scan.NewPage;
import vn.sohoa.scan.PageResult;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.ScanView;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/** Where page images and what was read from them are kept. Keys carry the attempt: a late writer overwrites nobody. */
final class PageStore {
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy/MM").withZone(ZoneOffset.UTC);

    private static final int MOST_WORDS = 64 << 20;

    private final ObjectStore store;

    PageStore(ObjectStore store) {
        this.store = store;
    }

    static String prefix(ScanView scan, int position, int attempt) {
        return "%s/%s/%s/%d/%d".formatted(scan.unit(), MONTH.format(scan.createdAt()), scan.id(), position, attempt);
    }

    /** The page with what was read on it; without words where it was not read. */
    SeenPage seen(PageView page) {
        if (page.resultKey().isEmpty()) {
            return new SeenPage(
                    page, new PageText(page.width(), page.height(), page.dpi(), PageText.Source.OCR, List.of()));
        }
        byte[] json = store.bytes(Bucket.PAGES, page.resultKey() + "/words.json", MOST_WORDS);
        return new SeenPage(page, WordsJson.read(new ByteArrayInputStream(json)));
    }

    /** A page is a cover sheet when its code says so. */
    static PageKind kind(PageText text) {
        return CoverSheet.on(text.barcodes(), text.letters()).isPresent() ? PageKind.SEPARATOR : PageKind.DOCUMENT;
    }

    /** The page's image; beside it the picture as it was scanned, where that is another. */
    NewPage.Image putImage(String prefix, PageCut cut) {
        PageImage image = cut.image();
        cut.scan().ifPresent(scan -> store.put(Bucket.PAGES, ImageKey.scan(prefix), scan, "application/pdf", Map.of()));
        String key = ImageKey.of(prefix, image.encoding(), cut.scan().isPresent());
        store.put(Bucket.PAGES, key, image.file(), image.encoding().mediaType(), Map.of());
        return new NewPage.Image(key, image.encoding().name(), image.width(), image.height(), image.dpi());
    }

    /** What became of a page; how its image looks where its pixels were seen, and what is wrong with the scan. */
    record Outcome(PageText text, PageKind kind, Optional<Look> look, List<Reason> flaws) {
        static Outcome of(PageText layer) {
            return new Outcome(layer, PageStore.kind(layer), Optional.empty(), List.of());
        }

        static Outcome of(Reading reading, QualityBars bars) {
            PageText text = reading.text();
            return reading.blank()
                    ? new Outcome(text, PageKind.BLANK, Optional.of(reading.look()), bars.flawsOfBlank(reading.look()))
                    : new Outcome(
                            text, PageStore.kind(text), Optional.of(reading.look()), bars.flaws(text, reading.look()));
        }
    }

    PageResult putResult(String prefix, Outcome outcome, Path view, Path thumbnail, String label) {
        PageText text = outcome.text();
        put(prefix + "/words.json", WordsJson.write(text, outcome.look()), "application/json");
        Step.PAGE_WORDS_STORED.reached();
        ByteArrayOutputStream alto = new ByteArrayOutputStream();
        Alto.write(List.of(text), label, alto);
        put(prefix + "/alto.xml", alto.toByteArray(), "application/xml");
        Step.PAGE_ALTO_STORED.reached();
        putIfMade(prefix + "/view.jpg", view);
        Step.PAGE_VIEW_STORED.reached();
        putIfMade(prefix + "/thumb.jpg", thumbnail);
        return new PageResult(
                outcome.kind(), text.source(), prefix, (float) text.confidence(), text.letters(), outcome.flaws());
    }

    private void put(String key, byte[] bytes, String mediaType) {
        store.put(Bucket.PAGES, key, bytes, mediaType, Map.of());
    }

    private void putIfMade(String key, Path file) {
        if (Files.exists(file)) {
            store.put(Bucket.PAGES, key, file, "image/jpeg", Map.of());
        }
    }
}
