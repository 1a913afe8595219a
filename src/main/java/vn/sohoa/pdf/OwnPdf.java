package vn.sohoa.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.imaging.PdfLoad;

/**
 * What a PDF that somebody else made is, as far as it decides whether its own bytes are kept.
 *
 * @param signed whether it carries a digital signature, which any change would break
 * @param acts whether something in it acts when it is opened or clicked (scripts, launches, forms that send), or it
 *     carries other files
 */
public record OwnPdf(boolean signed, boolean acts) {
    private static final Logger log = LoggerFactory.getLogger(OwnPdf.class);
    private static final byte[] SIGNED_RANGE = "/ByteRange".getBytes(StandardCharsets.US_ASCII);
    private static final int RANGE = 4;
    private static final int WINDOW = 1 << 16;

    /** A file that cannot be told is taken for one that acts. */
    public static OwnPdf of(Path file, Budgets budgets) throws IOException {
        try (PDDocument document = PdfLoad.of(file, budgets)) {
            return new OwnPdf(
                    isSigned(document), Acting.in(document.getDocumentCatalog().getCOSObject()));
        } catch (RuntimeException | StackOverflowError e) {
            return untold(e);
        } catch (IOException e) {
            if (!Files.isReadable(file)) {
                throw e;
            }
            return untold(e);
        }
    }

    private static OwnPdf untold(Throwable e) {
        log.warn("A PDF's own parts cannot be told ({})", e.getClass().getSimpleName());
        return new OwnPdf(false, true);
    }

    /**
     * Whether the file may be signed, without parsing it: a signature says in plain letters which bytes it is of, since
     * they have to be known before the file is complete.
     */
    public static boolean mayBeSigned(Path file) throws IOException {
        byte[] window = new byte[WINDOW + SIGNED_RANGE.length];
        int kept = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(window, kept, WINDOW); read > 0; read = in.read(window, kept, WINDOW)) {
                int filled = kept + read;
                if (holds(window, filled)) {
                    return true;
                }
                kept = Math.min(filled, SIGNED_RANGE.length - 1);
                System.arraycopy(window, filled - kept, window, 0, kept);
            }
        }
        return false;
    }

    private static boolean holds(byte[] window, int filled) {
        int length = SIGNED_RANGE.length;
        for (int i = 0; i <= filled - length; i++) {
            if (window[i] == SIGNED_RANGE[0] && Arrays.equals(window, i, i + length, SIGNED_RANGE, 0, length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSigned(PDDocument document) {
        for (PDSignature signature : document.getSignatureDictionaries()) {
            COSDictionary dictionary = signature.getCOSObject();
            COSArray range = dictionary.getCOSArray(COSName.BYTERANGE);
            if (range != null && range.size() >= RANGE && dictionary.containsKey(COSName.CONTENTS)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Writes some of its pages into a file of their own: what is drawn stays as it is, not decoded and not encoded anew;
     * what acts, what leads elsewhere and what belongs to the whole does not come along.
     *
     * @param pages their places in the source, from 0
     * @param ofSource how many pages the source is known to have
     * @return false where that cannot be done; then there is no target
     */
    public static boolean cut(Path source, List<Integer> pages, int ofSource, Path target, Budgets budgets)
            throws IOException {
        try (PDDocument from = PdfLoad.of(source, budgets);
                PDDocument to = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            if (from.isEncrypted() || from.getNumberOfPages() != ofSource) {
                return false;
            }
            OwnPages.copy(from, pages, to);
            to.setDocumentId(31L * Files.size(source) + pages.hashCode()); // the same source makes the same bytes
            to.save(target.toFile());
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("A PDF's own pages cannot be cut out ({})", e.getClass().getSimpleName());
            Files.deleteIfExists(target);
            return false;
        }
        if (of(target, budgets).acts()) {
            Files.deleteIfExists(target);
            return false;
        }
        return true;
    }
}
