package vn.sohoa.imaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * The picture of a page as it was scanned, where the page image had to be decoded or turned for it: a PDF of one page
 * and one picture, encoded as it came, which lies there as it is shown. The searchable PDF is made of it.
 */
final class ScanFile {
    /** What every reader of PDF/A decodes, and nobody encodes better without loss. */
    private static final Set<COSName> KEPT =
            Set.of(COSName.DCT_DECODE, COSName.JPX_DECODE, COSName.JBIG2_DECODE, COSName.CCITTFAX_DECODE);

    private static final COSName PICTURE = COSName.getPDFName("Im");

    private ScanFile() {}

    /**
     * @param shown the page image that was made of the picture
     * @return nothing where the page image serves as well
     */
    static Optional<Path> of(COSStream picture, Turn turn, Path shown, Path target) throws IOException {
        COSName filter = PdfPictures.lastFilter(picture);
        boolean smaller = COSName.FLATE_DECODE.equals(filter) && picture.getLength() < Files.size(shown);
        if (!KEPT.contains(filter) && !smaller) {
            return Optional.empty();
        }
        try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            Optional<COSStream> copy = PlainPicture.copy(picture, document);
            if (copy.isPresent()) {
                write(document, copy.get(), turn, target);
            }
            return copy.map(stream -> target);
        }
    }

    /** A JPEG file that has to be turned to be seen upright. */
    static Optional<Path> ofJpeg(Path jpeg, ImageHeader header, int components, Path target) throws IOException {
        if (components != 1 && components != 3) {
            return Optional.empty();
        }
        try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
                InputStream in = Files.newInputStream(jpeg)) {
            COSStream stream = document.getDocument().createCOSStream();
            try (OutputStream out = stream.createRawOutputStream()) {
                in.transferTo(out);
            }
            stream.setItem(COSName.TYPE, COSName.XOBJECT);
            stream.setItem(COSName.SUBTYPE, COSName.IMAGE);
            stream.setItem(COSName.FILTER, COSName.DCT_DECODE);
            stream.setItem(COSName.COLORSPACE, components == 1 ? COSName.DEVICEGRAY : COSName.DEVICERGB);
            stream.setInt(COSName.WIDTH, (int) header.width());
            stream.setInt(COSName.HEIGHT, (int) header.height());
            stream.setInt(COSName.BITS_PER_COMPONENT, 8);
            write(document, stream, header.turn(), target);
            return Optional.of(target);
        }
    }

    private static void write(PDDocument document, COSStream picture, Turn turn, Path target) throws IOException {
        PDPage page = new PDPage(new PDRectangle(1, 1));
        PDResources resources = new PDResources();
        resources.put(PICTURE, new PDImageXObject(new PDStream(picture), resources));
        page.setResources(resources);
        byte[] operators = (place(turn) + " cm /Im Do").getBytes(StandardCharsets.US_ASCII);
        page.setContents(new PDStream(document, new ByteArrayInputStream(operators)));
        document.addPage(page);
        document.setDocumentId(0L); // the same scan makes the same bytes
        document.save(target.toFile());
    }

    /** Where the picture's unit square goes in the page's, whose heights grow upward. */
    private static String place(Turn turn) {
        int x = turn.flipX() ? -1 : 1;
        int y = turn.flipY() ? -1 : 1;
        if (turn.transposed()) {
            return "0 %d %d 0 %d %d".formatted(-y, -x, (1 + x) / 2, (1 + y) / 2);
        }
        return "%d 0 0 %d %d %d".formatted(x, y, (1 - x) / 2, (1 - y) / 2);
    }
}
