package vn.sohoa.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.sohoa.intake.FinishedFolder;

/** The files of a run, and what each is called: by the records, in the results, and on the screen. */
final class Sources {
    private final Map<String, Source> byKey = new LinkedHashMap<>();

    /**
     * One file.
     *
     * @param key what the records call it
     * @param label what the results call it: its path below the folder; where that is not text, percent-encoded
     */
    record Source(String key, String label, Path file) {}

    private Sources() {}

    /** @throws Unusable when the folder cannot be read to its end, or has names this process cannot write down */
    static Sources in(Path in, Path out) {
        Sources sources = new Sources();
        Set<String> labels = new HashSet<>();
        try (Stream<Path> files = FinishedFolder.files(in, out)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Source source = source(in, file);
                if (!labels.add(source.label())) {
                    throw new Unusable(
                            "Hai tệp có cùng tên hiển thị: " + shown(source.label()) + ". Hãy đổi tên một tệp.",
                            "Two files would be called the same: " + shown(source.label()) + ". Rename one of them.");
                }
                sources.byKey.put(source.key(), source);
            }
            return sources;
        } catch (IOException | UncheckedIOException e) {
            throw new Unusable(
                    "Không đọc hết được thư mục " + in + " (" + e.getMessage() + "). Hãy kiểm tra quyền truy cập.",
                    "The folder " + in + " cannot be read to its end (" + e.getMessage() + "). Check its permissions.");
        }
    }

    private static Source source(Path in, Path file) {
        Path below = in.relativize(file);
        String text = below.toString();
        String key = FinishedFolder.key(in, file);
        if (!isUnicode() && !key.equals(text) && key.indexOf('%') >= 0 && text.indexOf('\uFFFD') >= 0) {
            throw new Unusable(
                    "Có tên tệp mang dấu mà bảng mã hiện tại không ghi được. Hãy đặt LC_ALL=C.UTF-8 rồi chạy lại.",
                    "There are file names that the present locale cannot write. Set LC_ALL=C.UTF-8 and run again.");
        }
        return new Source(key, leadsBack(below, text) ? text : key, file);
    }

    private static boolean isUnicode() {
        return System.getProperty("sun.jnu.encoding", "UTF-8").equalsIgnoreCase("UTF-8");
    }

    private static boolean leadsBack(Path path, String text) {
        try {
            return Path.of(text).equals(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    Optional<Source> of(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Collection<Source> all() {
        return List.copyOf(byKey.values());
    }

    int size() {
        return byKey.size();
    }

    /** A label that cannot play tricks on a terminal. */
    static String shown(String label) {
        return label.replaceAll("[\\p{Cc}\\u2028-\\u202E\\u2066-\\u2069]", "\uFFFD");
    }
}
