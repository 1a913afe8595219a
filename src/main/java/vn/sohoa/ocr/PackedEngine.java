package vn.sohoa.ocr;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A newer Tesseract than the system's, which the build lays beside our libraries: it reads the same data as
 * well and in less time. Where it is missing, or is not for this machine, the system's does the work.
 */
final class PackedEngine {
    /** Tells a child where to look. */
    private static final String FOLDER = "sohoa.engine";

    private static final String LIBRARY = "tesseract";
    /** What Tess4J hands to JNA when it looks for its library. */
    private static final String SEARCHED = "jna.library.path";

    private PackedEngine() {}

    /** @return what to tell a child; nothing where no engine for this machine lies beside our classes */
    static List<String> option() {
        return option(ChildClasses.placeOf(PackedEngine.class));
    }

    /** @param own folder or jar of our classes; the libraries of both are in {@code lib} beside it */
    static List<String> option(Path own) {
        Path folder =
                own.resolveSibling("lib").resolve(Platform.RESOURCE_PREFIX).toAbsolutePath();
        return Files.isReadable(folder.resolve(System.mapLibraryName(LIBRARY)))
                ? List.of("-D" + FOLDER + "=" + folder)
                : List.of();
    }

    /** In a child, before the engine is first called: takes the packed one if this machine can load it. */
    static void prefer() {
        String folder = System.getProperty(FOLDER, "");
        if (folder.isEmpty() || !System.getProperty(SEARCHED, "").isEmpty()) {
            return; // none, or whoever started us knows better
        }
        try {
            NativeLibrary.getInstance(
                    Path.of(folder, System.mapLibraryName(LIBRARY)).toString());
            System.setProperty(SEARCHED, folder);
        } catch (UnsatisfiedLinkError e) {
            System.err.println("The packed engine does not load here (" + e.getMessage() + "); using the system's.");
        }
    }
}
