package vn.sohoa.pdf;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a judge is started: this JVM's own {@code java}, the few jars it needs, a small heap, and an environment that holds
 * no secret.
 */
final class JudgeCommand {
    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:+ErrorFileToStderr",
            "-Djava.awt.headless=true");

    /** One class of each jar on the judge's class path; ours stands alone, copied out of the service's jar. */
    private static final List<String> LIBRARIES = List.of(
            "org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider",
            "org.verapdf.pdfa.Foundries",
            "org.verapdf.pd.PDDocument",
            "org.verapdf.model.baselayer.Object",
            "org.verapdf.xmp.XMPException",
            "org.mozilla.javascript.Context",
            "jakarta.xml.bind.JAXBContext",
            "jakarta.activation.DataSource",
            "org.glassfish.jaxb.runtime.v2.JAXBContextFactory",
            "org.glassfish.jaxb.core.Locatable",
            "com.sun.xml.txw2.TXW",
            "com.sun.istack.Pool");

    private static final Set<String> KEPT_ENVIRONMENT = Set.of("PATH", "HOME", "TMPDIR");

    private JudgeCommand() {}

    /** @param own an empty folder for the class that the child runs */
    static ProcessBuilder of(CheckSettings settings, Path own) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + settings.heapMegabytes() + "m");
        command.addAll(JVM);
        command.addAll(settings.jvmOptions());
        command.addAll(List.of(
                "-cp",
                classPath(own),
                JudgeMain.class.getName(),
                settings.idle().toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(KEPT_ENVIRONMENT);
        environment.put("LC_ALL", "C.UTF-8"); // file names are UTF-8 whatever the terminal of the operator says
        return builder;
    }

    private static String classPath(Path own) throws IOException {
        copy(JudgeMain.class, own);
        Set<String> places = new LinkedHashSet<>();
        places.add(own.toString());
        for (String library : LIBRARIES) {
            places.add(placeOf(library).toString());
        }
        return String.join(File.pathSeparator, places);
    }

    private static void copy(Class<?> type, Path folder) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        Path target = folder.resolve(name);
        Files.createDirectories(target.getParent());
        try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("a class without its bytes: " + name);
            }
            Files.copy(bytes, target);
        }
    }

    private static Path placeOf(String name) {
        try {
            Class<?> type = Class.forName(name, false, JudgeCommand.class.getClassLoader());
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException("a library of the judge is missing on the class path", e);
        }
    }
}
