package vn.sohoa.filing;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.sohoa.common.WorkFolder;
import vn.sohoa.ocr.WordsJson;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;
import vn.sohoa.pdf.PdfPage;
import vn.sohoa.scan.ImageKey;
import vn.sohoa.scan.PageView;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/** Fetches pages with what was read on them. */
final class DocumentPages {
    private static final int FULL_TURN = 360;
    private static final int MOST_WORDS = 64 << 20;

    private final ObjectStore store;
    private final WorkFolder folder;

    DocumentPages(ObjectStore store, WorkFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    PdfPage page(PageView page) {
        PageImage.Encoding encoding = PageImage.Encoding.valueOf(page.encoding());
        Path file = folder.file(page.position() + "." + encoding.extension());
        store.fetch(Bucket.PAGES, page.imageKey(), file);
        PageImage image = new PageImage(file, encoding, page.width(), page.height(), page.dpi());
        PageText words = words(page, image);
        return new PdfPage(image, words, rotation(page, words), scan(page));
    }

    /** A person's word goes before what was seen when it was read. */
    private static int rotation(PageView page, PageText words) {
        return page.turn() == 0 ? words.pose().turn() : Math.floorMod(-page.turn(), FULL_TURN);
    }

    private Optional<Path> scan(PageView page) {
        Path file = folder.file(page.position() + ".scan.pdf");
        Optional<String> key = ImageKey.scanOf(page.imageKey());
        key.ifPresent(there -> store.fetch(Bucket.PAGES, there, file));
        return key.map(there -> file);
    }

    private PageText words(PageView page, PageImage image) {
        if (page.resultKey().isEmpty()) {
            return new PageText(image.width(), image.height(), image.dpi(), PageText.Source.OCR, List.of());
        }
        byte[] json = store.bytes(Bucket.PAGES, page.resultKey() + "/words.json", MOST_WORDS);
        return WordsJson.read(new ByteArrayInputStream(json));
    }
}
