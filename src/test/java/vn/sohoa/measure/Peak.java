package vn.sohoa.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import vn.sohoa.measure.Sample.Measure;

/**
 * How much memory one file takes on its whole way: {@code PID DATA BASE FILE} moves the file into an inbox and prints how
 * long it took until it was taken and until a person can look at it, and the peaks of node and recognizers.
 */
public final class Peak {
    private static final long PATIENCE_S = TimeUnit.HOURS.toSeconds(2);

    private Peak() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Paths.get(arguments[1]);
        Path file = Paths.get(arguments[3]);
        try (Watch watch = new Watch(Long.parseLong(arguments[0]), data, arguments[2])) {
            Path counter = Files.createDirectories(data.resolve("inbox/don-vi-1/quay-1"));
            Path target = counter.resolve(file.getFileName());
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            double ended = watch.scans("in_review");
            double taken = 0;
            double node = 0;
            double heap = 0;
            double recognizers = 0;
            while (watch.scans("in_review") == ended) {
                if (watch.seconds() > PATIENCE_S || !watch.alive()) {
                    System.err.println("not done");
                    System.exit(1);
                }
                Sample sample = watch.now();
                node = Math.max(node, sample.of(Measure.NODE));
                heap = Math.max(heap, sample.of(Measure.HEAP));
                recognizers = Math.max(recognizers, sample.of(Measure.RECOGNIZERS));
                taken = taken == 0 && Files.notExists(target) ? watch.seconds() : taken;
                TimeUnit.MILLISECONDS.sleep(500);
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %.0f | %.0f | %.0f | %.0f | %.0f |%n",
                    taken,
                    watch.seconds(),
                    node,
                    heap,
                    recognizers);
        }
    }
}
