package vn.sohoa.ocr;

import com.sun.jna.Native;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.sourceforge.lept4j.Pix;
import net.sourceforge.tess4j.TessAPI;
import org.slf4j.Logger;
import vn.sohoa.common.Faults;

/**
 * How a recognizer child is started: this JVM's own {@code java}, a class path of the few jars it needs, a small heap
 * and an environment that holds no secret.
 */
final class ChildCommand {
    /**
     * A colour page of 80 million pixels is 240 MB decoded, and 80 MB more in gray. Both are arrays in the old
     * generation, hence the small young one. A usual page needs a tenth, for which the heap neither grows nor shrinks; what
     * is free beyond goes back to the system.
     */
    private static final List<String> HEAP =
            List.of("-Xms48m", "-Xmn8m", "-Xmx512m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=40");

    /**
     * With the optimizing compiler: what it costs is back after thirty pages, and a page then takes a tenth less. It waits
     * for fifty times as many calls, since what is worth its while are loops over pixels.
     */
    private static final List<String> JVM = List.of(
            "-XX:Tier4InvocationThreshold=250000",
            "-XX:Tier4MinInvocationThreshold=30000",
            "-XX:Tier4CompileThreshold=750000",
            "-XX:Tier4BackEdgeThreshold=2000000",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            // standard output belongs to the frames, a crash report to our log
            "-XX:+DisplayVMOutputToStderr",
            "-XX:+ErrorFileToStderr",
            "-XX:-CreateCoredumpOnCrash",
            "-Djava.awt.headless=true",
            // should a library log: into the void, without a search of the class path for somebody to log to
            "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
            "-Dslf4j.internal.verbosity=WARN");

    /** The first release that warns of native access by those who did not announce it. */
    private static final int ANNOUNCES_NATIVE_ACCESS = 22;

    private static final List<Class<?>> ENGINE = List.of(TessAPI.class, Pix.class, Native.class, Logger.class);

    /** By name, since this room never calls them: ImageIO finds decoders by itself, and {@code barcode} its library. */
    private static final List<String> DECODERS = List.of(
            "com.google.zxing.BarcodeFormat",
            "com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi",
            "com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi",
            "com.twelvemonkeys.imageio.ImageReaderBase",
            "com.twelvemonkeys.imageio.metadata.Directory",
            "com.twelvemonkeys.image.ImageUtil",
            "com.twelvemonkeys.io.FileUtil",
            "com.twelvemonkeys.lang.Validate");

    /** All that a child may know of our environment: passwords and addresses are not among it. */
    private static final Set<String> KEPT_ENVIRONMENT =
            Set.of("PATH", "HOME", "TMPDIR", "TESSDATA_PREFIX", "LD_LIBRARY_PATH");

    /**
     * To the allocator of the C library: what is larger than a usual page goes back to the system as soon as it is free; a
     * page's copies stay for the next one, but for 8 MB at the end. Asking the system for each of them anew took a fifteenth
     * of a recognizer's time; keeping four times as much, with a heap of 64 MB, holds 40 MB more.
     */
    private static final Map<String, String> PAGES_KEPT =
            Map.of("MALLOC_MMAP_THRESHOLD_", "8388608", "MALLOC_TRIM_THRESHOLD_", "8388608", "MALLOC_ARENA_MAX", "2");

    private ChildCommand() {}

    /** @param own folder or jar of our own classes */
    static ProcessBuilder of(RecognizerSettings settings, Path own) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(HEAP);
        command.addAll(JVM);
        if (Runtime.version().feature() >= ANNOUNCES_NATIVE_ACCESS) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(PackedEngine.option());
        command.addAll(settings.jvmOptions());
        command.addAll(Faults.handOn());
        command.addAll(List.of("-cp", classPath(own), RecognizerMain.class.getName(), settings.language()));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(KEPT_ENVIRONMENT);
        environment.put("OMP_THREAD_LIMIT", "1"); // read by the library when it is loaded: later is too late
        environment.putAll(PAGES_KEPT);
        environment.put("LC_ALL", "C.UTF-8"); // file names are UTF-8 whatever the terminal of the operator says
        return builder;
    }

    private static String classPath(Path own) {
        Set<String> places = new LinkedHashSet<>();
        places.add(own.toString());
        ENGINE.forEach(type -> places.add(ChildClasses.placeOf(type).toString()));
        DECODERS.forEach(name -> places.add(ChildClasses.placeOf(named(name)).toString()));
        return places.stream().collect(Collectors.joining(File.pathSeparator));
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, ChildCommand.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a decoder is missing on the class path", e);
        }
    }
}
