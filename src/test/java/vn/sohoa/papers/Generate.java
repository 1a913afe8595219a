package vn.sohoa.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Writes test papers: {@code Generate --seed S --count N --out DIR [--from N] [--form CODE] [--damage NAME]} makes N
 * files, each with its truth beside it in the form of the samples. The same seed makes the same files, whichever of them are made and on however many cores.
 */
public final class Generate {
    /** Nothing but this form or this damage, where one is named. */
    record Wanted(Optional<Form> form, Optional<String> damage) {
        static final Wanted ANY = new Wanted(Optional.empty(), Optional.empty());
    }

    private Generate() {}

    public static void main(String... arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Map<String, String> given = new TreeMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            given.put(arguments[i], arguments[i + 1]);
        }
        long seed = Long.parseLong(given.getOrDefault("--seed", "1"));
        int from = Integer.parseInt(given.getOrDefault("--from", "0"));
        int count = Integer.parseInt(given.getOrDefault("--count", "100"));
        Path out = Files.createDirectories(Path.of(given.getOrDefault("--out", "target/papers")));
        Wanted wanted = new Wanted(
                Optional.ofNullable(given.get("--form")).map(code -> Form.valueOf(code.toUpperCase(Locale.ROOT))),
                Optional.ofNullable(given.get("--damage")));
        AtomicInteger pages = new AtomicInteger();
        long start = System.nanoTime();
        IntStream.range(from, from + count)
                .parallel()
                .forEach(number -> pages.addAndGet(write(Pile.of(seed, number, wanted), out)));
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%d files, %d pages, %.1f s, %.1f pages/s%n", count, pages.get(), seconds, pages.get() / seconds);
    }

    private static int write(Pile pile, Path out) {
        try {
            Files.write(out.resolve(pile.name()), Written.scan(pile));
            Files.write(out.resolve(pile.name().replaceAll("\\.\\w+$", ".json")), Written.truth(pile));
            return pile.pages().size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
