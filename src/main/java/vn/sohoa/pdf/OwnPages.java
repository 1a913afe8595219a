package vn.sohoa.pdf;

import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Takes pages over into another document with what is drawn on them and nothing else. What is known to be drawing is
 * copied; whatever else hangs on a page, and would bring half of the source along, is left.
 */
final class OwnPages {
    private static final List<COSName> OF_PAGE = List.of(
            COSName.CONTENTS,
            COSName.getPDFName("UserUnit"),
            COSName.BLEED_BOX,
            COSName.TRIM_BOX,
            COSName.ART_BOX,
            COSName.GROUP);
    /** Links keep neither their aim nor their frame: they lead to pages that are elsewhere now. */
    private static final COSName LINK = COSName.getPDFName("Link");

    private static final List<COSName> OF_ANNOTATION = List.of(
            COSName.TYPE,
            COSName.SUBTYPE,
            COSName.RECT,
            COSName.AP,
            COSName.AS,
            COSName.F,
            COSName.C,
            COSName.CONTENTS,
            COSName.getPDFName("BS"),
            COSName.BORDER,
            COSName.getPDFName("QuadPoints"),
            COSName.getPDFName("CA"));

    private OwnPages() {}

    static void copy(PDDocument from, List<Integer> pages, PDDocument to) {
        for (int index : pages) {
            to.addPage(page(from.getPage(index)));
        }
        COSBase layers = from.getDocumentCatalog().getCOSObject().getItem(COSName.OCPROPERTIES);
        if (layers != null) {
            to.getDocumentCatalog().getCOSObject().setItem(COSName.OCPROPERTIES, layers);
        }
    }

    private static PDPage page(PDPage from) {
        PDPage page = new PDPage(from.getMediaBox());
        page.setCropBox(from.getCropBox());
        page.setRotation(from.getRotation());
        COSDictionary target = page.getCOSObject();
        if (from.getResources() != null) {
            target.setItem(COSName.RESOURCES, from.getResources().getCOSObject());
        }
        take(from.getCOSObject(), OF_PAGE, target);
        COSArray annotations = from.getCOSObject().getCOSArray(COSName.ANNOTS);
        if (annotations != null) {
            target.setItem(COSName.ANNOTS, drawn(annotations));
        }
        return page;
    }

    /** Stamps, comments and filled fields as they look. */
    private static COSArray drawn(COSArray annotations) {
        COSArray drawn = new COSArray();
        for (int i = 0; i < annotations.size(); i++) {
            if (annotations.getObject(i) instanceof COSDictionary annotation
                    && annotation.containsKey(COSName.AP)
                    && !LINK.equals(annotation.getCOSName(COSName.SUBTYPE))) {
                COSDictionary copy = new COSDictionary();
                take(annotation, OF_ANNOTATION, copy);
                drawn.add(copy);
            }
        }
        return drawn;
    }

    private static void take(COSDictionary from, List<COSName> names, COSDictionary to) {
        for (COSName name : names) {
            COSBase value = from.getItem(name);
            if (value != null) {
                to.setItem(name, value);
            }
        }
    }
}
