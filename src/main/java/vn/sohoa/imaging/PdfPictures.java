package vn.sohoa.imaging;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.jspecify.annotations.Nullable;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/** What can be said of a PDF's pictures before one is decoded: size and decoder. */
final class PdfPictures {
    private static final int MOST_OBJECTS = 200_000;
    private static final int HEAD = 1 << 18;
    private static final Set<COSName> UPWARDS =
            Set.of(COSName.PARENT, COSName.P, COSName.getPDFName("Pg"), COSName.DEST);

    private static final Set<String> ELSEWHERE = Set.of("Page", "Pages", "Catalog");

    private PdfPictures() {}

    /** The names of the filters, outermost first. */
    static List<COSName> filters(COSDictionary stream) {
        COSBase filter = stream.getDictionaryObject(COSName.FILTER, COSName.F);
        List<COSName> names = new ArrayList<>();
        if (filter instanceof COSName name) {
            names.add(name);
        } else if (filter instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSName name) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    static COSName lastFilter(COSDictionary stream) {
        List<COSName> filters = filters(stream);
        return filters.isEmpty() ? COSName.IDENTITY : filters.get(filters.size() - 1);
    }

    /** The last filter's parameters; null where it has none. */
    static @Nullable COSDictionary parameters(COSDictionary stream) {
        COSBase base = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        if (base instanceof COSArray array) {
            base = array.size() == 0 ? null : array.getObject(array.size() - 1);
        }
        return base instanceof COSDictionary dictionary && dictionary.size() > 0 ? dictionary : null;
    }

    /** Bytes behind all filters but the last one. */
    static InputStream encoded(COSStream stream) throws IOException {
        List<COSName> filters = filters(stream);
        if (filters.size() <= 1) {
            return stream.createRawInputStream();
        }
        return new PDStream(stream)
                .createInputStream(List.of(filters.get(filters.size() - 1).getName()));
    }

    /** Refuses a picture beyond the budget, and one that no decoder is there for. */
    static void check(COSStream stream, Budgets budgets) throws IOException {
        budgets.checkPixels(
                Math.max(0, stream.getLong(COSName.WIDTH, 0)), Math.max(0, stream.getLong(COSName.HEIGHT, 0)));
        COSName filter = lastFilter(stream);
        if (COSName.JPX_DECODE.equals(filter)) {
            require("jpeg2000", "JPEG 2000");
            CodestreamSizes.ofJpeg2000(head(stream)).forEach(s -> budgets.checkPixels(s.width(), s.height()));
        } else if (COSName.JBIG2_DECODE.equals(filter)) {
            require("jbig2", "JBIG2");
            CodestreamSizes.ofJbig2(all(stream)).forEach(s -> budgets.checkPixels(s.width(), s.height()));
            COSDictionary parameters = parameters(stream);
            COSStream shared = parameters == null ? null : parameters.getCOSStream(COSName.JBIG2_GLOBALS);
            if (shared != null) {
                try (InputStream in = shared.createInputStream()) {
                    CodestreamSizes.ofJbig2(in.readAllBytes()).forEach(s -> budgets.checkPixels(s.width(), s.height()));
                }
            }
        } else if (COSName.DCT_DECODE.equals(filter)) {
            ImageHeader header = JpegMarkers.head(Bytes.of(all(stream))).header();
            budgets.checkPixels(header.width(), header.height());
        } else if (COSName.CCITTFAX_DECODE.equals(filter)) {
            COSDictionary parameters = parameters(stream);
            budgets.checkPixels(
                    parameters == null ? 0 : Math.max(0, parameters.getInt(COSName.COLUMNS, 0)),
                    parameters == null ? 0 : Math.max(0, parameters.getInt(COSName.ROWS, 0)));
        }
        for (COSName mask : List.of(COSName.SMASK, COSName.MASK)) {
            if (stream.getDictionaryObject(mask) instanceof COSStream picture && picture != stream) {
                budgets.checkPixels(
                        Math.max(0, picture.getLong(COSName.WIDTH, 0)),
                        Math.max(0, picture.getLong(COSName.HEIGHT, 0)));
            }
        }
    }

    /** Checks every picture that rendering the page may touch: in forms, patterns, fonts, masks and annotations too. */
    static void checkAll(PDPage page, Budgets budgets) throws IOException {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> todo = new ArrayDeque<>();
        if (page.getResources() != null) {
            todo.add(page.getResources().getCOSObject());
        }
        COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
        if (annotations != null) {
            todo.add(annotations);
        }
        while (!todo.isEmpty()) {
            if (seen.size() > MOST_OBJECTS) {
                throw Unfolding.tooMuch("more than " + MOST_OBJECTS + " objects on a page");
            }
            COSBase next = todo.pop();
            COSBase object = next instanceof COSObject reference ? reference.getObject() : next;
            if (object == null || isElsewhere(object) || !seen.add(object)) {
                continue;
            }
            if (object instanceof COSStream stream && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                check(stream, budgets);
            }
            if (object instanceof COSDictionary dictionary) {
                dictionary.entrySet().stream()
                        .filter(e -> !UPWARDS.contains(e.getKey()))
                        .forEach(e -> todo.push(e.getValue()));
            } else if (object instanceof COSArray array) {
                array.forEach(todo::push);
            }
        }
    }

    /** Links lead to other pages, which this one does not draw. */
    private static boolean isElsewhere(COSBase object) {
        return object instanceof COSDictionary dictionary
                && ELSEWHERE.contains(String.valueOf(dictionary.getNameAsString(COSName.TYPE)));
    }

    private static void require(String format, String name) {
        if (!Codecs.has(format)) {
            throw new Failure.BadInput(Reason.of(ReasonCode.DECODER_MISSING, name));
        }
    }

    private static byte[] all(COSStream stream) throws IOException {
        try (InputStream in = encoded(stream)) {
            return in.readAllBytes();
        }
    }

    private static byte[] head(COSStream stream) throws IOException {
        try (InputStream in = encoded(stream)) {
            return in.readNBytes(HEAD);
        }
    }
}
