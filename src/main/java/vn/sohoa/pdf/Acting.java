package vn.sohoa.pdf;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.jspecify.annotations.Nullable;

/** Looks through all objects of a PDF for those that act by themselves, lead out of it, or carry other files. */
final class Acting {
    private static final int MOST_OBJECTS = 200_000;
    private static final Set<String> ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "ImportData",
            "SubmitForm",
            "ResetForm",
            "GoToR",
            "GoToE",
            "Movie",
            "Sound",
            "Rendition",
            "RichMediaExecute",
            "GoTo3DView");
    private static final Set<String> ANNOTATIONS =
            Set.of("FileAttachment", "RichMedia", "Movie", "Sound", "Screen", "3D");
    private static final Set<COSName> ENTRIES =
            Set.of(COSName.JS, COSName.EF, COSName.EMBEDDED_FILES, COSName.XFA, COSName.getPDFName("JavaScript"));

    private Acting() {}

    /** True also where there are too many objects to look at. */
    static boolean in(COSDictionary root) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            COSBase next = open.pop();
            if (!seen.add(next)) {
                continue;
            }
            if (seen.size() > MOST_OBJECTS || next instanceof COSDictionary dictionary && acts(dictionary)) {
                return true;
            }
            if (next instanceof COSDictionary dictionary) {
                dictionary.getValues().forEach(value -> push(value, open));
            } else if (next instanceof COSArray array) {
                array.forEach(value -> push(value, open));
            }
        }
        return false;
    }

    private static void push(@Nullable COSBase value, Deque<COSBase> open) {
        COSBase object = value instanceof COSObject reference ? reference.getObject() : value;
        if (object instanceof COSDictionary || object instanceof COSArray) {
            open.push(object);
        }
    }

    private static boolean acts(COSDictionary dictionary) {
        COSBase action = dictionary.getDictionaryObject(COSName.S);
        COSBase annotation = dictionary.getDictionaryObject(COSName.SUBTYPE);
        return action instanceof COSName name && ACTIONS.contains(name.getName())
                || annotation instanceof COSName kind && ANNOTATIONS.contains(kind.getName())
                || ENTRIES.stream().anyMatch(dictionary::containsKey);
    }
}
