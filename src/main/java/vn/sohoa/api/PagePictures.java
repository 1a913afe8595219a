package vn.sohoa.api;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.sohoa.scan.PageView;
import vn.sohoa.storage.Bucket;
import vn.sohoa.storage.ObjectStore;

/** Pages as pictures to look at. */
@Component
class PagePictures {
    private static final int LARGEST = 32 << 20;

    private final ObjectStore store;

    PagePictures(ObjectStore store) {
        this.store = store;
    }

    /** The page as it is shown to people; nothing is there before it has been read. */
    ResponseEntity<byte[]> of(PageView page) {
        if (page.resultKey().isEmpty()) {
            throw Problem.notFound();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .body(store.bytes(Bucket.PAGES, page.resultKey() + "/view.jpg", LARGEST));
    }
}
