package vn.sohoa.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Drops scans over twenty counters of four units, as scanners do: single pages, and every fourth time a PDF of five. No
 * two are the same.
 */
final class Feed {
    private static final int UNITS = 4;
    private static final int COUNTERS = 5;
    private static final int PDF_EVERY = 4;
    private static final int PDF_PAGES = 5;

    private final Path inbox;
    private final List<byte[]> pages;
    private final List<Path> files;
    private long dropped;
    private long fed;

    Feed(Path inbox, List<Path> jpegs) throws IOException {
        this.inbox = inbox;
        this.files = List.copyOf(jpegs);
        this.pages = new java.util.ArrayList<>();
        for (Path jpeg : jpegs) {
            pages.add(Files.readAllBytes(jpeg));
        }
    }

    /** Pages dropped so far. */
    long fed() {
        return fed;
    }

    /** Drops one more scan. */
    void drop() throws IOException {
        int which = (int) (dropped % pages.size());
        Path counter = inbox.resolve("don-vi-" + dropped % UNITS).resolve("quay-" + dropped / UNITS % COUNTERS);
        Files.createDirectories(counter);
        boolean pdf = dropped % PDF_EVERY == PDF_EVERY - 1;
        String name = "scan-%09d.%s".formatted(dropped, pdf ? "pdf" : "jpg");
        Path half = counter.resolve(name + ".part");
        if (pdf) {
            Scans.pdf(half, PDF_PAGES, files.subList(which, which + 1), dropped << 8);
        } else {
            Files.write(half, Scans.marked(pages.get(which), which, dropped << 8));
        }
        Files.move(half, counter.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        dropped++;
        fed += pdf ? PDF_PAGES : 1;
    }
}
