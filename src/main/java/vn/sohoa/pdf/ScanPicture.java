package vn.sohoa.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;
import vn.sohoa.imaging.PlainPicture;

/**
 * A page's picture as it was scanned, where PDF/A-2 takes it so (ISO 19005-2, 6.2.8): every encoding but LZW, with
 * colours that mean the same everywhere.
 */
final class ScanPicture {
    private static final COSName PICTURE = COSName.getPDFName("Im");
    private static final Pattern CONTENT = Pattern.compile("(-?[01](?: -?[01]){5}) cm /Im Do");
    private static final int MOST_OPERATORS = 200;
    private static final Set<COSName> ALLOWED = Set.of(
            COSName.DCT_DECODE,
            COSName.CCITTFAX_DECODE,
            COSName.JBIG2_DECODE,
            COSName.JPX_DECODE,
            COSName.FLATE_DECODE);
    private static final Set<Integer> DEPTHS = Set.of(1, 2, 4, 8, 16);

    private ScanPicture() {}

    /** @param file a page that is nothing but the picture, as {@code imaging} leaves it */
    static Optional<PlacedImage> of(Path file, PDDocument document, Colours colours) throws IOException {
        try (PDDocument scan = Loader.loadPDF(file.toFile())) {
            PDPage page = scan.getPage(0);
            Matcher content = CONTENT.matcher(operators(page));
            COSBase found = page.getResources().getXObject(PICTURE).getCOSObject();
            if (!content.matches() || !(found instanceof COSStream stream)) {
                return Optional.empty();
            }
            Optional<COSStream> copy = PlainPicture.copy(stream, document).filter(picture -> allowed(picture, colours));
            return copy.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new PlacedImage(new PDImageXObject(new PDStream(copy.get()), null), content.group(1)));
        }
    }

    private static String operators(PDPage page) throws IOException {
        try (InputStream in = page.getContents()) {
            return new String(in.readNBytes(MOST_OPERATORS), StandardCharsets.US_ASCII).strip();
        }
    }

    /** Makes its colours ones of the archive; false where it has to be decoded instead. */
    private static boolean allowed(COSStream picture, Colours colours) {
        COSName filter = picture.getCOSName(COSName.FILTER);
        if (filter == null
                || !ALLOWED.contains(filter)
                || !DEPTHS.contains(picture.getInt(COSName.BITS_PER_COMPONENT))) {
            return false;
        }
        try {
            Optional<Colours.Space> space = colours.archival(said(picture, filter));
            space.ifPresent(found -> picture.setItem(COSName.COLORSPACE, found.object()));
            return space.isPresent() && allowed(picture, filter, space.get().components());
        } catch (IOException e) {
            return false;
        }
    }

    private static @Nullable COSBase said(COSStream picture, COSName filter) throws IOException {
        COSBase space = picture.getDictionaryObject(COSName.COLORSPACE);
        if (space != null || !COSName.JPX_DECODE.equals(filter)) {
            return space;
        }
        try (InputStream jpx = picture.createRawInputStream()) {
            return JpxHeader.of(jpx).flatMap(JpxHeader::ownColours).orElse(null);
        }
    }

    private static boolean allowed(COSStream picture, COSName filter, int components) throws IOException {
        if (COSName.DCT_DECODE.equals(filter)) {
            try (InputStream jpeg = picture.createRawInputStream()) {
                Optional<JpegHeader> header = JpegHeader.of(jpeg);
                return header.filter(JpegHeader::passes)
                        .filter(h -> h.components() == components)
                        .filter(h -> h.width() == picture.getInt(COSName.WIDTH))
                        .filter(h -> h.height() == picture.getInt(COSName.HEIGHT))
                        .isPresent();
            }
        }
        if (COSName.JPX_DECODE.equals(filter)) {
            try (InputStream jpx = picture.createRawInputStream()) {
                return JpxHeader.of(jpx).filter(h -> h.passes(components)).isPresent();
            }
        }
        return true;
    }
}
