package vn.sohoa.imaging;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Whether a file's structure is complete, or a scanner may still be writing it. Says nothing about whether the content
 * can be read: a file that is complete but broken is whole, and {@link SourceFile#open} refuses it.
 */
public sealed interface Wholeness {
    /** Everything the format promises is there. */
    record Whole() implements Wholeness {}

    /**
     * Something is still missing.
     *
     * @param detail what, in English, without anything from the paper
     */
    record Incomplete(String detail) implements Wholeness {}

    default boolean isWhole() {
        return this instanceof Whole;
    }

    /** Looks at the structure only, in constant memory; at most one pass over the file. */
    static Wholeness of(Path file, SourceFormat format) {
        try (Bytes bytes = Bytes.of(file)) {
            String missing =
                    switch (format) {
                        case PDF -> PdfTail.missing(bytes);
                        case TIFF -> TiffExtent.missing(bytes);
                        case JPEG -> JpegMarkers.missing(bytes);
                        case PNG -> PngChunks.missing(bytes);
                        case BMP -> BmpHeader.missing(bytes);
                    };
            return missing.isEmpty() ? new Whole() : new Incomplete(missing);
        } catch (EOFException e) {
            return new Incomplete("the file ends too early");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
