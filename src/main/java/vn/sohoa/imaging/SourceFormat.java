package vn.sohoa.imaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** The formats a scan may come in, told by content and never by file name. */
public enum SourceFormat {
    PDF("application/pdf"),
    TIFF("image/tiff"),
    JPEG("image/jpeg"),
    PNG("image/png"),
    BMP("image/bmp");

    /** A PDF's header may stand this far into the file (ISO 32000-1, annex H.3, note 13). */
    private static final int PDF_HEADER_WINDOW = 1024;

    private static final int BMP_HEADERS = 26;

    private final String mediaType;

    SourceFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * Looks at the first kilobyte. BigTIFF is not recognized: nothing below the byte budget needs it, and no scanner
     * writes it.
     */
    public static Optional<SourceFormat> sniff(Path file) {
        try (Bytes bytes = Bytes.of(file)) {
            return sniff(bytes.head(PDF_HEADER_WINDOW));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<SourceFormat> sniff(byte[] head) {
        if (Bytes.startsWith(head, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (Bytes.startsWith(head, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of(PNG);
        }
        if (Bytes.startsWith(head, 'I', 'I', 42, 0) || Bytes.startsWith(head, 'M', 'M', 0, 42)) {
            return Optional.of(TIFF);
        }
        if (Bytes.startsWith(head, 'B', 'M') && head.length >= BMP_HEADERS && bmpHeader(head)) {
            return Optional.of(BMP);
        }
        return Bytes.indexOf(head, "%PDF-", 0) >= 0 ? Optional.of(PDF) : Optional.empty();
    }

    /** "BM" alone is too weak a sign: the second header's size has to be one that exists. */
    private static boolean bmpHeader(byte[] head) {
        return switch (head[14]) {
            case 12, 16, 40, 52, 56, 64, 108, 124 -> head[15] == 0 && head[16] == 0 && head[17] == 0;
            default -> false;
        };
    }
}
