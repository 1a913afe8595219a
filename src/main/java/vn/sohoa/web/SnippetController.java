package vn.sohoa.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import vn.sohoa.common.WorkFolder;
import vn.sohoa.common.Workplace;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.imaging.Pixels;
import vn.sohoa.organization.Person;
import vn.sohoa.page.Box;
import vn.sohoa.scan.Desk;
import vn.sohoa.scan.DocumentView;
import vn.sohoa.scan.FieldView;
import vn.sohoa.scan.Fields;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.Scans;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/**
 * Small pictures for the review desk: the piece of a page that a value was read from, and pages as thumbnails. Shown to
 * whoever has the document on the desk, which was written down when they opened it.
 */
@Controller
class SnippetController {
    private static final int THUMBNAIL_SIDE = 240;
    /** Around a value, in parts of its height: what is written above and below tells an accent from a spot. */
    private static final double MARGIN = 0.45;

    private final Scans scans;
    private final Fields fields;
    private final Desk desk;
    private final Sheets sheets;
    private final ObjectStore store;
    private final Workplace workplace;
    private final Budgets budgets;

    SnippetController(
            Scans scans,
            Fields fields,
            Desk desk,
            Sheets sheets,
            ObjectStore store,
            Workplace workplace,
            Budgets budgets) {
        this.scans = scans;
        this.fields = fields;
        this.desk = desk;
        this.sheets = sheets;
        this.store = store;
        this.workplace = workplace;
        this.budgets = budgets;
    }

    @GetMapping("/review/{id}/fields/{code}/snippet")
    ResponseEntity<byte[]> snippet(
            @PathVariable UUID id, @PathVariable String code, @AuthenticationPrincipal Person person) {
        onDesk(id, person);
        FieldView field = fields.of(id).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(SnippetController::missing);
        PageView page = field.found().page().flatMap(scans::page).orElseThrow(SnippetController::missing);
        Box box = field.found().box().orElseThrow(SnippetController::missing);
        return picture(cut(page, wider(box, page)));
    }

    @GetMapping("/review/{id}/pages/{pageId}/thumb")
    ResponseEntity<byte[]> thumbnail(
            @PathVariable UUID id, @PathVariable UUID pageId, @AuthenticationPrincipal Person person) {
        DocumentView document = onDesk(id, person);
        PageView page = scans.page(pageId)
                .filter(one -> document.pages().contains(one.id()))
                .orElseThrow(SnippetController::missing);
        String key = page.resultKey() + "/thumb.jpg";
        if (!page.resultKey().isEmpty() && store.stat(Bucket.PAGES, key).isPresent()) {
            return picture(store.bytes(Bucket.PAGES, key, 1 << 20));
        }
        return picture(withImage(page, (image, target) -> Pixels.view(image, target, THUMBNAIL_SIDE, budgets)));
    }

    private DocumentView onDesk(UUID id, Person person) {
        DocumentView document = scans.document(id).orElseThrow(SnippetController::missing);
        desk.holder(id).filter(holder -> holder.account().equals(person.id())).orElseThrow(SnippetController::missing);
        return document;
    }

    private byte[] cut(PageView page, Box box) {
        return withImage(
                page,
                (image, target) ->
                        Pixels.snippet(image, target, box, page.width(), page.height(), page.turn(), budgets));
    }

    private static Box wider(Box box, PageView page) {
        int margin = (int) Math.round(Math.min(box.width(), box.height()) * MARGIN);
        int x = Math.max(0, box.x() - margin);
        int y = Math.max(0, box.y() - margin);
        return new Box(
                x,
                y,
                Math.min(page.width(), box.right() + margin) - x,
                Math.min(page.height(), box.bottom() + margin) - y);
    }

    /** Makes a picture from another. */
    private interface Making {
        void make(Path image, Path target);
    }

    /** From the view that was made for the screen where there is one: it is small. */
    private byte[] withImage(PageView page, Making making) {
        Sheets.Image image = sheets.image(page).orElseThrow(SnippetController::missing);
        try (WorkFolder folder = WorkFolder.in(workplace.folder())) {
            Path whole = folder.file("page." + image.encoding().extension());
            Path target = folder.file("part.jpg");
            store.fetch(Bucket.PAGES, image.key(), whole);
            making.make(whole, target);
            return Files.readAllBytes(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ResponseEntity<byte[]> picture(byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(bytes);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
