package vn.sohoa.page;

import java.nio.file.Path;

/**
 * The image of one page in a file of its own, still encoded.
 *
 * @param file holds exactly this one image
 * @param width in pixels, read from the header
 * @param height in pixels, read from the header
 * @param dpi pixels an inch, as the source says, or reckoned from the page size; 1 to 9600
 */
public record PageImage(Path file, Encoding encoding, int width, int height, int dpi) {
    /** How the image's bytes are encoded. {@code TIFF} is one page, one strip, CCITT group 4, black on white. */
    public enum Encoding {
        JPEG("image/jpeg", "jpg"),
        PNG("image/png", "png"),
        TIFF("image/tiff", "tif");

        private final String mediaType;
        private final String extension;

        Encoding(String mediaType, String extension) {
            this.mediaType = mediaType;
            this.extension = extension;
        }

        public String mediaType() {
            return mediaType;
        }

        public String extension() {
            return extension;
        }
    }

    public long pixels() {
        return (long) width * height;
    }
}
