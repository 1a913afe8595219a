package vn.sohoa.imaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/**
 * An opened scan, cut page by page, one page in memory at a time. For one thread. A page that cannot be cut does not
 * spoil the others.
 */
public abstract sealed class SourceFile implements AutoCloseable permits PdfSource, TiffSource, SingleImage {
    private final int pages;

    SourceFile(int pages) {
        this.pages = pages;
    }

    /**
     * @throws Failure.BadInput the file as a whole is broken, encrypted, empty or beyond the budgets
     */
    public static SourceFile open(Path file, SourceFormat format, Budgets budgets) {
        Codecs.ready();
        long size = sizeOf(file);
        if (size == 0) {
            throw new Failure.BadInput(Reason.of(ReasonCode.EMPTY_FILE));
        }
        budgets.checkBytes(size);
        return switch (format) {
            case PDF -> PdfSource.of(file, budgets);
            case TIFF -> TiffSource.of(file, budgets);
            case JPEG, PNG, BMP -> SingleImage.of(file, format, budgets);
        };
    }

    /** How many pages, at least one. */
    public final int pages() {
        return pages;
    }

    /** What it holds besides its pages. */
    public Set<SourceNote> notes() {
        return Set.of();
    }

    /**
     * Cuts one page into the folder. The image is the page as a viewer shows it: a rotation that the file asks for
     * (PDF {@code /Rotate}, EXIF and TIFF orientation) has been carried out, so that boxes and rotation count from what
     * a person sees. Bytes are kept as they are wherever nothing had to be turned.
     *
     * @param index from 0
     * @throws Failure.BadInput this page cannot be read
     */
    public final PageCut cut(int index, Path folder) {
        if (index < 0 || index >= pages) {
            throw new IndexOutOfBoundsException("page " + index + " of " + pages);
        }
        return Edge.page("page " + (index + 1), () -> cutPage(index, new PageFile(folder, index)));
    }

    abstract PageCut cutPage(int index, PageFile target) throws IOException;

    @Override
    public abstract void close();

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
