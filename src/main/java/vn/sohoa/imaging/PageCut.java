package vn.sohoa.imaging;

import java.nio.file.Path;
import java.util.Optional;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;

/**
 * One page cut out of a file.
 *
 * @param image the page as a viewer shows it
 * @param textLayer the words the page brings along, where they can be trusted; such a page needs no recognition
 * @param scan the picture as it was scanned, where the image had to be decoded or turned: a PDF of one page that is
 *     nothing but this picture, encoded as it came
 */
public record PageCut(PageImage image, Optional<PageText> textLayer, Optional<Path> scan) {
    static PageCut of(PageImage image) {
        return new PageCut(image, Optional.empty(), Optional.empty());
    }
}
