package vn.sohoa.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.sohoa.common.Ids;
import vn.sohoa.scan.DocumentFile;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.ScanView;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.Subject;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/**
 * The bytes of page images, originals and documents. Only an image of ours is shown in the browser; everything else is
 * saved, under a name of ours, because a scanner's file may be anything.
 */
@Controller
class FileController {
    private static final String UNKNOWN_BYTES = "application/octet-stream";
    private static final Set<String> FORMATS = Set.of("PDF", "TIFF", "JPEG", "PNG", "BMP");

    private final Scans scans;
    private final Sheets sheets;
    private final ObjectStore store;
    private final Disclosure disclosure;

    FileController(Scans scans, Sheets sheets, ObjectStore store, Disclosure disclosure) {
        this.scans = scans;
        this.sheets = sheets;
        this.store = store;
        this.disclosure = disclosure;
    }

    @GetMapping("/pages/{id}/image")
    void image(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        PageView page = scans.page(id).orElseThrow(FileController::missing);
        Sheets.Image image = sheets.image(page).orElseThrow(FileController::missing);
        try (InputStream bytes = sheets.open(image)) {
            disclosure.of(Disclosure.Act.PAGE_VIEWED, sheets.unitOf(page), Subject.PAGE, id);
            send(bytes, image.mediaType(), response);
        }
    }

    @GetMapping("/scans/{id}/original")
    void original(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        ScanView scan = scans.scan(id).orElseThrow(FileController::missing);
        if (scan.objectKey().isEmpty()) {
            throw missing();
        }
        try (InputStream bytes = store.open(Bucket.ORIGINALS, scan.objectKey())) {
            disclosure.of(Disclosure.Act.ORIGINAL_DOWNLOADED, scan.unitId(), Subject.SCAN, id);
            String extension =
                    FORMATS.contains(scan.format()) ? "." + scan.format().toLowerCase(Locale.ROOT) : "";
            save("scan-" + Ids.tail(id) + extension, response);
            send(bytes, UNKNOWN_BYTES, response);
        }
    }

    /** @param archival whether the PDF/A is wanted that stands beside somebody's own PDF */
    @GetMapping("/documents/{id}/file")
    void document(
            @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean archival, HttpServletResponse response)
            throws IOException {
        DocumentView document = scans.document(id).orElseThrow(FileController::missing);
        DocumentFile file = scans.file(id).orElseThrow(FileController::missing);
        String key =
                archival ? file.rendition().orElseThrow(FileController::missing).key() : file.key();
        UUID unit = scans.scan(document.scanId()).orElseThrow().unitId();
        try (InputStream bytes = store.open(Bucket.DOCUMENTS, key)) {
            disclosure.of(Disclosure.Act.DOCUMENT_DOWNLOADED, unit, Subject.DOCUMENT, id);
            save("document-" + Ids.tail(id) + (archival ? ".pdfa.pdf" : ".pdf"), response);
            send(bytes, "application/pdf", response);
        }
    }

    private static void save(String name, HttpServletResponse response) {
        ContentDisposition disposition =
                ContentDisposition.attachment().filename(name).build();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
    }

    private static void send(InputStream bytes, String mediaType, HttpServletResponse response) throws IOException {
        response.setContentType(mediaType);
        bytes.transferTo(response.getOutputStream());
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
