package vn.sohoa;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a test starts us in a JVM of our own: from the jar and its class-data archive, as an administrator does, where
 * {@code infra/test.sh} has made both; else from the classes just compiled.
 */
public final class OwnJvm {
    /** Options of the JVM that {@code infra/lib.sh} chose, and the jar; set by {@code infra/test.sh}. */
    private static final String OPTIONS = "TEST_JVM_OPTIONS";

    private static final String JAR = "TEST_JAR";

    private OwnJvm() {}

    /**
     * @param options of this JVM, after those that all of ours have
     * @param arguments of the program
     */
    public static List<String> command(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(isPackaged() ? System.getenv(OPTIONS).lines().toList() : List.of("-XX:+UseSerialGC"));
        command.add("-XX:TieredStopAtLevel=1"); // a process of a test does not live long enough to earn more
        command.addAll(options);
        command.addAll(
                isPackaged()
                        ? List.of("-jar", System.getenv(JAR))
                        : List.of("-cp", classPath(), Sohoa.class.getName()));
        command.addAll(arguments);
        return command;
    }

    private static boolean isPackaged() {
        return System.getenv(JAR) != null;
    }

    /** What the jar would hold: our classes without those of the tests, which set up logging otherwise. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
