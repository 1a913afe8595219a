package vn.sohoa.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sohoa.organization.Person;
import vn.sohoa.scan.PageView;
import vn.sohoa.scan.ScanView;
import vn.sohoa.scan.Scans;

/** Pages as pictures. */
@RestController
@RequestMapping("/api/v1/pages")
@Tag(name = "pages", description = "Hình của trang")
class PageApi {
    private final Scans scans;
    private final PagePictures pictures;
    private final Reads reads;

    PageApi(Scans scans, PagePictures pictures, Reads reads) {
        this.scans = scans;
        this.pictures = pictures;
        this.reads = reads;
    }

    @GetMapping(path = "/{id}/image", produces = MediaType.IMAGE_JPEG_VALUE)
    @Operation(summary = "A page as a picture: personal data, so a purpose is needed")
    ResponseEntity<byte[]> image(@PathVariable UUID id, @AuthenticationPrincipal Person who, Purpose purpose) {
        PageView page = scans.page(id).orElseThrow(Problem::notFound);
        ScanView scan = scans.scan(page.scanId()).orElseThrow(Problem::notFound);
        ResponseEntity<byte[]> picture = pictures.of(page);
        reads.of(who, purpose, scan.unitId(), "PAGE_VIEWED", "PAGE", id);
        return picture;
    }
}
