package vn.sohoa.keying;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sohoa.common.WorkFolder;
import vn.sohoa.ocr.WordsJson;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;
import vn.sohoa.pdf.DocumentInfo;
import vn.sohoa.pdf.PdfPage;
import vn.sohoa.pdf.SearchablePdf;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.ScanView;
import vn.sohoa.scan.Scans;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/** A page as a PDF of its own: the stored one where the page is a whole document, else made from its image. */
final class PagePdfs {
    private static final int MOST_WORDS = 64 << 20;

    private final Scans scans;
    private final ObjectStore store;

    PagePdfs(Scans scans, ObjectStore store) {
        this.scans = scans;
        this.store = store;
    }

    Path of(UUID id, WorkFolder folder) {
        PageView page = scans.page(id).orElseThrow();
        Path target = folder.file("page-" + id + ".pdf");
        Optional<DocumentView> stored = scans.documents(page.scanId()).stream()
                .filter(document -> document.pages().equals(List.of(id)))
                .filter(document -> !document.objectKey().isEmpty())
                .findFirst();
        if (stored.isPresent()) {
            store.fetch(Bucket.DOCUMENTS, stored.get().objectKey(), target);
        } else {
            make(page, target, folder);
        }
        return target;
    }

    private void make(PageView page, Path target, WorkFolder folder) {
        ScanView scan = scans.scan(page.scanId()).orElseThrow();
        PageImage.Encoding encoding = PageImage.Encoding.valueOf(page.encoding());
        Path file = folder.file("page-" + page.id() + "." + encoding.extension());
        store.fetch(Bucket.PAGES, page.imageKey(), file);
        PageImage image = new PageImage(file, encoding, page.width(), page.height(), page.dpi());
        try {
            SearchablePdf.write(
                    List.of(new PdfPage(image, words(page, image), 0)),
                    new DocumentInfo("sohoa " + page.id(), scan.createdAt()),
                    target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PageText words(PageView page, PageImage image) {
        if (page.resultKey().isEmpty()) {
            return new PageText(image.width(), image.height(), image.dpi(), PageText.Source.OCR, List.of());
        }
        byte[] json = store.bytes(Bucket.PAGES, page.resultKey() + "/words.json", MOST_WORDS);
        return WordsJson.read(new ByteArrayInputStream(json));
    }
}
