package vn.sohoa.imaging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Replaces a PDF's page tree, in memory, by a flat one. Trees from the wild count wrongly, share nodes, or bite their
 * own tail; the flat one has each page once, in order, with what it inherited.
 */
final class PdfPages {
    private static final List<COSName> INHERITED =
            List.of(COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);
    private static final int DEEPEST = 100;
    private static final int MOST_NODES_A_PAGE = 10;

    private final Budgets budgets;
    private final List<COSDictionary> pages = new ArrayList<>();
    private final Set<COSDictionary> path = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<COSDictionary> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private long nodes;

    private PdfPages(Budgets budgets) {
        this.budgets = budgets;
    }

    /** How many pages there are, within the budget. */
    static int flatten(PDDocument document, Budgets budgets) {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSDictionary root = catalog.getCOSDictionary(COSName.PAGES);
        PdfPages found = new PdfPages(budgets);
        if (root != null) {
            found.walk(root, new COSDictionary(), 0);
        }
        budgets.checkPages(found.pages.size());
        COSDictionary flat = new COSDictionary();
        COSArray kids = new COSArray();
        for (COSDictionary page : found.pages) {
            page.setItem(COSName.PARENT, flat);
            kids.add(page);
        }
        flat.setItem(COSName.TYPE, COSName.PAGES);
        flat.setItem(COSName.KIDS, kids);
        flat.setInt(COSName.COUNT, found.pages.size());
        catalog.setItem(COSName.PAGES, flat);
        return found.pages.size();
    }

    private void walk(COSDictionary node, COSDictionary inherited, int depth) {
        nodes++;
        boolean enough = pages.size() > budgets.maxPages() || nodes > (long) MOST_NODES_A_PAGE * budgets.maxPages();
        if (enough || depth > DEEPEST || !path.add(node)) {
            return;
        }
        COSArray kids = node.getCOSArray(COSName.KIDS);
        COSDictionary passedOn = new COSDictionary(inherited);
        for (COSName name : INHERITED) {
            COSBase own = node.getDictionaryObject(name);
            if (own != null) {
                passedOn.setItem(name, own);
            }
        }
        if (kids != null) {
            for (int i = 0; i < kids.size(); i++) {
                if (kids.getObject(i) instanceof COSDictionary kid) {
                    walk(kid, passedOn, depth + 1);
                }
            }
        } else if (!COSName.PAGES.equals(node.getCOSName(COSName.TYPE))) {
            pages.add(leaf(node, passedOn));
        }
        path.remove(node);
    }

    /** A page listed twice is two pages: the second is a copy, for PDFBox looks pages up by their dictionary. */
    private COSDictionary leaf(COSDictionary node, COSDictionary inherited) {
        COSDictionary page = taken.add(node) ? node : new COSDictionary(node);
        for (COSName name : INHERITED) {
            COSBase value = inherited.getDictionaryObject(name);
            if (value != null) {
                page.setItem(name, value);
            }
        }
        page.setItem(COSName.TYPE, COSName.PAGE);
        return new PDPage(page).getCOSObject();
    }
}
