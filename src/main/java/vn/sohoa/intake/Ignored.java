package vn.sohoa.intake;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.PatternSyntaxException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files and folders that are left alone. */
final class Ignored {
    private static final Logger log = LoggerFactory.getLogger(Ignored.class);
    private static final PathMatcher NOTHING = path -> false;
    private static final Map<String, PathMatcher> MATCHERS = new ConcurrentHashMap<>();

    private Ignored() {}

    /** Hidden entries (our own {@code .done} and {@code .quarantine} among them) and what programs leave behind. */
    static boolean byName(Path path) {
        String name = String.valueOf(path.getFileName());
        String lower = name.toLowerCase(Locale.ROOT);
        return name.startsWith(".")
                || lower.endsWith(".part")
                || lower.endsWith(".tmp")
                || name.endsWith("~")
                || lower.equals("thumbs.db")
                || lower.equals("desktop.ini");
    }

    /** The counter's own patterns: globs of file names. */
    static boolean byPattern(Path path, List<String> globs) {
        Path name = path.getFileName();
        return globs.stream().anyMatch(glob -> MATCHERS.computeIfAbsent(glob, Ignored::matcher)
                .matches(name));
    }

    /** A pattern that is none must not keep a whole counter's papers from being taken. */
    private static PathMatcher matcher(String glob) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob.strip());
        } catch (PatternSyntaxException e) {
            log.warn("The ignore pattern {} is not a pattern; nothing is ignored by it", glob);
            return NOTHING;
        }
    }
}
