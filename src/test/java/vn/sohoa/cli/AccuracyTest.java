package vn.sohoa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.accuracy.Accuracy;

/** A few scans are read as well as they were before: against bars that lie in a file. */
class AccuracyTest {
    private static final Path SAMPLES = Path.of("src", "test", "resources", "samples");
    private static final Path BARS = Path.of("src", "test", "resources", "accuracy", "bars.properties");

    @TempDir
    Path folder;

    @Test
    void aFewScansAreReadNoWorseThanBefore() throws IOException {
        Properties given = new Properties();
        try (Reader reader = Files.newBufferedReader(BARS)) {
            given.load(reader);
        }
        Path in = Files.createDirectories(folder.resolve("in"));
        Path truth = Files.createDirectories(folder.resolve("truth"));
        for (String scan : given.getProperty("scans").split(" +")) {
            Files.copy(SAMPLES.resolve(scan), in.resolve(scan));
            String beside = scan.replaceAll("\\.\\w+$", ".json");
            Files.copy(SAMPLES.resolve(beside), truth.resolve(beside));
        }
        Path out = Files.createDirectories(folder.resolve("out"));
        Command.lendSoftware(out);
        Command.Said said = Command.run(
                folder,
                List.of("--in", in.toString(), "--out", out.toString(), "--workers", "2", "--no-pdf", "--resume"));
        assertThat(said.code()).as(said.err()).isZero();

        Path results = out.resolve("results.jsonl");
        System.out.println("read: " + Accuracy.figures(truth, results));
        Map<String, String> bars = given.stringPropertyNames().stream()
                .filter(name -> name.contains("."))
                .collect(Collectors.toMap(name -> name, given::getProperty, (a, b) -> a, TreeMap::new));
        assertThat(bars).isNotEmpty();
        assertThat(Accuracy.missed(truth, results, bars)).isEmpty();
    }
}
