package vn.sohoa.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.sohoa.common.Code;
import vn.sohoa.common.Sha256;
import vn.sohoa.keying.Books;

/** Puts the papers of the demonstration into the watched folders, as scanners and other systems would. */
final class DemoPapers {
    static final Code STACKS = new Code("mot-cua");
    static final Code LOOSE = new Code("quay-2");

    private static final List<String> SCANS = List.of(".pdf", ".jpg", ".tif", ".png", ".bmp");
    private static final String STACK = "_stack.pdf";

    private final Path unit;

    /**
     * @param unit its folder in the inbox
     */
    DemoPapers(Path unit) {
        this.unit = unit;
    }

    /**
     * A scan that was dropped.
     *
     * @param counter whose folder it was dropped into
     */
    record Dropped(Code counter, Sha256 bytes) {}

    /** The list of dossiers; returns where it lies until it is taken. */
    List<Path> dossiers(Path folder) throws IOException {
        try (Stream<Path> lists = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            List<Path> placed = new java.util.ArrayList<>();
            for (Path list : lists.sorted().toList()) {
                placed.add(place(list, unit.resolve("ho-so").resolve(name(list))));
            }
            return placed;
        }
    }

    /** Stacks with cover sheets go to one counter, loose scans to another. */
    Map<String, Dropped> scans(Path folder) throws IOException {
        Map<String, Dropped> dropped = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (SCANS.stream().anyMatch(name(file)::endsWith)) {
                    Code counter = name(file).endsWith(STACK) ? STACKS : LOOSE;
                    place(file, unit.resolve(counter.text()).resolve(name(file)));
                    dropped.put(name(file), new Dropped(counter, Sha256.of(file)));
                }
            }
        }
        return dropped;
    }

    /** The pages of a register book: their folder is the book. */
    void book(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> pages = Files.walk(folder)) {
            for (Path page : pages.filter(Files::isRegularFile).sorted().toList()) {
                place(
                        page,
                        unit.resolve(Books.COUNTER.text())
                                .resolve(folder.relativize(page).toString()));
            }
        }
    }

    private static Path place(Path file, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
        return Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
