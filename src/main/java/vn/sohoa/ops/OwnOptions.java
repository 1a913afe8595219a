package vn.sohoa.ops;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The command line with which a node wants to run, made of the bare one it was started with. Arguments are bytes as the
 * system keeps them, since names of files need not be text in the locale of the moment.
 *
 * @param java the command that runs this JVM
 * @param words all of the present command line, the command itself first
 * @param jar as the class path has it
 * @param heap another size of the heap than usual, as {@code -Xmx} takes it
 */
record OwnOptions(Path java, List<byte[]> words, Path jar, Optional<String> heap) {
    private static final int JAR = 1;
    private static final int FIRST_ARGUMENT = 3;
    private static final Pattern SIZE = Pattern.compile("\\d+[kKmMgG]?");
    private static final List<String> ONCE = List.of("digitize", "verify-audit", "learn-words");

    /** The arguments of a process as Linux shows them: each ends with a zero. */
    static List<byte[]> words(byte[] line) {
        List<byte[]> words = new ArrayList<>();
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        for (byte b : line) {
            if (b == 0) {
                words.add(word.toByteArray());
                word.reset();
            } else {
                word.write(b);
            }
        }
        return words;
    }

    /** The better command line; none where whoever started us said how, or the jar is not what was started. */
    Optional<List<byte[]>> better() throws IOException {
        if (words.size() < FIRST_ARGUMENT || !text(words.get(JAR)).equals("-jar")) {
            return Optional.empty();
        }
        List<byte[]> better = new ArrayList<>();
        better.add(bytes(java.toString()));
        List<byte[]> arguments = words.subList(FIRST_ARGUMENT, words.size());
        List<String> options = new ArrayList<>(listed("jvm.options"));
        if (!arguments.isEmpty() && ONCE.contains(text(arguments.get(0)))) {
            options.addAll(listed("jvm-once.options"));
        }
        heap.filter(size -> SIZE.matcher(size).matches()).ifPresent(size -> options.add("-Xmx" + size));
        archive().ifPresent(archive -> options.addAll(naming(archive)));
        options.forEach(option -> better.add(bytes(option)));
        better.add(words.get(JAR));
        better.add(bytes(jar.toString()));
        better.addAll(arguments);
        return Optional.of(better);
    }

    private static List<String> listed(String resource) throws IOException {
        try (InputStream in = OwnOptions.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    /** The latest archive of loaded classes beside the jar. One that does not fit costs nothing: the JVM leaves it alone. */
    private Optional<Path> archive() throws IOException {
        Path folder = jar.resolveSibling("archive");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".jsa") || file.toString().endsWith(".aot"))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()));
        }
    }

    private static List<String> naming(Path archive) {
        return archive.toString().endsWith(".aot")
                ? List.of("-XX:AOTCache=" + archive, "-Xlog:aot*=off", "-Xlog:cds*=off")
                : List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:cds*=off");
    }

    private static String text(byte[] word) {
        return new String(word, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String word) {
        return word.getBytes(Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")));
    }
}
