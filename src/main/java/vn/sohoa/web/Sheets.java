package vn.sohoa.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sohoa.common.WorkFolder;
import vn.sohoa.common.Workplace;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.imaging.Pixels;
import vn.sohoa.ocr.WordsJson;
import vn.sohoa.page.Block;
import vn.sohoa.page.PageImage.Encoding;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.Scans;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/** A page's image and text, as far as there are any and a browser can show them. */
@Component
class Sheets {
    private static final int MOST_WORDS = 64 << 20;
    private static final int VIEW_SIDE = 1_600;

    private final ObjectStore store;
    private final Scans scans;
    private final Workplace workplace;
    private final Budgets budgets;

    Sheets(ObjectStore store, Scans scans, Workplace workplace, Budgets budgets) {
        this.store = store;
        this.scans = scans;
        this.workplace = workplace;
        this.budgets = budgets;
    }

    /** An image in {@code sohoa-pages}. */
    record Image(String key, Encoding encoding) {
        /** As it is sent to a browser; none of them shows a TIFF. */
        String mediaType() {
            return encoding == Encoding.TIFF ? Encoding.JPEG.mediaType() : encoding.mediaType();
        }
    }

    /** The view made when the page was read; before that, and when it could not be read, the image as scanned. */
    Optional<Image> image(PageView page) {
        if (!page.resultKey().isEmpty()) {
            String view = page.resultKey() + "/view.jpg";
            if (store.stat(Bucket.PAGES, view).isPresent()) {
                return Optional.of(new Image(view, Encoding.JPEG));
            }
        }
        return page.encoding().isEmpty()
                ? Optional.empty()
                : Optional.of(new Image(page.imageKey(), Encoding.valueOf(page.encoding())));
    }

    /** The bytes for the browser. */
    InputStream open(Image image) {
        return image.encoding() == Encoding.TIFF
                ? new ByteArrayInputStream(viewOf(image))
                : store.open(Bucket.PAGES, image.key());
    }

    /** Pages that could not be read are the ones that a person must see. One is decoded at a time: it takes memory. */
    private synchronized byte[] viewOf(Image image) {
        try (WorkFolder folder = WorkFolder.in(workplace.folder())) {
            Path scanned = folder.file("page." + image.encoding().extension());
            Path view = folder.file("view.jpg");
            store.fetch(Bucket.PAGES, image.key(), scanned);
            Pixels.view(scanned, view, VIEW_SIDE, budgets);
            return Files.readAllBytes(view);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was read, in reading order; nothing until the page is read. */
    List<Block> text(PageView page) {
        if (page.resultKey().isEmpty()) {
            return List.of();
        }
        byte[] words = store.bytes(Bucket.PAGES, page.resultKey() + "/words.json", MOST_WORDS);
        return WordsJson.read(new ByteArrayInputStream(words)).blocks();
    }

    UUID unitOf(PageView page) {
        return scans.scan(page.scanId()).orElseThrow().unitId();
    }
}
