package vn.sohoa.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import vn.sohoa.scan.PageView;

/** A page of a book for somebody who works on it; the purpose is the book. */
final class BookPictures {
    private BookPictures() {}

    static void send(
            Sheets sheets, Disclosure disclosure, PageView page, UUID unit, String key, HttpServletResponse response)
            throws IOException {
        Sheets.Image image = sheets.image(page).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try (InputStream bytes = sheets.open(image)) {
            disclosure.of(Disclosure.Act.PAGE_VIEWED, unit, "PAGE", page.id(), key);
            response.setContentType(image.mediaType());
            bytes.transferTo(response.getOutputStream());
        }
    }
}
