package vn.sohoa.fuzz;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.sohoa.common.Failure;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.imaging.PageCut;
import vn.sohoa.imaging.Pixels;
import vn.sohoa.imaging.SourceFile;
import vn.sohoa.imaging.SourceFormat;
import vn.sohoa.imaging.Wholeness;

/**
 * One broken file's way through the openers: told, looked at whether it is whole, opened, cut, and its page images
 * decoded as the recognizer and the screens do. Three ends are allowed; everything else is a find.
 */
final class FuzzCase {
    /** Small, so that whatever grows with what a file claims is seen in a small heap. */
    static final Budgets BUDGETS = new Budgets(16 << 20, 60, 4_000_000);

    private static final long MOST_OUTPUT = 64 << 20;
    private static final int PAGES = 3;

    private final Path folder;
    private final Path pages;

    FuzzCase(Path folder) {
        this.folder = folder;
        this.pages = folder.resolve("pages");
    }

    /** How a case ended. */
    enum End {
        /** Opened, and every page that was asked for was cut and decoded, or refused with a reason. */
        FINE,
        REFUSED,
        INCOMPLETE,
        UNKNOWN_FORMAT,
        FIND
    }

    /**
     * @param detail of a find: what it was and where, the same for the same fault
     */
    record Outcome(End end, String detail) {
        static Outcome of(End end) {
            return new Outcome(end, "");
        }
    }

    Outcome run(byte[] bytes) {
        try {
            Files.createDirectories(pages);
            Path file = Files.write(folder.resolve("case"), bytes);
            Outcome outcome = walk(file);
            Optional<String> left = leftovers();
            return left.isPresent() ? new Outcome(End.FIND, left.get()) : outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome walk(Path file) {
        try {
            Optional<SourceFormat> format = SourceFormat.sniff(file);
            if (format.isEmpty()) {
                return Outcome.of(End.UNKNOWN_FORMAT);
            }
            boolean whole = Wholeness.of(file, format.get()).isWhole();
            Outcome opened = open(file, format.get()); // also where intake would wait: at the ceiling it does not
            return whole || opened.end() == End.FIND ? opened : Outcome.of(End.INCOMPLETE);
        } catch (RuntimeException | Error e) {
            return find(e);
        }
    }

    private Outcome open(Path file, SourceFormat format) {
        try (SourceFile source = SourceFile.open(file, format, BUDGETS)) {
            for (int page : new TreeSet<>(java.util.List.of(0, 1, PAGES - 1, source.pages() - 1))) {
                Outcome cut = page < source.pages() ? cut(source, page) : Outcome.of(End.FINE);
                if (cut.end() == End.FIND) {
                    return cut;
                }
            }
            return Outcome.of(End.FINE);
        } catch (Failure.BadInput e) {
            return refused(e);
        }
    }

    private Outcome cut(SourceFile source, int page) {
        try {
            PageCut cut = source.cut(page, pages);
            BufferedImage gray = Pixels.gray(cut.image().file(), BUDGETS);
            boolean same = gray.getWidth() == cut.image().width()
                    && gray.getHeight() == cut.image().height();
            if (!same) {
                return new Outcome(End.FIND, "another size than the page image says");
            }
            Pixels.view(cut.image().file(), pages.resolve("view.jpg"), 240, BUDGETS);
            return Outcome.of(End.FINE);
        } catch (Failure.BadInput e) {
            return refused(e);
        }
    }

    /** Refused with a reason, unless what it ran into would have hurt others too. */
    private static Outcome refused(Failure.BadInput e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return find(cause);
            }
        }
        return new Outcome(End.REFUSED, e.reason().code().name());
    }

    static Outcome find(Throwable e) {
        StringBuilder where = new StringBuilder(e.getClass().getSimpleName());
        int shown = 0;
        for (StackTraceElement frame : e.getStackTrace()) {
            boolean telling = !frame.getClassName().startsWith("java.");
            if (telling && shown++ < 6) {
                where.append(" < ")
                        .append(frame.getClassName().replaceAll(".*\\.", ""))
                        .append('.')
                        .append(frame.getMethodName());
            }
        }
        if (e.getCause() != null && e.getCause() != e) {
            where.append(" cause ").append(e.getCause().getClass().getSimpleName());
        }
        return new Outcome(End.FIND, where.toString());
    }

    /** Removes what the case wrote; says when that was too much, or when a temporary file stayed behind. */
    private Optional<String> leftovers() throws IOException {
        long written = 0;
        try (Stream<Path> all = Files.list(pages)) {
            for (Path page : all.toList()) {
                written += Files.size(page);
                Files.delete(page);
            }
        }
        if (written > MOST_OUTPUT) {
            return Optional.of("too much output");
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        if (!temporary.startsWith(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(temporary)) {
            var left = all.filter(f -> !f.getFileName().toString().startsWith("hsperf"))
                    .toList();
            for (Path file : left) {
                Files.delete(file);
            }
            return left.isEmpty() ? Optional.empty() : Optional.of("a temporary file was left");
        }
    }
}
