package vn.sohoa.imaging;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import vn.sohoa.common.Failure;

/** Looks where a PDF keeps what would do something (ISO 32000-1, 12.6 and 7.11.4), without unfolding any of it. */
final class PdfActive {
    private static final int MOST_OBJECTS = 100_000;
    private static final COSName EMBEDDED = COSName.EF;
    private static final List<COSName> OF_DOCUMENT = names("OpenAction", "AA", "Names", "AcroForm", "AF");
    private static final List<COSName> OF_PAGE = names("AA", "Annots", "AF");
    private static final Set<COSName> NOT_FOLLOWED = Set.copyOf(names("Parent", "P", "Pg", "Dest", "Dests", "D", "EF"));
    private static final Set<COSName> ACTIONS =
            Set.copyOf(names("Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "Rendition", "RichMediaExecute"));
    private static final Set<COSName> ATTACHED =
            Set.copyOf(names("FileAttachment", "RichMedia", "Screen", "Movie", "Sound", "3D"));
    private static final COSName JAVA_SCRIPT = COSName.getPDFName("JavaScript");
    private static final List<COSName> SCRIPTS = names("JS", "XFA");

    private final Set<SourceNote> notes = EnumSet.noneOf(SourceNote.class);
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> todo = new ArrayDeque<>();

    private PdfActive() {}

    private static List<COSName> names(String... names) {
        return java.util.Arrays.stream(names).map(COSName::getPDFName).toList();
    }

    /** What was found before something broken, or before there was too much to look at. */
    static Set<SourceNote> of(PDDocument document) {
        PdfActive active = new PdfActive();
        try {
            active.look(document);
        } catch (Failure.BadInput | IllegalArgumentException | IllegalStateException e) {
            return active.notes; // the pages say whether the file can be read
        }
        return active.notes;
    }

    private void look(PDDocument document) {
        add(document.getDocumentCatalog().getCOSObject(), OF_DOCUMENT);
        for (PDPage page : document.getPages()) {
            add(page.getCOSObject(), OF_PAGE);
            fonts(page);
        }
        while (!todo.isEmpty() && seen.size() < MOST_OBJECTS && notes.size() < SourceNote.values().length) {
            COSBase next = todo.pop();
            COSBase object = next instanceof COSObject reference ? reference.getObject() : next;
            if (object == null || !seen.add(object)) {
                continue;
            }
            if (object instanceof COSArray array) {
                array.forEach(todo::push);
            } else if (object instanceof COSDictionary dictionary) {
                note(dictionary);
                dictionary.entrySet().stream()
                        .filter(entry -> !NOT_FOLLOWED.contains(entry.getKey()))
                        .forEach(entry -> todo.push(entry.getValue()));
            }
        }
    }

    private void fonts(PDPage page) {
        COSDictionary resources = page.getResources() == null
                ? null
                : page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
        if (resources == null) {
            return;
        }
        for (COSName key : resources.keySet()) {
            COSDictionary font = resources.getCOSDictionary(key);
            String name = font == null ? null : font.getNameAsString(COSName.BASE_FONT);
            if (name != null && OldLetters.of(name).isPresent()) {
                notes.add(SourceNote.OLD_LETTERS);
            }
        }
    }

    private void add(COSDictionary from, List<COSName> keys) {
        for (COSName key : keys) {
            COSBase value = from.getItem(key);
            if (value != null) {
                todo.push(value);
            }
        }
    }

    private void note(COSDictionary dictionary) {
        COSName kind = dictionary.getCOSName(COSName.S);
        if (JAVA_SCRIPT.equals(kind) || SCRIPTS.stream().anyMatch(dictionary::containsKey)) {
            notes.add(SourceNote.SCRIPT);
        }
        if (kind != null && ACTIONS.contains(kind)) {
            notes.add(SourceNote.ACTION);
        }
        COSName subtype = dictionary.getCOSName(COSName.SUBTYPE);
        if (dictionary.containsKey(EMBEDDED) || subtype != null && ATTACHED.contains(subtype)) {
            notes.add(SourceNote.ATTACHMENT);
        }
    }
}
